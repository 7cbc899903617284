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
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What a patient allows before anybody asks: one doctor, one purpose, some or all of her records at
 * this hospital, until a day. It grants nothing by itself; what does is the {@link StandingGrant}s
 * that she signed for it.
 */
@Entity
@Table(name = "sharing_rule")
@NamedQuery(
    name = "StandingRule.ofPatient",
    query = "select r from StandingRule r where r.patient = :patient order by r.madeAt desc")
@NamedQuery(
    name = "StandingRule.standingFor",
    query = "select r from StandingRule r where r.standingFor = :key")
@NamedQuery(
    name = "StandingRule.byRecord",
    query =
        "select r from StandingRule r where r.madeRecordId = :record or r.withdrawalRecordId = :record")
@NamedQuery(
    name = "StandingRule.over",
    query = "select r from StandingRule r where r.standingFor is not null and r.notAfter < :now")
public class StandingRule {

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(nullable = false, length = 36, updatable = false)
  private String patient;

  @Column(name = "doctor_pid", nullable = false, updatable = false)
  private byte[] doctorPid;

  @Column(nullable = false, updatable = false)
  private byte[] certificate;

  @Column(name = "doctor_name", nullable = false, length = 256, updatable = false)
  private String doctorName;

  @Column(nullable = false, length = 256, updatable = false)
  private String specialty;

  @Column(name = "asking_hospital", nullable = false, length = 32, updatable = false)
  private String askingHospital;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16, updatable = false)
  private Purpose purpose;

  @Column(name = "all_records", nullable = false, updatable = false)
  private boolean allRecords;

  @Column(name = "not_after", nullable = false, updatable = false)
  private Instant notAfter;

  @Column(name = "made_at", nullable = false, updatable = false)
  private Instant madeAt;

  @Column(name = "signed_by", length = 36)
  private @Nullable String signedBy;

  @Column(name = "standing_for", length = 160)
  private @Nullable String standingFor;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Column(name = "made_record_id", length = 64)
  private @Nullable String madeRecordId;

  @Column(name = "made_height")
  private @Nullable Long madeHeight;

  @Column(name = "withdrawal_record_id", length = 64)
  private @Nullable String withdrawalRecordId;

  @Column(name = "withdrawal_height")
  private @Nullable Long withdrawalHeight;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected StandingRule() {}

  /** A rule that stands from now on. */
  public StandingRule(String id, Allowed allowed, Instant now) {
    this.id = id;
    this.hospital = allowed.hospital().value();
    this.patient = allowed.patient().toString();
    this.doctorPid = allowed.doctor().certificate().pid().value().bytes();
    this.certificate = allowed.doctor().certificate().encode();
    this.doctorName = allowed.doctor().name();
    this.specialty = allowed.doctor().specialty();
    this.askingHospital = allowed.doctor().hospital().value();
    this.purpose = allowed.purpose();
    this.allRecords = allowed.allRecords();
    this.notAfter = allowed.notAfter();
    this.madeAt = now;
    this.standingFor = key(allowed.patient(), allowed.doctor().certificate().pid(), purpose);
  }

  /** One rule of a patient for a doctor and a purpose stands at a time. */
  public static String key(AccountId patient, Pid doctor, Purpose purpose) {
    return patient + "/" + Digest.of(doctor.value().bytes()).hex() + "/" + purpose.name();
  }

  /**
   * Grants were made for it; the chain was told with that record.
   *
   * @param by the patient or a guardian, who signed
   */
  public void made(String recordId, AccountId by) {
    madeRecordId = recordId;
    madeHeight = null;
    signedBy = by.toString();
  }

  /** Whether that guardian signed last for it. */
  public boolean isSignedBy(AccountId guardian) {
    return guardian.toString().equals(signedBy);
  }

  /**
   * The patient takes it back.
   *
   * @param recordId of what the chain is told; empty where no grant was left to withdraw
   */
  public void withdrawn(Optional<String> recordId, Instant now) {
    withdrawnAt = now;
    standingFor = null;
    withdrawalRecordId = recordId.orElse(null);
  }

  /** Its day has passed: another can stand in its place. */
  public void over() {
    standingFor = null;
  }

  /** One of its records stands on the chain. */
  public void recorded(String recordId, long height) {
    if (recordId.equals(madeRecordId)) {
      madeHeight = height;
    } else if (recordId.equals(withdrawalRecordId)) {
      withdrawalHeight = height;
    }
  }

  /** Whether it is neither withdrawn nor over then. */
  public boolean standsAt(Instant time) {
    return withdrawnAt == null && !time.isAfter(notAfter);
  }

  public String id() {
    return id;
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public AccountId patient() {
    return AccountId.of(patient);
  }

  public Pid doctor() {
    return Pid.of(doctorPid);
  }

  /** The doctor's certificate, to whose receiving key the grants are sealed. */
  public DoctorCertificate certificate() {
    return DoctorCertificate.decode(certificate);
  }

  public String doctorName() {
    return doctorName;
  }

  public String specialty() {
    return specialty;
  }

  public PartyCode askingHospital() {
    return new PartyCode(askingHospital);
  }

  public Purpose purpose() {
    return purpose;
  }

  /** Whether all of her records at this hospital are meant, also later ones. */
  public boolean allRecords() {
    return allRecords;
  }

  public Instant notAfter() {
    return notAfter;
  }

  public Instant madeAt() {
    return madeAt;
  }

  public Optional<Instant> withdrawnAt() {
    return Optional.ofNullable(withdrawnAt);
  }

  /** Height of the block that says that grants were made. */
  public Optional<Long> madeHeight() {
    return Optional.ofNullable(madeHeight);
  }

  /** Height of the block that says that what was left is withdrawn. */
  public Optional<Long> withdrawalHeight() {
    return Optional.ofNullable(withdrawalHeight);
  }

  /** Without names. */
  @Override
  public String toString() {
    return "StandingRule[" + id + "]";
  }
}
