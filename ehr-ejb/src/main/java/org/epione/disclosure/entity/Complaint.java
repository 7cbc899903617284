package org.epione.disclosure.entity;

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
import org.epione.disclosure.boundary.ComplaintOutcome;
import org.epione.disclosure.boundary.Disclosure;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** A patient's complaint about somebody who had to do with her records, and its answer. */
@Entity
@Table(name = "complaint")
@NamedQuery(name = "Complaint.all", query = "select c from Complaint c order by c.filedAt desc")
@NamedQuery(
    name = "Complaint.ofPatient",
    query = "select c from Complaint c where c.patient = :patient order by c.filedAt desc")
@NamedQuery(
    name = "Complaint.waiting",
    query = "select count(c) from Complaint c where c.outcome is null")
public class Complaint {

  @Id
  @Column(length = 36)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(nullable = false, length = 36, updatable = false)
  private String patient;

  @Column(nullable = false, length = 64, updatable = false)
  private String disclosure;

  @Column(nullable = false, length = 40, updatable = false)
  private String what;

  @Column(name = "happened_at", nullable = false, updatable = false)
  private Instant happenedAt;

  @Column(nullable = false, length = 32, updatable = false)
  private String reference;

  @Column(name = "protected_who", nullable = false, updatable = false)
  private byte[] protectedWho;

  @Column(name = "protected_text", nullable = false, updatable = false)
  private byte[] protectedText;

  @Column(name = "filed_at", nullable = false, updatable = false)
  private Instant filedAt;

  @Enumerated(EnumType.STRING)
  @Column(length = 16)
  private @Nullable ComplaintOutcome outcome;

  @Column(name = "protected_answer")
  private byte @Nullable [] protectedAnswer;

  @Column(name = "answered_by", length = 36)
  private @Nullable String answeredBy;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Complaint() {}

  /** A complaint that was filed now. */
  public Complaint(
      String id,
      PartyCode hospital,
      AccountId patient,
      Disclosure about,
      byte[] protectedWho,
      byte[] protectedText,
      Instant now) {
    this.id = id;
    this.hospital = hospital.value();
    this.patient = patient.toString();
    this.disclosure = about.id();
    this.what = about.what();
    this.happenedAt = about.at();
    this.reference = about.reference();
    this.protectedWho = protectedWho.clone();
    this.protectedText = protectedText.clone();
    this.filedAt = now;
  }

  /** An auditor has looked into it. */
  public void answer(AccountId auditor, ComplaintOutcome how, byte[] text, Instant now) {
    outcome = how;
    protectedAnswer = text.clone();
    answeredBy = auditor.toString();
    answeredAt = now;
  }

  public String id() {
    return id;
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  /** Id of what it is about in the patient's list. */
  public String disclosure() {
    return disclosure;
  }

  public String what() {
    return what;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public String reference() {
    return reference;
  }

  public byte[] protectedWho() {
    return protectedWho.clone();
  }

  public byte[] protectedText() {
    return protectedText.clone();
  }

  public Instant filedAt() {
    return filedAt;
  }

  /** Empty until it is answered. */
  public Optional<ComplaintOutcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  public Optional<byte[]> protectedAnswer() {
    return Optional.ofNullable(protectedAnswer).map(byte[]::clone);
  }

  public Optional<Instant> answeredAt() {
    return Optional.ofNullable(answeredAt);
  }

  /** Without what was written. */
  @Override
  public String toString() {
    return "Complaint[" + id + "]";
  }
}
