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
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A doctor's request for a record, at the hospital that keeps the record, with the patient's
 * decision.
 */
@Entity
@Table(name = "sharing_inquiry")
@NamedQuery(
    name = "Inquiry.ofPatient",
    query = "select i from Inquiry i where i.patient = :patient order by i.askedAt desc")
@NamedQuery(
    name = "Inquiry.byGrant",
    query = "select i from Inquiry i where i.grantDigest = :digest")
@NamedQuery(
    name = "Inquiry.byRecord",
    query =
        "select i from Inquiry i where i.requestRecordId = :record or i.decisionRecordId = :record or i.withdrawalRecordId = :record")
@NamedQuery(
    name = "Inquiry.ofEpisode",
    query = "select i from Inquiry i where i.episode = :episode and i.hospital = :hospital")
@NamedQuery(
    name = "Inquiry.waiting",
    query = "select i " + Inquiry.WAITING + " order by i.askedAt desc")
@NamedQuery(name = "Inquiry.countWaiting", query = "select count(i) " + Inquiry.WAITING)
@NamedQuery(
    name = "Inquiry.undecidedTogether",
    query =
        "select count(i) from Inquiry i where i.patient = :patient and i.askingHospital = :asking and i.bundleId is not null and i.state in :states and i.until > :now")
public class Inquiry {

  /** What waits for a patient; of what was asked in one act nothing before all of it can. */
  static final String WAITING =
      "from Inquiry i where i.patient = :patient and i.state = :waiting"
          + " and (i.bundleId is null or not exists (select o from Inquiry o"
          + " where o.patient = i.patient and o.bundleId = i.bundleId and o.state = :recording))";

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(name = "asking_hospital", nullable = false, length = 32, updatable = false)
  private String askingHospital;

  @Column(name = "doctor_name", nullable = false, length = 256, updatable = false)
  private String doctorName;

  @Column(nullable = false, length = 256, updatable = false)
  private String specialty;

  @Column(nullable = false, length = 32, updatable = false)
  private String episode;

  @Column(nullable = false, length = 32, updatable = false)
  private String reference;

  @Column(nullable = false, length = 36, updatable = false)
  private String patient;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16, updatable = false)
  private Purpose purpose;

  @Column(name = "until_at", nullable = false, updatable = false)
  private Instant until;

  @Column(name = "asked_at", nullable = false, updatable = false)
  private Instant askedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "inquiry_state", nullable = false, length = 16)
  private InquiryState state;

  @Column(length = 64)
  private @Nullable String reason;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Column(name = "request_record_id", nullable = false, length = 64, updatable = false)
  private String requestRecordId;

  @Column(name = "request_record", nullable = false, updatable = false)
  private byte[] requestRecord;

  @Column(name = "decision_record_id", length = 64)
  private @Nullable String decisionRecordId;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "grant_digest", length = 64)
  private @Nullable String grantDigest;

  @Column(name = "not_after")
  private @Nullable Instant notAfter;

  @Column(name = "sealed_keys")
  private byte @Nullable [] sealedKeys;

  @Column(name = "withdrawal_record_id", length = 64)
  private @Nullable String withdrawalRecordId;

  @Column(name = "withdrawal_record")
  private byte @Nullable [] withdrawalRecord;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Column(name = "destruction_receipt")
  private byte @Nullable [] destructionReceipt;

  @Column(name = "key_destroyed_at")
  private @Nullable Instant keyDestroyedAt;

  @Column(name = "rule_id", length = 32)
  private @Nullable String ruleId;

  @Column(name = "emergency_id", length = 32)
  private @Nullable String emergencyId;

  @Column(name = "bundle_id", length = 64, updatable = false)
  private @Nullable String bundleId;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Inquiry() {}

  /** A request that is being recorded. */
  public Inquiry(Asked asked, String requestRecordId, byte[] requestRecord, Instant now) {
    this.id = asked.request().hex();
    this.hospital = asked.hospital().value();
    this.askingHospital = asked.askingHospital().value();
    this.doctorName = asked.doctorName();
    this.specialty = asked.specialty();
    this.episode = asked.episode();
    this.reference = asked.reference();
    this.patient = asked.patient().toString();
    this.purpose = asked.purpose();
    this.until = asked.until();
    this.askedAt = now;
    this.state = InquiryState.RECORDING;
    this.changedAt = now;
    this.requestRecordId = requestRecordId;
    this.requestRecord = requestRecord.clone();
    this.bundleId = asked.bundle().orElse(null);
  }

  /**
   * Moves on from one state to the next.
   *
   * @return false, and nothing changes, where it stands elsewhere
   */
  public boolean move(InquiryState before, InquiryState next, Instant now) {
    if (state != before) {
      return false;
    }
    state = next;
    changedAt = now;
    return true;
  }

  /** Ends without success, for a reason. */
  public void end(InquiryState next, String why, Instant now) {
    state = next;
    reason = why;
    changedAt = now;
    sealedKeys = null;
  }

  /** The patient consents. */
  public void consenting(String recordId, String digest, Instant end, byte[] keys, Instant now) {
    move(InquiryState.WAITING, InquiryState.CONSENTING, now);
    decisionRecordId = recordId;
    decidedAt = now;
    grantDigest = digest;
    notAfter = end;
    sealedKeys = keys.clone();
  }

  /** It is not the patient who consents now, but what she granted ahead for that rule. */
  public void answeredBy(String rule) {
    ruleId = rule;
  }

  /** It was not the patient who answered: it was opened in that emergency. */
  public void inEmergency(String emergency) {
    emergencyId = emergency;
  }

  /** The patient refuses. */
  public void refusing(String recordId, Instant now) {
    move(InquiryState.WAITING, InquiryState.REFUSING, now);
    decisionRecordId = recordId;
    decidedAt = now;
  }

  /** The chain did not take the patient's decision; it is hers again. */
  public void undecided(String why, Instant now) {
    state = InquiryState.WAITING;
    reason = why;
    changedAt = now;
    decisionRecordId = null;
    decidedAt = null;
    grantDigest = null;
    notAfter = null;
    sealedKeys = null;
    ruleId = null;
  }

  /** The grant went to the system manager; this hospital keeps nothing of the key. */
  public void handedOver() {
    sealedKeys = null;
  }

  /** The patient withdraws; from now on nothing is handed over. */
  public void withdrawn(String recordId, byte[] ledgerRecord, Instant now) {
    withdrawalRecordId = recordId;
    withdrawalRecord = ledgerRecord.clone();
    withdrawnAt = now;
    changedAt = now;
    sealedKeys = null;
    if (state != InquiryState.CONSENTING) {
      state = InquiryState.WITHDRAWN;
    }
  }

  /**
   * The system manager signed that it keeps no key of the grant any more; the first time counts.
   */
  public void keyDestroyed(Instant when, byte[] receipt) {
    if (keyDestroyedAt == null) {
      keyDestroyedAt = when;
      destructionReceipt = receipt.clone();
    }
  }

  /** When the system manager destroyed its key of the withdrawn grant, as it signed. */
  public Optional<Instant> keyDestroyedAt() {
    return Optional.ofNullable(keyDestroyedAt);
  }

  /** The encoded {@code sharing.destroyed} message. */
  public Optional<byte[]> destructionReceipt() {
    return Optional.ofNullable(destructionReceipt).map(byte[]::clone);
  }

  /** Whether the patient's grant holds then, be its key issued already or about to be. */
  public boolean isGrantedAt(Instant time) {
    return (state == InquiryState.CONSENTING
            || state == InquiryState.CONSENTED
            || state == InquiryState.ISSUED)
        && withdrawnAt == null
        && notAfter != null
        && !time.isAfter(notAfter);
  }

  public RequestId id() {
    return RequestId.ofHex(id);
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public PartyCode askingHospital() {
    return new PartyCode(askingHospital);
  }

  public AccountId patient() {
    return AccountId.of(patient);
  }

  public String doctorName() {
    return doctorName;
  }

  public String specialty() {
    return specialty;
  }

  public String episode() {
    return episode;
  }

  public String reference() {
    return reference;
  }

  public Purpose purpose() {
    return purpose;
  }

  public Instant until() {
    return until;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public InquiryState state() {
    return state;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public String requestRecordId() {
    return requestRecordId;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** The rule by which it was answered, if it was. */
  public Optional<String> rule() {
    return Optional.ofNullable(ruleId);
  }

  /** What names the act in which it was asked together with others, if it was. */
  public Optional<String> bundle() {
    return Optional.ofNullable(bundleId);
  }

  /** The emergency in which it was answered without the patient, if it was. */
  public Optional<String> emergency() {
    return Optional.ofNullable(emergencyId);
  }

  public Optional<String> decisionRecordId() {
    return Optional.ofNullable(decisionRecordId);
  }

  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }

  public Optional<String> grantDigest() {
    return Optional.ofNullable(grantDigest);
  }

  public Optional<Instant> notAfter() {
    return Optional.ofNullable(notAfter);
  }

  public Optional<Instant> withdrawnAt() {
    return Optional.ofNullable(withdrawnAt);
  }

  public Optional<String> withdrawalRecordId() {
    return Optional.ofNullable(withdrawalRecordId);
  }

  /** The signed ACCESS_REQUESTED record, encoded. */
  public byte[] requestRecord() {
    return requestRecord.clone();
  }

  /** The patient's share of the key, sealed to the system manager; empty once handed over. */
  public Optional<byte[]> sealedKeys() {
    return Optional.ofNullable(sealedKeys).map(byte[]::clone);
  }

  /** The signed CONSENT_WITHDRAWN record, encoded. */
  public Optional<byte[]> withdrawalRecord() {
    return Optional.ofNullable(withdrawalRecord).map(byte[]::clone);
  }

  /** Without names. */
  @Override
  public String toString() {
    return "Inquiry[" + id + " " + state + "]";
  }
}
