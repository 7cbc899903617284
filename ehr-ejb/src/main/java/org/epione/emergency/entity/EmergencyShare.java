package org.epione.emergency.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.EscrowTerms;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * What one party holds of the key of a patient's records, sealed to it. Without a share it says
 * when the patient refused.
 */
@Entity
@Table(name = "emergency_share")
public class EmergencyShare {

  @Id
  @Column(length = 110)
  private String id;

  @Column(nullable = false)
  private long epoch;

  private byte @Nullable [] terms;

  @Column(name = "sealed_share")
  private byte @Nullable [] sealedShare;

  @Column(nullable = false)
  private Instant changed;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected EmergencyShare() {}

  /** Nothing yet. */
  public EmergencyShare(PartyCode holder, PartyCode hospital, AccountId account, Instant now) {
    this.id = id(holder, hospital, account);
    this.changed = now;
  }

  /** A share in place of any before it. */
  public void keep(EscrowTerms newTerms, ByteString share, Instant when) {
    epoch = newTerms.epoch();
    terms = newTerms.encode();
    sealedShare = share.bytes();
    changed = when;
  }

  /** The patient refuses: the share is gone. */
  public void destroy(Instant when) {
    terms = null;
    sealedShare = null;
    changed = when;
  }

  /** One hospital cannot name another's account. */
  public static String id(PartyCode holder, PartyCode hospital, AccountId account) {
    return holder + "/" + hospital + "/" + account;
  }

  /** Whether there is a share of that epoch. */
  public boolean isOf(long wanted) {
    return sealedShare != null && epoch == wanted;
  }

  /** Whether a share that was made then comes in its place; at the same time a refusal wins. */
  public boolean isBefore(Instant made) {
    return changed.isBefore(made) || (changed.equals(made) && sealedShare != null);
  }

  public EscrowTerms terms() {
    return EscrowTerms.decode(Objects.requireNonNull(terms));
  }

  public ByteString sealedShare() {
    return ByteString.of(Objects.requireNonNull(sealedShare));
  }

  /** When it was made, or destroyed, as the hospital says. */
  public Instant changed() {
    return changed;
  }
}
