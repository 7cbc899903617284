package org.epione.attachment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that a doctor attaches to her part of an episode's record. What is known of the file
 * itself, name and keys, is sealed to the doctor.
 */
@Entity
@Table(name = "attachment_upload")
@NamedQuery(
    name = "AttachmentUpload.ofEpisode",
    query = "select u from AttachmentUpload u where u.episodeId = :episode order by u.number")
@NamedQuery(
    name = "AttachmentUpload.abandoned",
    query =
        "select u from AttachmentUpload u where u.changedAt < :before"
            + " and u.state = org.epione.attachment.entity.UploadState.UPLOADING")
@NamedQuery(
    name = "AttachmentUpload.inState",
    query = "select count(u) from AttachmentUpload u where u.id = :id and u.state = :state")
@NamedQuery(
    name = "AttachmentUpload.byDigest",
    query = "select count(u) from AttachmentUpload u where u.ciphertextDigest = :digest")
public class AttachmentUpload {

  @Id
  @Column(length = 32)
  private String id;

  @Column(name = "episode_id", nullable = false, length = 32)
  private String episodeId;

  @Column(name = "doctor_account", nullable = false, length = 36)
  private String doctorAccount;

  @Column(name = "attachment_number", nullable = false)
  private int number;

  @Column(name = "content_size", nullable = false)
  private long size;

  @Column(nullable = false)
  private long received;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private UploadState state = UploadState.UPLOADING;

  @Column(nullable = false)
  private byte[] sealed;

  @Column(name = "slice_tags", nullable = false)
  private byte[] sliceTags = new byte[0];

  @Column(name = "ciphertext_digest", length = 64)
  private @Nullable String ciphertextDigest;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Version
  @Column(nullable = false)
  private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AttachmentUpload() {}

  /**
   * An upload of which nothing has arrived.
   *
   * @param id 16 bytes in hex
   * @param sealed name and key of the slices, sealed to the doctor
   */
  public AttachmentUpload(
      String id,
      String episodeId,
      String doctorAccount,
      int number,
      long size,
      byte[] sealed,
      Instant now) {
    this.id = id;
    this.episodeId = episodeId;
    this.doctorAccount = doctorAccount;
    this.number = number;
    this.size = size;
    this.sealed = sealed.clone();
    this.changedAt = now;
  }

  /**
   * The next slice is on disk.
   *
   * @param tag of the slice's digest, by which the same file is recognised later
   */
  public void received(int length, byte[] tag, Instant now) {
    requireUploading();
    if (length < 1 || length > size - received) {
      throw new IllegalArgumentException("more than the file has");
    }
    received += length;
    byte[] tags = Arrays.copyOf(sliceTags, sliceTags.length + tag.length);
    System.arraycopy(tag, 0, tags, sliceTags.length, tag.length);
    sliceTags = tags;
    changedAt = now;
  }

  /**
   * All has arrived and is sealed.
   *
   * @param attachment what will be signed, sealed to the doctor
   */
  public void complete(byte[] attachment, String digest, Instant now) {
    requireUploading();
    if (received != size) {
      throw new IllegalStateException("not all has arrived");
    }
    state = UploadState.COMPLETE;
    sealed = attachment.clone();
    sliceTags = new byte[0];
    ciphertextDigest = digest;
    changedAt = now;
  }

  private void requireUploading() {
    if (state != UploadState.UPLOADING) {
      throw new IllegalStateException("the upload is " + state);
    }
  }

  public String id() {
    return id;
  }

  public String episodeId() {
    return episodeId;
  }

  public String doctorAccount() {
    return doctorAccount;
  }

  /** Which of the record's attachments it is, from 1. */
  public int number() {
    return number;
  }

  public long size() {
    return size;
  }

  public long received() {
    return received;
  }

  public UploadState state() {
    return state;
  }

  /** Name and key of the slices, or once complete the attachment; sealed to the doctor. */
  public byte[] sealed() {
    return sealed.clone();
  }

  /** One for each slice that has arrived, in order. */
  public byte[] sliceTags() {
    return sliceTags.clone();
  }

  public Optional<String> ciphertextDigest() {
    return Optional.ofNullable(ciphertextDigest);
  }
}
