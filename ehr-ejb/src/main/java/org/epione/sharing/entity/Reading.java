package org.epione.sharing.entity;

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
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a shared record, at the doctor's hospital. What it holds for a while is still
 * encrypted.
 */
@Entity
@Table(name = "sharing_reading")
@NamedQuery(
    name = "Reading.ofRequest",
    query = "select r from Reading r where r.requestId = :request order by r.begunAt desc")
@NamedQuery(name = "Reading.byRecord", query = "select r from Reading r where r.recordId = :record")
@NamedQuery(name = "Reading.overdue", query = "select r from Reading r where r.keepUntil < :now")
public class Reading {

  @Id
  @Column(length = 32)
  private String id;

  @Column(name = "request_id", nullable = false, length = 32, updatable = false)
  private String requestId;

  @Enumerated(EnumType.STRING)
  @Column(name = "reading_state", nullable = false, length = 16)
  private ReadingState state;

  @Column(length = 64)
  private @Nullable String reason;

  @Column(name = "begun_at", nullable = false, updatable = false)
  private Instant begunAt;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Column(name = "record_id", nullable = false, length = 64, updatable = false)
  private String recordId;

  @Column(name = "ledger_record", nullable = false, updatable = false)
  private byte[] ledgerRecord;

  @Column private byte @Nullable [] content;

  @Column(name = "keep_until")
  private @Nullable Instant keepUntil;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Reading() {}

  /** A reading that begins. */
  public Reading(ReadId id, RequestId request, String recordId, byte[] ledgerRecord, Instant now) {
    this.id = id.hex();
    this.requestId = request.hex();
    this.recordId = recordId;
    this.ledgerRecord = ledgerRecord.clone();
    this.state = ReadingState.RECORDING;
    this.begunAt = now;
    this.changedAt = now;
  }

  /** The system manager is asked. */
  public void asked(Instant now) {
    if (state == ReadingState.RECORDING) {
      move(ReadingState.ASKED, now);
    }
  }

  /** The re-encrypted record came; kept until the given time. */
  public void delivered(byte[] reEncrypted, Instant until, Instant now) {
    if (state == ReadingState.ASKED) {
      content = reEncrypted.clone();
      keepUntil = until;
      move(ReadingState.DELIVERED, now);
    }
  }

  /** It is refused. */
  public void refused(String why, Instant now) {
    if (state == ReadingState.RECORDING || state == ReadingState.ASKED) {
      reason = why;
      move(ReadingState.REFUSED, now);
    }
  }

  /** The re-encrypted record is removed. */
  public void close(Instant now) {
    content = null;
    keepUntil = null;
    if (state == ReadingState.DELIVERED) {
      move(ReadingState.CLOSED, now);
    }
  }

  private void move(ReadingState next, Instant now) {
    state = next;
    changedAt = now;
  }

  public ReadId id() {
    return ReadId.ofHex(id);
  }

  public RequestId request() {
    return RequestId.ofHex(requestId);
  }

  public ReadingState state() {
    return state;
  }

  public Instant begunAt() {
    return begunAt;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public String recordId() {
    return recordId;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public Optional<Instant> keepUntil() {
    return Optional.ofNullable(keepUntil);
  }

  /** The signed RECORD_READ record, encoded. */
  public byte[] ledgerRecord() {
    return ledgerRecord.clone();
  }

  /** The re-encrypted record, encoded; only the doctor's key opens it. */
  public Optional<byte[]> content() {
    return Optional.ofNullable(content).map(byte[]::clone);
  }
}
