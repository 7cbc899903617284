package org.epione.emergency.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.RecoveryKey;
import org.epione.emergency.boundary.EmergencyReason;
import org.epione.emergency.boundary.EmergencyState;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** An emergency at the hospital. */
@Entity
@Table(name = "emergency")
@NamedQuery(
    name = "Emergency.ofHospital",
    query = "select e from Emergency e where e.hospital = :hospital order by e.asked desc")
@NamedQuery(
    name = "Emergency.ofAsker",
    query = "select e from Emergency e where e.asker = :asker order by e.asked desc")
@NamedQuery(
    name = "Emergency.ofPatient",
    query = "select e from Emergency e where e.patient = :patient order by e.asked desc")
@NamedQuery(
    name = "Emergency.countAsked",
    query =
        "select count(e) from Emergency e where e.hospital = :hospital and e.state = :state"
            + " and e.asker <> :caller and e.expires > :now")
@NamedQuery(
    name = "Emergency.countToReview",
    query =
        "select count(e) from Emergency e where e.hospital = :hospital and e.opened is not null"
            + " and e.reviewed is null")
@NamedQuery(
    name = "Emergency.unreviewed",
    query =
        "select count(e) from Emergency e where e.asker = :asker and e.opened < :before"
            + " and e.reviewed is null")
@NamedQuery(
    name = "Emergency.overdue",
    query = "select e from Emergency e where e.state in :states and e.expires <= :now")
public class Emergency {

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, updatable = false, length = 32)
  private String hospital;

  @Column(nullable = false, updatable = false, length = 36)
  private String patient;

  @Column(nullable = false, updatable = false, length = 36)
  private String asker;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 32)
  private EmergencyReason reason;

  @Column(name = "protected_reason", nullable = false, updatable = false)
  private byte[] protectedReason;

  @Column(nullable = false, updatable = false)
  private long epoch;

  @Enumerated(EnumType.STRING)
  @Column(name = "emergency_state", nullable = false, length = 24)
  private EmergencyState state;

  @Column(name = "waits_for", length = 80)
  private @Nullable String waitsFor;

  @Column(nullable = false, updatable = false)
  private Instant asked;

  @Column(nullable = false, updatable = false)
  private Instant expires;

  @Column(nullable = false)
  private Instant changed;

  @Column(length = 36)
  private @Nullable String confirmer;

  private @Nullable Instant confirmed;

  @Column(name = "key_public")
  private byte @Nullable [] keyPublic;

  @Column(name = "key_secret")
  private byte @Nullable [] keySecret;

  @Column(name = "protected_answer")
  private byte @Nullable [] protectedAnswer;

  private @Nullable Instant opened;

  @Column(name = "open_until")
  private @Nullable Instant openUntil;

  @Column(length = 36)
  private @Nullable String reviewer;

  private @Nullable Instant reviewed;

  private @Nullable Boolean justified;

  @Column(name = "protected_finding")
  private byte @Nullable [] protectedFinding;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Emergency() {}

  /** A doctor asks. */
  public Emergency(
      String id,
      PartyCode hospital,
      AccountId patient,
      AccountId asker,
      EmergencyReason reason,
      byte[] protectedReason,
      long epoch,
      Instant now,
      Instant expires) {
    this.id = id;
    this.hospital = hospital.value();
    this.patient = patient.toString();
    this.asker = asker.toString();
    this.reason = reason;
    this.protectedReason = protectedReason.clone();
    this.epoch = epoch;
    this.state = EmergencyState.ASKED;
    this.waitsFor = asker + "/" + patient;
    this.asked = now;
    this.changed = now;
    this.expires = expires;
  }

  /** A colleague confirms; the key is of this emergency alone. */
  public void confirm(AccountId by, RecoveryKey key, Instant now) {
    move(EmergencyState.CONFIRMED, now);
    confirmer = by.toString();
    confirmed = now;
    keyPublic = key.publicKey().encode();
    keySecret = key.protectedSecret().bytes();
  }

  /** A colleague refuses, and ends it thereby. */
  public void refusedBy(AccountId by, Instant now) {
    confirmer = by.toString();
    confirmed = now;
  }

  /** The system manager has answered. */
  public void answered(byte[] newProtectedAnswer) {
    protectedAnswer = newProtectedAnswer.clone();
  }

  /** The records are open until then. */
  public void open(Instant until, Instant now) {
    end(EmergencyState.OPEN, now);
    opened = now;
    openUntil = until;
  }

  /** Nobody can decide any more: the key is gone. */
  public final void end(EmergencyState how, Instant now) {
    move(how, now);
    waitsFor = null;
    keyPublic = null;
    keySecret = null;
  }

  /** The review is closed, and with it the access if that had not ended. */
  public void review(AccountId by, boolean wasJustified, byte[] newProtectedFinding, Instant now) {
    reviewer = by.toString();
    reviewed = now;
    justified = wasJustified;
    protectedFinding = newProtectedFinding.clone();
    if (openUntil != null && openUntil.isAfter(now)) {
      openUntil = now;
    }
    move(EmergencyState.OVER, now);
  }

  private void move(EmergencyState next, Instant now) {
    state = next;
    changed = now;
  }

  /** Where it stands now, though no timer has looked yet. */
  public EmergencyState state(Instant now) {
    if (state.isWaiting() && !expires.isAfter(now)) {
      return EmergencyState.EXPIRED;
    }
    boolean over = state == EmergencyState.OPEN && openUntil != null && now.isAfter(openUntil);
    return over ? EmergencyState.OVER : state;
  }

  /** Whether nobody decided in time, and it still stands in the way of another. */
  public boolean isExpired(Instant now) {
    return state.isWaiting() && !expires.isAfter(now);
  }

  public String id() {
    return id;
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public AccountId patient() {
    return AccountId.of(patient);
  }

  public AccountId asker() {
    return AccountId.of(asker);
  }

  public EmergencyReason reason() {
    return reason;
  }

  public byte[] protectedReason() {
    return protectedReason.clone();
  }

  public long epoch() {
    return epoch;
  }

  public Instant asked() {
    return asked;
  }

  public Instant expires() {
    return expires;
  }

  public Instant changed() {
    return changed;
  }

  public Optional<AccountId> confirmer() {
    return Optional.ofNullable(confirmer).map(AccountId::of);
  }

  /** When a colleague confirmed or refused. */
  public Optional<Instant> confirmed() {
    return Optional.ofNullable(confirmed);
  }

  /** The key of this emergency, in its encoding; only while it is confirmed. */
  public byte[] keyPublic() {
    return Objects.requireNonNull(keyPublic).clone();
  }

  public ByteString keySecret() {
    return ByteString.of(Objects.requireNonNull(keySecret));
  }

  public Optional<byte[]> protectedAnswer() {
    return Optional.ofNullable(protectedAnswer).map(byte[]::clone);
  }

  public Optional<Instant> opened() {
    return Optional.ofNullable(opened);
  }

  public Optional<Instant> until() {
    return Optional.ofNullable(openUntil);
  }

  public Optional<AccountId> reviewer() {
    return Optional.ofNullable(reviewer).map(AccountId::of);
  }

  public Optional<Instant> reviewed() {
    return Optional.ofNullable(reviewed);
  }

  public Optional<Boolean> justified() {
    return Optional.ofNullable(justified);
  }

  public Optional<byte[]> protectedFinding() {
    return Optional.ofNullable(protectedFinding).map(byte[]::clone);
  }
}
