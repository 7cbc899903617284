package org.epione.record.entity;

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
import org.jspecify.annotations.Nullable;

/** The finished record of an episode: what was signed, where its ciphertext is, how far it got. */
@Entity
@Table(name = "medical_record")
@NamedQuery(
    name = "MedicalRecord.ofPatient",
    query =
        "select r from MedicalRecord r where r.patientAccount = :account order by r.sealedAt desc")
public class MedicalRecord {

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, length = 32)
  private String hospital;

  @Column(nullable = false, length = 32)
  private String cloud;

  @Column(nullable = false, length = 20)
  private String reference;

  @Column(name = "patient_account", nullable = false, length = 36)
  private String patientAccount;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private RecordState state = RecordState.STORING;

  @Column(length = 200)
  private @Nullable String reason;

  @Column(nullable = false)
  private byte[] diagnosis;

  @Column(name = "diagnosis_id", nullable = false, length = 64)
  private String diagnosisId;

  @Column private byte @Nullable [] stored;

  @Column(name = "stored_id", length = 64)
  private @Nullable String storedId;

  @Column(name = "ciphertext_digest", nullable = false, length = 64)
  private String ciphertextDigest;

  @Column(name = "ciphertext_length", nullable = false)
  private long ciphertextLength;

  @Column(length = 200)
  private @Nullable String location;

  @Column(length = 32)
  private @Nullable String appends;

  @Column(name = "held_ciphertext")
  private byte @Nullable [] heldCiphertext;

  @Column(name = "sealed_at", nullable = false)
  private Instant sealedAt;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Version
  @Column(nullable = false)
  private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected MedicalRecord() {}

  /** A record that is sent to the cloud in the same transaction. */
  public MedicalRecord(RecordOrigin origin, RecordContentFacts content, Instant now) {
    this.id = origin.episode();
    this.hospital = origin.hospital();
    this.cloud = origin.cloud();
    this.reference = origin.reference();
    this.patientAccount = origin.patientAccount();
    this.appends = origin.appends().orElse(null);
    this.diagnosis = content.diagnosis().bytes();
    this.diagnosisId = content.diagnosisId();
    this.ciphertextDigest = content.ciphertextDigest();
    this.ciphertextLength = content.ciphertextLength();
    this.sealedAt = now;
    this.changedAt = now;
  }

  /** Keeps the ciphertext until the record's attachments are stored. */
  public void hold(byte[] ciphertext) {
    this.heldCiphertext = ciphertext.clone();
  }

  /** The ciphertext is on its way, or will never be. */
  public void letGo() {
    this.heldCiphertext = null;
  }

  /** The cloud stored it and signed the receipt. */
  public void storedBy(byte[] receipt, String receiptId, String where, Instant now) {
    change(RecordState.STORING, RecordState.SUBMITTED, now);
    this.stored = receipt.clone();
    this.storedId = receiptId;
    this.location = where;
  }

  /** The diagnosis is on the chain. */
  public void diagnosed(Instant now) {
    change(RecordState.SUBMITTED, RecordState.ATTESTING, now);
  }

  /** The receipt is on the chain. */
  public void complete(Instant now) {
    change(RecordState.ATTESTING, RecordState.FINAL, now);
  }

  /** Cloud or chain refused it. */
  public void reject(String why, Instant now) {
    if (state == RecordState.FINAL || state == RecordState.REJECTED) {
      throw new IllegalStateException("the record is " + state);
    }
    state = RecordState.REJECTED;
    reason = why;
    changedAt = now;
  }

  private void change(RecordState from, RecordState to, Instant now) {
    if (state != from) {
      throw new IllegalStateException("the record is " + state + ", not " + from);
    }
    state = to;
    changedAt = now;
  }

  /** EID in hex. */
  public String id() {
    return id;
  }

  public String hospital() {
    return hospital;
  }

  public String cloud() {
    return cloud;
  }

  public String reference() {
    return reference;
  }

  public String patientAccount() {
    return patientAccount;
  }

  public RecordState state() {
    return state;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** Encoded DIAGNOSIS record. */
  public byte[] diagnosis() {
    return diagnosis.clone();
  }

  public String diagnosisId() {
    return diagnosisId;
  }

  /** Encoded STORED record. */
  public Optional<byte[]> stored() {
    return Optional.ofNullable(stored);
  }

  public Optional<String> storedId() {
    return Optional.ofNullable(storedId);
  }

  public String ciphertextDigest() {
    return ciphertextDigest;
  }

  public long ciphertextLength() {
    return ciphertextLength;
  }

  public Optional<String> location() {
    return Optional.ofNullable(location);
  }

  /** The ciphertext, while it waits for the record's attachments to be stored. */
  public Optional<byte[]> heldCiphertext() {
    return Optional.ofNullable(heldCiphertext).map(byte[]::clone);
  }

  /** EID in hex of the episode to whose record it adds. */
  public Optional<String> appends() {
    return Optional.ofNullable(appends);
  }

  public Instant sealedAt() {
    return sealedAt;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
