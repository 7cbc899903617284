package org.epione.forgetting.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** A patient's data have to be kept. It ends by itself, or is lifted before. */
@Entity
@Table(name = "legal_hold")
@NamedQuery(
    name = "LegalHold.ofHospital",
    query = "select h from LegalHold h where h.hospital = :hospital order by h.setAt desc")
@NamedQuery(
    name = "LegalHold.holding",
    query =
        "select count(h) from LegalHold h where h.hospital = :hospital and h.account = :account"
            + " and h.liftedAt is null and h.until > :now")
public class LegalHold {

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(nullable = false, length = 36, updatable = false)
  private String account;

  @Column(name = "protected_reason", nullable = false, updatable = false)
  private byte[] protectedReason;

  @Column(name = "set_by", nullable = false, length = 36, updatable = false)
  private String setBy;

  @Column(name = "set_at", nullable = false, updatable = false)
  private Instant setAt;

  @Column(name = "until_at", nullable = false, updatable = false)
  private Instant until;

  @Column(name = "lifted_by", length = 36)
  private @Nullable String liftedBy;

  @Column(name = "lifted_at")
  private @Nullable Instant liftedAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected LegalHold() {}

  /** One that is set now. */
  public LegalHold(
      String id,
      PartyCode hospital,
      AccountId account,
      byte[] protectedReason,
      AccountId setBy,
      Instant now,
      Instant until) {
    this.id = id;
    this.hospital = hospital.value();
    this.account = account.toString();
    this.protectedReason = protectedReason.clone();
    this.setBy = setBy.toString();
    this.setAt = now;
    this.until = until;
  }

  /** Somebody ends it; the first counts. */
  public void lift(AccountId by, Instant now) {
    if (liftedAt == null) {
      liftedBy = by.toString();
      liftedAt = now;
    }
  }

  /** Whether it counts then. */
  public boolean holds(Instant now) {
    return liftedAt == null && until.isAfter(now);
  }

  public String id() {
    return id;
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public AccountId account() {
    return AccountId.of(account);
  }

  public byte[] protectedReason() {
    return protectedReason.clone();
  }

  public AccountId setBy() {
    return AccountId.of(setBy);
  }

  public Instant set() {
    return setAt;
  }

  public Instant until() {
    return until;
  }

  public Optional<Instant> lifted() {
    return Optional.ofNullable(liftedAt);
  }
}
