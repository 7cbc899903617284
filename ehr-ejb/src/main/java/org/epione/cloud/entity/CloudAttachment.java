package org.epione.cloud.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sealed attachment that a cloud hosted here takes in piece by piece, and then keeps. */
@Entity
@Table(name = "cloud_attachment")
@NamedQuery(
    name = "CloudAttachment.ofEpisode",
    query =
        "select count(a) from CloudAttachment a where a.cloud = :cloud and a.episode = :episode")
public class CloudAttachment {

  @Id
  @Column(length = 150)
  private String id;

  @Column(nullable = false, length = 32)
  private String cloud;

  @Column(nullable = false, length = 32)
  private String hospital;

  @Column(nullable = false, length = 32)
  private String episode;

  @Column(nullable = false, length = 64)
  private String digest;

  @Column(name = "content_length", nullable = false)
  private long length;

  @Column(nullable = false)
  private long kept;

  @Column(length = 200)
  private @Nullable String location;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Version
  @Column(nullable = false)
  private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected CloudAttachment() {}

  /** An attachment of which nothing is here. */
  public CloudAttachment(
      String cloud, String hospital, String episode, String digest, long length, Instant now) {
    this.id = idOf(cloud, episode, digest);
    this.cloud = cloud;
    this.hospital = hospital;
    this.episode = episode;
    this.digest = digest;
    this.length = length;
    this.changedAt = now;
  }

  /** The key: one for each attachment of an episode at a cloud. */
  public static String idOf(String cloud, String episode, String digest) {
    return cloud + ':' + episode + ':' + digest;
  }

  /** So much more is on disk. */
  public void keeps(int more, Instant now) {
    if (more < 1 || more > length - kept) {
      throw new IllegalArgumentException("more than there is");
    }
    kept += more;
    changedAt = now;
  }

  /** All is there and was found right. */
  public void stored(String where, Instant now) {
    location = where;
    changedAt = now;
  }

  public String hospital() {
    return hospital;
  }

  public String episode() {
    return episode;
  }

  public String digest() {
    return digest;
  }

  public long length() {
    return length;
  }

  public long kept() {
    return kept;
  }

  /** Where it is; empty until all of it is there. */
  public Optional<String> location() {
    return Optional.ofNullable(location);
  }
}
