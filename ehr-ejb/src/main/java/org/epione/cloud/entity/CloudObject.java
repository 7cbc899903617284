package org.epione.cloud.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ciphertext that a cloud hosted here has promised to keep, with the receipt it gave. */
@Entity
@Table(name = "cloud_object")
@NamedQuery(
    name = "CloudObject.byDigest",
    query = "select o from CloudObject o where o.cloud = :cloud and o.digest = :digest")
@NamedQuery(
    name = "CloudObject.after",
    query =
        "select o from CloudObject o where o.cloud = :cloud and o.hospital = :hospital"
            + " and o.id > :after order by o.id")
@NamedQuery(
    name = "CloudObject.count",
    query = "select count(o) from CloudObject o where o.cloud = :cloud and o.hospital = :hospital")
public class CloudObject {

  @Id
  @Column(length = 100)
  private String id;

  @Column(nullable = false, length = 32)
  private String cloud;

  @Column(nullable = false, length = 64)
  private String digest;

  @Column(name = "content_length", nullable = false)
  private long length;

  @Column(nullable = false, length = 200)
  private String location;

  @Column(nullable = false, length = 32)
  private String episode;

  @Column(nullable = false, length = 32)
  private String hospital;

  @Column(name = "diagnosis_id", nullable = false, length = 64)
  private String diagnosisId;

  @Column(nullable = false)
  private byte[] receipt;

  @Column(name = "stored_at", nullable = false)
  private Instant storedAt;

  @Column private byte @Nullable [] header;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected CloudObject() {}

  /**
   * An object that is on disk.
   *
   * @param source what it belongs to
   * @param header encoded ScopedHeader of the ciphertext, by which it is found
   * @param receipt encoded STORED record
   */
  public CloudObject(
      CloudObjectSource source,
      long length,
      String location,
      byte[] header,
      byte[] receipt,
      Instant now) {
    this.id = idOf(source.cloud(), source.diagnosisId());
    this.cloud = source.cloud();
    this.digest = source.digest();
    this.episode = source.episode();
    this.hospital = source.hospital();
    this.diagnosisId = source.diagnosisId();
    this.length = length;
    this.location = location;
    this.header = header.clone();
    this.receipt = receipt.clone();
    this.storedAt = now;
  }

  /** The key: one receipt for one diagnosis record at one cloud. */
  public static String idOf(String cloud, String diagnosisId) {
    return cloud + ":" + diagnosisId;
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

  public String location() {
    return location;
  }

  public String episode() {
    return episode;
  }

  public String hospital() {
    return hospital;
  }

  public byte[] receipt() {
    return receipt.clone();
  }

  /** The header of the ciphertext; empty where it was stored before headers were kept. */
  public Optional<byte[]> header() {
    return Optional.ofNullable(header).map(byte[]::clone);
  }

  /** Keeps the header of what was stored before headers were kept. */
  public void keepHeader(byte[] read) {
    this.header = read.clone();
  }

  public Instant storedAt() {
    return storedAt;
  }
}
