package org.epione.supervision.entity;

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
import org.epione.ledger.record.MatterId;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.boundary.CaseState;
import org.epione.supervision.boundary.MatterKind;
import org.epione.supervision.boundary.Outcome;
import org.jspecify.annotations.Nullable;

/** A report or appeal at the system manager. */
@Entity
@Table(name = "supervision_case")
@NamedQuery(
    name = "SupervisionCase.all",
    query = "select c from SupervisionCase c order by c.receivedAt desc")
@NamedQuery(
    name = "SupervisionCase.byDecision",
    query = "select c from SupervisionCase c where c.decisionRecordId = :record")
public class SupervisionCase {

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16, updatable = false)
  private MatterKind kind;

  @Column(nullable = false, updatable = false)
  private byte[] evidence;

  @Column(name = "protected_text", nullable = false, updatable = false)
  private byte[] protectedText;

  @Column(name = "received_at", nullable = false, updatable = false)
  private Instant receivedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "case_state", nullable = false, length = 16)
  private CaseState state;

  @Enumerated(EnumType.STRING)
  @Column(length = 16)
  private @Nullable Outcome outcome;

  @Column(name = "protected_reason")
  private byte @Nullable [] protectedReason;

  @Column(name = "decided_by", length = 36)
  private @Nullable String decidedBy;

  @Column(name = "decision_record_id", length = 64)
  private @Nullable String decisionRecordId;

  @Column(length = 32)
  private @Nullable String refusal;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected SupervisionCase() {}

  /** A matter that waits. */
  public SupervisionCase(
      MatterId id,
      MatterKind kind,
      PartyCode hospital,
      byte[] evidence,
      byte[] protectedText,
      Instant now) {
    this.id = id.hex();
    this.hospital = hospital.value();
    this.kind = kind;
    this.evidence = evidence.clone();
    this.protectedText = protectedText.clone();
    this.receivedAt = now;
    this.state = CaseState.WAITING;
    this.changedAt = now;
  }

  /** The officer decides; the chain has to take it. */
  public void deciding(
      Outcome how, byte[] reason, String recordId, AccountId officer, Instant now) {
    move(CaseState.DECIDING, now);
    outcome = how;
    protectedReason = reason.clone();
    decisionRecordId = recordId;
    decidedBy = officer.toString();
    refusal = null;
  }

  /** The decision is on the chain. */
  public void decided(Instant now) {
    move(CaseState.DECIDED, now);
  }

  /** The chain did not take the decision: it is to be made again. */
  public void waitAgain(String why, Instant now) {
    move(CaseState.WAITING, now);
    outcome = null;
    protectedReason = null;
    decisionRecordId = null;
    refusal = why;
  }

  private void move(CaseState next, Instant now) {
    state = next;
    changedAt = now;
  }

  public MatterId id() {
    return MatterId.ofHex(id);
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public MatterKind kind() {
    return kind;
  }

  /** The message that brought it, encoded, without the text. */
  public byte[] evidence() {
    return evidence.clone();
  }

  /** What was written, under the system manager's own key. */
  public byte[] protectedText() {
    return protectedText.clone();
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public CaseState state() {
    return state;
  }

  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** The reason, under the system manager's own key. */
  public Optional<byte[]> protectedReason() {
    return Optional.ofNullable(protectedReason).map(byte[]::clone);
  }

  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }
}
