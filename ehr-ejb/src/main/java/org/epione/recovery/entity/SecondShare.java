package org.epione.recovery.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.EscrowTerms;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The system manager's share of a person's key, sealed to the system manager. */
@Entity
@Table(name = "recovery_second_share")
public class SecondShare {

  @Id
  @Column(length = 72)
  private String id;

  @Column(nullable = false)
  private long epoch;

  @Column(nullable = false)
  private byte[] terms;

  @Column(name = "sealed_share", nullable = false)
  private byte[] sealedShare;

  @Column(nullable = false)
  private Instant received;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected SecondShare() {}

  /** A share that a hospital sent. */
  @SuppressWarnings("NullAway.Init") // replace sets the rest
  public SecondShare(EscrowTerms terms, ByteString sealedShare, Instant now) {
    this.id = id(terms.hospital(), terms.account());
    replace(terms, sealedShare, now);
  }

  /** The share of a later escrow in its place. */
  public final void replace(EscrowTerms later, ByteString laterShare, Instant now) {
    this.epoch = later.epoch();
    this.terms = later.encode();
    this.sealedShare = laterShare.bytes();
    this.received = now;
  }

  /** One hospital cannot name another's account. */
  public static String id(PartyCode hospital, AccountId account) {
    return hospital + "/" + account;
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
