package org.epione.supervision.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.state.Report;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.boundary.FilingState;
import org.epione.supervision.boundary.MatterKind;
import org.jspecify.annotations.Nullable;

/** A report or appeal at the hospital from which it came. */
@Entity
@Table(name = "supervision_filing")
@NamedQuery(name = "Filing.byRecord", query = "select f from Filing f where f.recordId = :record")
@NamedQuery(
    name = "Filing.ofAccount",
    query =
        "select f from Filing f where f.account = :account and f.kind <> :hospitals"
            + " order by f.filedAt desc")
@NamedQuery(
    name = "Filing.ofHospital",
    query =
        "select f from Filing f where f.hospital = :hospital and f.kind = :hospitals"
            + " order by f.filedAt desc")
public class Filing {

  private static final Duration ON_CHAIN_BY = Duration.ofDays(1);

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16, updatable = false)
  private MatterKind kind;

  @Column(nullable = false, length = 36, updatable = false)
  private String account;

  @Column(name = "record_id", nullable = false, length = 64, updatable = false)
  private String recordId;

  @Column(name = "sealed_text", nullable = false, updatable = false)
  private byte[] sealedText;

  @Column(name = "filed_at", nullable = false, updatable = false)
  private Instant filedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "filing_state", nullable = false, length = 24)
  private FilingState state;

  @Column(length = 32)
  private @Nullable String outcome;

  @Column(name = "protected_reason")
  private byte @Nullable [] protectedReason;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Filing() {}

  /** A matter whose record was submitted. */
  public Filing(
      MatterId id,
      MatterKind kind,
      PartyCode hospital,
      AccountId account,
      String recordId,
      byte[] sealedText,
      Instant now) {
    this.id = id.hex();
    this.hospital = hospital.value();
    this.kind = kind;
    this.account = account.toString();
    this.recordId = recordId;
    this.sealedText = sealedText.clone();
    this.filedAt = now;
    this.state = FilingState.SUBMITTED;
    this.changedAt = now;
  }

  /** The chain has it, and the system manager is told. */
  public void lodged(Instant now) {
    if (state == FilingState.SUBMITTED) {
      move(FilingState.WITH_SYSTEM_MANAGER, now);
    }
  }

  /** The chain did not take it. */
  public void refused(String why, Instant now) {
    if (state == FilingState.SUBMITTED) {
      move(FilingState.REFUSED, now);
      outcome = why;
    }
  }

  /** The system manager has decided. */
  public void decided(String how, byte[] reason, Instant now) {
    move(FilingState.DECIDED, now);
    outcome = how;
    protectedReason = reason.clone();
  }

  private void move(FilingState next, Instant now) {
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

  /** What was written, sealed to the system manager. */
  public byte[] sealedText() {
    return sealedText.clone();
  }

  public Instant filedAt() {
    return filedAt;
  }

  public FilingState state() {
    return state;
  }

  public Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** Id of its record, in hex. */
  public String recordId() {
    return recordId;
  }

  /** Whether it waits for the chain for a day, or for a decision for longer than is due. */
  public boolean isOverdue(Instant now) {
    return switch (state) {
      case SUBMITTED -> filedAt.plus(ON_CHAIN_BY).isBefore(now);
      case WITH_SYSTEM_MANAGER -> filedAt.plus(Report.DUE).isBefore(now);
      case REFUSED, DECIDED -> false;
    };
  }

  /** The system manager's reason under the hospital's own key. */
  public Optional<byte[]> protectedReason() {
    return Optional.ofNullable(protectedReason).map(byte[]::clone);
  }
}
