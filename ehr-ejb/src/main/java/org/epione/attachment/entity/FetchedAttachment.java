package org.epione.attachment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sealed stream that comes piece by piece from a cloud, for somebody who reads a record. */
@Entity
@Table(name = "attachment_fetched")
@NamedQuery(
    name = "FetchedAttachment.unused",
    query = "select f from FetchedAttachment f where f.usedAt < :before")
public class FetchedAttachment {

  @Id
  @Column(length = 150)
  private String id;

  @Column(nullable = false, length = 64)
  private String digest;

  @Column(name = "content_length", nullable = false)
  private long length;

  @Column(nullable = false)
  private long received;

  @Column(nullable = false)
  private boolean complete;

  @Column(length = 64)
  private @Nullable String fault;

  @Column(name = "asked_at", nullable = false)
  private Instant askedAt;

  @Column(name = "used_at", nullable = false)
  private Instant usedAt;

  @Version
  @Column(nullable = false)
  private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected FetchedAttachment() {}

  /** Nothing has come yet. */
  public FetchedAttachment(String id, String digest, long length, Instant now) {
    this.id = id;
    this.digest = digest;
    this.length = length;
    this.askedAt = now;
    this.usedAt = now;
  }

  /** It is asked for, again from where it stands, or from the beginning if it had failed. */
  public void asked(Instant now) {
    if (fault != null) {
      fault = null;
      received = 0;
    }
    askedAt = now;
    usedAt = now;
  }

  /** So much more is on disk. */
  public void received(int more, Instant now) {
    if (more < 1 || more > length - received) {
      throw new IllegalArgumentException("more than there is");
    }
    received += more;
    askedAt = now;
    usedAt = now;
  }

  /** All is on disk and is what it should be. */
  public void completed() {
    complete = true;
  }

  /** It does not come, or is something else. */
  public void failed(String why) {
    fault = why;
  }

  /** Somebody still wants it. */
  public void used(Instant now) {
    usedAt = now;
  }

  public String id() {
    return id;
  }

  public String digest() {
    return digest;
  }

  public long length() {
    return length;
  }

  public long received() {
    return received;
  }

  public boolean isComplete() {
    return complete;
  }

  public Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** When a piece was asked for last. */
  public Instant askedAt() {
    return askedAt;
  }
}
