package org.epione.chain.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.epione.chain.boundary.SubmissionState;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.jspecify.annotations.Nullable;

/** A record on its way to a hospital's chain. */
@Entity
@Table(name = "chain_submission")
@NamedQuery(
    name = "Submission.pending",
    query = "select s from Submission s where s.state = :state order by s.submitted, s.recordId")
public class Submission {

  @Id
  @Column(name = "record_id", length = 64)
  private String recordId;

  @Column(name = "record", nullable = false)
  private byte[] encoded;

  @Enumerated(EnumType.STRING)
  @Column(name = "record_type", nullable = false, length = 40)
  private RecordType type;

  @Column(nullable = false, length = 32)
  private String submitter;

  @Column(nullable = false, length = 32)
  private String hospital;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private SubmissionState state;

  @Column(nullable = false)
  private Instant submitted;

  private @Nullable Instant decided;

  @Column(name = "block_height")
  private @Nullable Long blockHeight;

  @Column(name = "block_index")
  private @Nullable Integer blockIndex;

  @Column(name = "receipt")
  private byte @Nullable [] inclusion;

  @Column(length = 200)
  private @Nullable String reason;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Submission() {}

  /** A record that is being submitted. */
  public Submission(LedgerRecord ledgerRecord, String submitter, String hospital, Instant now) {
    this.recordId = ledgerRecord.id().hex();
    this.encoded = ledgerRecord.encode();
    this.type = ledgerRecord.type();
    this.submitter = submitter;
    this.hospital = hospital;
    this.state = SubmissionState.PENDING;
    this.submitted = now;
  }

  /** It stands on the chain. */
  public void makeFinal(Inclusion where, Instant now) {
    state = SubmissionState.FINAL;
    decided = now;
    inclusion = where.encode();
    blockHeight = where.height();
    blockIndex = where.index();
  }

  /** It was refused. */
  public void reject(String why, Instant now) {
    state = SubmissionState.REJECTED;
    decided = now;
    reason = why;
  }

  public String recordId() {
    return recordId;
  }

  public LedgerRecord ledgerRecord() {
    return LedgerRecord.decode(encoded);
  }

  public RecordType type() {
    return type;
  }

  public String submitter() {
    return submitter;
  }

  public String hospital() {
    return hospital;
  }

  public SubmissionState state() {
    return state;
  }

  public Instant submitted() {
    return submitted;
  }

  public @Nullable Instant decided() {
    return decided;
  }

  public @Nullable Long blockHeight() {
    return blockHeight;
  }

  public @Nullable Integer blockIndex() {
    return blockIndex;
  }

  public byte @Nullable [] inclusion() {
    return inclusion;
  }

  public @Nullable String reason() {
    return reason;
  }
}
