package org.epione.recovery.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.Escrow;
import org.epione.custody.boundary.EscrowTerms;

/** The hospital's share of a person's key, sealed to the hospital. */
@Entity
@Table(name = "recovery_hospital_share")
public class HospitalShare {

  @Id
  @Column(length = 36)
  private String account;

  @Column(nullable = false)
  private long epoch;

  @Column(nullable = false)
  private byte[] terms;

  @Column(name = "sealed_share", nullable = false)
  private byte[] sealedShare;

  @Column(nullable = false)
  private Instant made;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected HospitalShare() {}

  /** The share of an escrow. */
  @SuppressWarnings("NullAway.Init") // replace sets the rest
  public HospitalShare(Escrow escrow, Instant now) {
    this.account = escrow.terms().account().toString();
    replace(escrow, now);
  }

  /** The share of a later escrow in its place. */
  public final void replace(Escrow escrow, Instant now) {
    this.epoch = escrow.terms().epoch();
    this.terms = escrow.terms().encode();
    this.sealedShare = escrow.hospitalShare().bytes();
    this.made = now;
  }

  public long epoch() {
    return epoch;
  }

  public EscrowTerms terms() {
    return EscrowTerms.decode(terms);
  }

  public ByteString sealedShare() {
    return ByteString.of(sealedShare);
  }
}
