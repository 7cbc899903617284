package org.epione.record.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A sealed attachment of a finished record, and how much of it the cloud has. */
@Entity
@Table(name = "record_attachment")
@NamedQuery(
    name = "RecordAttachment.ofRecord",
    query = "select a from RecordAttachment a where a.recordId = :record order by a.position")
public class RecordAttachment {

  @Id
  @Column(length = 100)
  private String id;

  @Column(name = "record_id", nullable = false, length = 32)
  private String recordId;

  @Column(nullable = false)
  private int position;

  @Column(nullable = false, length = 64)
  private String digest;

  @Column(name = "content_length", nullable = false)
  private long length;

  @Column(nullable = false)
  private long stored;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected RecordAttachment() {}

  /** An attachment of which the cloud has nothing yet. */
  public RecordAttachment(String recordId, int position, String digest, long length) {
    this.id = recordId + '-' + digest;
    this.recordId = recordId;
    this.position = position;
    this.digest = digest;
    this.length = length;
  }

  /** The cloud has so much; what it said before and comes late changes nothing. */
  public void stored(long bytes) {
    stored = Math.max(stored, Math.min(bytes, length));
  }

  public boolean isStored() {
    return stored == length;
  }

  /** Digest of the sealed stream in hex. */
  public String digest() {
    return digest;
  }

  public long length() {
    return length;
  }

  /** How many bytes from the beginning the cloud has. */
  public long stored() {
    return stored;
  }
}
