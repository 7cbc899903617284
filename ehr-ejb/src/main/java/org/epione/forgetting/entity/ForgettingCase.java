package org.epione.forgetting.entity;

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
import org.epione.crypto.transcript.Digest;
import org.epione.forgetting.boundary.ForgettingState;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** That a patient be forgotten, from the request to the certificate. */
@Entity
@Table(name = "forgetting_case")
@NamedQuery(
    name = "ForgettingCase.ofHospital",
    query = "select c from ForgettingCase c where c.hospital = :hospital order by c.askedAt desc")
@NamedQuery(
    name = "ForgettingCase.ofAccount",
    query = "select c from ForgettingCase c where c.account = :account order by c.askedAt desc")
@NamedQuery(
    name = "ForgettingCase.waitingFor",
    query = "select c from ForgettingCase c where c.waitsFor = :account")
@NamedQuery(
    name = "ForgettingCase.released",
    query =
        "select c.id from ForgettingCase c where c.state ="
            + " org.epione.forgetting.boundary.ForgettingState.RELEASED order by c.decidedAt")
@NamedQuery(
    name = "ForgettingCase.byOrder",
    query =
        "select c from ForgettingCase c where c.hospital = :hospital and c.orderDigest = :digest")
@NamedQuery(
    name = "ForgettingCase.count",
    query =
        "select count(c) from ForgettingCase c where c.hospital = :hospital and c.state = :state")
public class ForgettingCase {

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(nullable = false, length = 36, updatable = false)
  private String account;

  /** Unique while it goes on: nobody is forgotten twice at a time. */
  @Column(name = "waits_for", length = 36)
  private @Nullable String waitsFor;

  @Enumerated(EnumType.STRING)
  @Column(name = "case_state", nullable = false, length = 16)
  private ForgettingState state = ForgettingState.ASKED;

  @Column(name = "by_patient", nullable = false, updatable = false)
  private boolean byPatient;

  @Column(name = "started_by", nullable = false, length = 36, updatable = false)
  private String startedBy;

  @Column(name = "protected_reason")
  private byte @Nullable [] protectedReason;

  @Column(name = "asked_at", nullable = false, updatable = false)
  private Instant askedAt;

  @Column(nullable = false, updatable = false)
  private Instant earliest;

  @Column(name = "examined_by", length = 36)
  private @Nullable String examinedBy;

  @Column(name = "examined_at")
  private @Nullable Instant examinedAt;

  @Column(name = "protected_finding")
  private byte @Nullable [] protectedFinding;

  @Column(name = "decided_by", length = 36)
  private @Nullable String decidedBy;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "protected_answer")
  private byte @Nullable [] protectedAnswer;

  @Column(name = "order_digest", length = 64)
  private @Nullable String orderDigest;

  private byte @Nullable [] receipt;

  private byte @Nullable [] certificate;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected ForgettingCase() {}

  /**
   * One that is asked for now.
   *
   * @param startedBy the patient herself, or who starts it for the hospital
   * @param protectedReason under the hospital's key
   * @param earliest when it can be released
   */
  public ForgettingCase(
      String id,
      PartyCode hospital,
      AccountId account,
      AccountId startedBy,
      byte[] protectedReason,
      Instant now,
      Instant earliest) {
    this.id = id;
    this.hospital = hospital.value();
    this.account = account.toString();
    this.waitsFor = account.toString();
    this.byPatient = account.equals(startedBy);
    this.startedBy = startedBy.toString();
    this.protectedReason = protectedReason.clone();
    this.askedAt = now;
    this.earliest = earliest;
  }

  /** A registrar looked at it. */
  public void examine(AccountId by, byte[] finding, Instant now) {
    require(ForgettingState.ASKED);
    state = ForgettingState.EXAMINED;
    examinedBy = by.toString();
    examinedAt = now;
    protectedFinding = finding.clone();
  }

  /** Another person lets it be destroyed. */
  public void release(AccountId by, byte[] answer, Instant now) {
    require(ForgettingState.EXAMINED);
    state = ForgettingState.RELEASED;
    decidedBy = by.toString();
    decidedAt = now;
    protectedAnswer = answer.clone();
  }

  /** The hospital refuses. */
  public void refuse(AccountId by, byte[] answer, Instant now) {
    end(ForgettingState.REFUSED, now);
    decidedBy = by.toString();
    decidedAt = now;
    protectedAnswer = answer.clone();
  }

  /** The patient does not want it any more. */
  public void takeBack(Instant now) {
    end(ForgettingState.TAKEN_BACK, now);
  }

  private void end(ForgettingState how, Instant now) {
    if (!state.isOpen()) {
      throw new IllegalStateException("it is " + state);
    }
    state = how;
    endedAt = now;
    waitsFor = null;
  }

  /** The system manager was told. */
  public void ordered(Digest order) {
    require(ForgettingState.RELEASED);
    orderDigest = order.hex();
  }

  /** The system manager's signed receipt; the first counts. */
  public void receive(byte[] signed) {
    if (receipt == null) {
      receipt = signed.clone();
    }
  }

  /** All is done: what people wrote goes as well. */
  public void certify(byte[] signed, Instant now) {
    require(ForgettingState.RELEASED);
    state = ForgettingState.FORGOTTEN;
    certificate = signed.clone();
    endedAt = now;
    waitsFor = null;
    protectedReason = null;
    protectedFinding = null;
    protectedAnswer = null;
  }

  private void require(ForgettingState expected) {
    if (state != expected) {
      throw new IllegalStateException("it is " + state + ", not " + expected);
    }
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

  public ForgettingState state() {
    return state;
  }

  public boolean byPatient() {
    return byPatient;
  }

  public AccountId startedBy() {
    return AccountId.of(startedBy);
  }

  public Optional<byte[]> protectedReason() {
    return Optional.ofNullable(protectedReason).map(byte[]::clone);
  }

  public Instant asked() {
    return askedAt;
  }

  public Instant earliest() {
    return earliest;
  }

  public Optional<AccountId> examinedBy() {
    return Optional.ofNullable(examinedBy).map(AccountId::of);
  }

  public Optional<Instant> examined() {
    return Optional.ofNullable(examinedAt);
  }

  public Optional<byte[]> protectedFinding() {
    return Optional.ofNullable(protectedFinding).map(byte[]::clone);
  }

  public Optional<AccountId> decidedBy() {
    return Optional.ofNullable(decidedBy).map(AccountId::of);
  }

  public Optional<Instant> decided() {
    return Optional.ofNullable(decidedAt);
  }

  public Optional<byte[]> protectedAnswer() {
    return Optional.ofNullable(protectedAnswer).map(byte[]::clone);
  }

  /** The encoded {@code forgetting.destroyed} message. */
  public Optional<byte[]> receipt() {
    return Optional.ofNullable(receipt).map(byte[]::clone);
  }

  /** The encoded certificate. */
  public Optional<byte[]> certificate() {
    return Optional.ofNullable(certificate).map(byte[]::clone);
  }

  public Optional<Instant> ended() {
    return Optional.ofNullable(endedAt);
  }

  @Override
  public String toString() {
    return "ForgettingCase[" + id + " " + state + "]";
  }
}
