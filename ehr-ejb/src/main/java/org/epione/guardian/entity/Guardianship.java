package org.epione.guardian.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.Acting;
import org.epione.guardian.boundary.GuardianGround;
import org.epione.guardian.boundary.GuardianshipState;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** That somebody is to act, acts, or has acted for a minor. Rows are never deleted. */
@Entity
@Table(name = "guardianship")
@NamedQuery(
    name = "Guardianship.ofWard",
    query = "select g from Guardianship g where g.ward = :ward order by g.namedAt desc, g.id")
@NamedQuery(
    name = "Guardianship.ofGuardian",
    query =
        "select g from Guardianship g where g.guardian = :guardian order by g.namedAt desc, g.id")
@NamedQuery(
    name = "Guardianship.standing",
    query = "select g from Guardianship g where g.standingFor = :pair")
@NamedQuery(
    name = "Guardianship.open",
    query = "select g from Guardianship g where g.endedAt is null")
public class Guardianship {

  @Id
  @Column(length = 36)
  private String id;

  @Column(nullable = false, length = 32)
  private String hospital;

  @Column(nullable = false, length = 36)
  private String ward;

  @Column(nullable = false, length = 36)
  private String guardian;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 24)
  private GuardianGround ground;

  @Column(name = "protected_ground", nullable = false)
  private byte[] protectedGround;

  @Column(name = "named_by", nullable = false, length = 36)
  private String namedBy;

  @Column(name = "named_at", nullable = false)
  private Instant namedAt;

  @Column(name = "answer_until", nullable = false)
  private Instant answerUntil;

  @Column(name = "accepted_at")
  private @Nullable Instant acceptedAt;

  @Column(name = "ends_at", nullable = false)
  private Instant endsAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "ended_as", length = 16)
  private @Nullable GuardianshipState endedAs;

  @Column(name = "ended_by", length = 36)
  private @Nullable String endedBy;

  @Column(name = "protected_reason")
  private byte @Nullable [] protectedReason;

  @Column(name = "standing_for", length = 80)
  private @Nullable String standingFor;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Guardianship() {}

  /** The hospital has named somebody. */
  public Guardianship(
      String id,
      PartyCode hospital,
      Acting acting,
      GuardianGround ground,
      byte[] protectedGround,
      AccountId namedBy,
      Instant now,
      Instant answerUntil,
      Instant endsAt) {
    this.id = id;
    this.hospital = hospital.value();
    this.ward = acting.account().toString();
    this.guardian = acting.by().toString();
    this.ground = ground;
    this.protectedGround = protectedGround.clone();
    this.namedBy = namedBy.toString();
    this.namedAt = now;
    this.answerUntil = answerUntil;
    this.endsAt = endsAt;
    this.standingFor = pair(acting.by(), acting.account());
  }

  /** What stands for a guardian and a minor while something is open between them. */
  public static String pair(AccountId guardian, AccountId ward) {
    return ward + "/" + guardian;
  }

  /** The guardian begins to act. */
  public void accept(Instant now) {
    acceptedAt = now;
  }

  /** It is over. */
  public void end(GuardianshipState how, Optional<AccountId> by, Instant now) {
    endedAs = how;
    endedAt = now;
    endedBy = by.map(AccountId::toString).orElse(null);
    standingFor = null;
  }

  /** Why it is over. */
  public void setReason(byte[] reason) {
    protectedReason = reason.clone();
  }

  /** What was seen goes, and why it is over: they name the guardian. */
  public void forgetTexts(byte[] nothing) {
    protectedGround = nothing.clone();
    protectedReason = null;
  }

  /** Where it stands, also before its end was noted. */
  public GuardianshipState state(Instant now) {
    if (endedAs != null) {
      return endedAs;
    }
    if (!now.isBefore(endsAt)) {
      return GuardianshipState.OVER;
    }
    if (acceptedAt != null) {
      return GuardianshipState.IN_FORCE;
    }
    return now.isBefore(answerUntil) ? GuardianshipState.NAMED : GuardianshipState.LAPSED;
  }

  /** Whether the guardian could act at that moment. */
  public boolean wasInForce(Instant at) {
    return acceptedAt != null
        && !at.isBefore(acceptedAt)
        && at.isBefore(endsAt)
        && (endedAt == null || at.isBefore(endedAt));
  }

  /** Who would act for whom. */
  public Acting acting() {
    return new Acting(ward(), guardian());
  }

  public String id() {
    return id;
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public AccountId ward() {
    return AccountId.of(ward);
  }

  public AccountId guardian() {
    return AccountId.of(guardian);
  }

  public GuardianGround ground() {
    return ground;
  }

  public byte[] protectedGround() {
    return protectedGround.clone();
  }

  public AccountId namedBy() {
    return AccountId.of(namedBy);
  }

  public Instant namedAt() {
    return namedAt;
  }

  public Instant answerUntil() {
    return answerUntil;
  }

  public Optional<Instant> acceptedAt() {
    return Optional.ofNullable(acceptedAt);
  }

  public Instant endsAt() {
    return endsAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** Who ended it; empty where time did. */
  public Optional<AccountId> endedBy() {
    return Optional.ofNullable(endedBy).map(AccountId::of);
  }

  public Optional<ByteString> protectedReason() {
    return Optional.ofNullable(protectedReason).map(ByteString::of);
  }
}
