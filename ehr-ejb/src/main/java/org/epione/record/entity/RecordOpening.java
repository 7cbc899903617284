package org.epione.record.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A patient's wish to read a record: asked of the cloud, answered by message, then decrypted in her
 * session. Holds the ciphertext only, and only until it was read or replaced; where the record has
 * attachments, for an hour, since their keys are in it.
 */
@Entity
@Table(name = "record_opening")
@NamedQuery(
    name = "RecordOpening.byRequest",
    query = "select o from RecordOpening o where o.request = :request")
@NamedQuery(
    name = "RecordOpening.removeOld",
    query = "delete from RecordOpening o where o.account = :account and o.askedAt < :before")
public class RecordOpening {

  /** Not answered yet. */
  public static final String WAITING = "WAITING";

  @Id
  @Column(length = 36)
  private String id;

  @Column(name = "record_id", nullable = false, length = 32)
  private String recordId;

  @Column(nullable = false, length = 36)
  private String account;

  @Column(nullable = false, length = 32)
  private String request;

  @Column(nullable = false, length = 16)
  private String outcome = WAITING;

  @Column private byte @Nullable [] content;

  @Column(name = "asked_at", nullable = false)
  private Instant askedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected RecordOpening() {}

  /**
   * An opening whose request is sent in the same transaction.
   *
   * @param request id of the {@code cloud.fetch} envelope
   */
  public RecordOpening(String id, String recordId, String account, String request, Instant now) {
    this.id = id;
    this.recordId = recordId;
    this.account = account;
    this.request = request;
    this.askedAt = now;
  }

  /** The cloud's answer: its finding, and the ciphertext if there is one. */
  public void answered(String finding, byte @Nullable [] ciphertext) {
    this.outcome = finding;
    this.content = ciphertext == null ? null : ciphertext.clone();
  }

  public String id() {
    return id;
  }

  public String recordId() {
    return recordId;
  }

  public String account() {
    return account;
  }

  /** WAITING or the name of the finding. */
  public String outcome() {
    return outcome;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public Optional<byte[]> content() {
    return Optional.ofNullable(content);
  }
}
