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
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.emergency.boundary.EmergencyCaseState;
import org.epione.emergency.boundary.EmergencyReason;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** An emergency at the system manager. */
@Entity
@Table(name = "emergency_case")
@NamedQuery(
    name = "EmergencyCase.latest",
    query = "select c from EmergencyCase c order by c.asked desc")
@NamedQuery(
    name = "EmergencyCase.ofHospital",
    query = "select c from EmergencyCase c where c.hospital = :hospital and c.state = :state")
@NamedQuery(
    name = "EmergencyCase.forget",
    query = "delete from EmergencyCase c where c.hospital = :hospital and c.account = :account")
@NamedQuery(
    name = "EmergencyCase.countWaiting",
    query = "select count(c) from EmergencyCase c where c.state = :state and c.expires > :now")
public class EmergencyCase {

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, updatable = false, length = 32)
  private String hospital;

  @Column(nullable = false, updatable = false, length = 36)
  private String account;

  @Column(nullable = false, updatable = false)
  private long epoch;

  @Column(nullable = false, updatable = false, length = 36)
  private String asker;

  @Column(nullable = false, updatable = false, length = 36)
  private String confirmer;

  @Column(nullable = false, updatable = false)
  private byte[] doctor;

  @Column(name = "receiving_key", nullable = false, updatable = false)
  private byte[] receivingKey;

  @Column(name = "key_public", nullable = false, updatable = false)
  private byte[] keyPublic;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 32)
  private EmergencyReason reason;

  @Column(name = "protected_text", nullable = false, updatable = false)
  private byte[] protectedText;

  @Column(name = "protected_confirmer", nullable = false, updatable = false)
  private byte[] protectedConfirmer;

  @Column(nullable = false, updatable = false)
  private Instant asked;

  @Column(nullable = false, updatable = false)
  private Instant expires;

  @Enumerated(EnumType.STRING)
  @Column(name = "case_state", nullable = false, length = 16)
  private EmergencyCaseState state;

  @Column(length = 36)
  private @Nullable String officer;

  @Column(name = "protected_answer")
  private byte @Nullable [] protectedAnswer;

  private @Nullable Instant decided;

  @Column(name = "open_until")
  private @Nullable Instant openUntil;

  private @Nullable Boolean justified;

  @Column(name = "protected_finding")
  private byte @Nullable [] protectedFinding;

  private @Nullable Instant reviewed;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected EmergencyCase() {}

  /** An emergency that a hospital has confirmed. */
  public EmergencyCase(
      String id, PartyCode hospital, AskedFacts facts, byte[] text, byte[] by, Instant now) {
    this.id = id;
    this.hospital = hospital.value();
    this.account = facts.account().toString();
    this.epoch = facts.epoch();
    this.asker = facts.asker().toString();
    this.confirmer = facts.confirmer().toString();
    this.doctor = facts.doctor().value().bytes();
    this.receivingKey = facts.receivingKey().bytes();
    this.keyPublic = facts.key().bytes();
    this.reason = facts.reason();
    this.protectedText = text.clone();
    this.protectedConfirmer = by.clone();
    this.asked = now;
    this.expires = facts.expires();
    this.state = EmergencyCaseState.WAITING;
  }

  /** The officer releases the share. */
  public void release(AccountId by, byte[] newProtectedAnswer, Instant until, Instant now) {
    decide(EmergencyCaseState.RELEASED, by, newProtectedAnswer, now);
    openUntil = until;
  }

  /** The officer refuses. */
  public void refuse(AccountId by, byte[] newProtectedAnswer, Instant now) {
    decide(EmergencyCaseState.REFUSED, by, newProtectedAnswer, now);
  }

  private void decide(
      EmergencyCaseState how, AccountId by, byte[] newProtectedAnswer, Instant now) {
    state = how;
    officer = by.toString();
    protectedAnswer = newProtectedAnswer.clone();
    decided = now;
  }

  /** The hospital has closed its review. */
  public void review(boolean wasJustified, byte[] newProtectedFinding, Instant now) {
    state = EmergencyCaseState.REVIEWED;
    justified = wasJustified;
    protectedFinding = newProtectedFinding.clone();
    reviewed = now;
  }

  /** Where it stands now. */
  public EmergencyCaseState state(Instant now) {
    return state == EmergencyCaseState.WAITING && !expires.isAfter(now)
        ? EmergencyCaseState.EXPIRED
        : state;
  }

  /** Whether it was released for that doctor and key, and until then or later. */
  public boolean isReleasedFor(Pid pid, ByteString key, Instant end, Instant now) {
    return state == EmergencyCaseState.RELEASED
        && openUntil != null
        && !now.isAfter(openUntil)
        && !end.isAfter(openUntil)
        && pid.value().equals(ByteString.of(doctor))
        && key.equals(ByteString.of(receivingKey));
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

  public long epoch() {
    return epoch;
  }

  public AccountId asker() {
    return AccountId.of(asker);
  }

  public AccountId confirmer() {
    return AccountId.of(confirmer);
  }

  public byte[] keyPublic() {
    return keyPublic.clone();
  }

  public EmergencyReason reason() {
    return reason;
  }

  public byte[] protectedText() {
    return protectedText.clone();
  }

  public byte[] protectedConfirmer() {
    return protectedConfirmer.clone();
  }

  public Instant asked() {
    return asked;
  }

  public Instant expires() {
    return expires;
  }

  public Optional<AccountId> officer() {
    return Optional.ofNullable(officer).map(AccountId::of);
  }

  public Optional<byte[]> protectedAnswer() {
    return Optional.ofNullable(protectedAnswer).map(byte[]::clone);
  }

  public Optional<Instant> decided() {
    return Optional.ofNullable(decided);
  }

  public Optional<Instant> until() {
    return Optional.ofNullable(openUntil);
  }

  public Optional<Boolean> justified() {
    return Optional.ofNullable(justified);
  }

  public Optional<byte[]> protectedFinding() {
    return Optional.ofNullable(protectedFinding).map(byte[]::clone);
  }

  public Optional<Instant> reviewed() {
    return Optional.ofNullable(reviewed);
  }
}
