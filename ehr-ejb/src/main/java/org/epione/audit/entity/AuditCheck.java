package org.epione.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * A check of an episode, of one record, or of a chain as a whole, that an auditor began by itself
 * or for a report.
 */
@Entity
@Table(name = "audit_check")
@NamedQuery(
    name = "AuditCheck.asking",
    query = "select c from AuditCheck c where c.askedEnvelope = :envelope")
@NamedQuery(
    name = "AuditCheck.ofReport",
    query = "select c from AuditCheck c where c.report = :report order by c.place")
@NamedQuery(
    name = "AuditCheck.next",
    query =
        "select c from AuditCheck c where c.report = :report and c.doneAt is null"
            + " and c.askedEnvelope is null order by c.place")
@NamedQuery(
    name = "AuditCheck.unanswered",
    query =
        "select c from AuditCheck c where c.report = :report and c.doneAt is null"
            + " and c.askedAt < :before")
@NamedQuery(
    name = "AuditCheck.count",
    query = "select count(c) from AuditCheck c where c.report = :report")
@NamedQuery(
    name = "AuditCheck.countDone",
    query = "select count(c) from AuditCheck c where c.report = :report and c.doneAt is not null")
public class AuditCheck {

  @Id
  @Column(length = 36)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(length = 32, updatable = false)
  private @Nullable String episode;

  @Column(name = "record_id", length = 64, updatable = false)
  private @Nullable String recordId;

  @Column(nullable = false, length = 36, updatable = false)
  private String auditor;

  @Column(name = "report_id", length = 36, updatable = false)
  private @Nullable String report;

  @Column(nullable = false, updatable = false)
  private int place;

  @Column(name = "begun_at", nullable = false, updatable = false)
  private Instant begunAt;

  @Column(length = 32)
  private @Nullable String cloud;

  @Column(name = "asked_envelope", length = 32)
  private @Nullable String askedEnvelope;

  @Column(name = "asked_at")
  private @Nullable Instant askedAt;

  @Column(name = "expected_length", nullable = false)
  private long length;

  @Column(length = 256)
  private @Nullable String location;

  @Column(length = 16)
  private @Nullable String ciphertext;

  @Column(name = "done_at")
  private @Nullable Instant doneAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AuditCheck() {}

  /** A check of an episode that begins by itself. */
  public AuditCheck(
      String id, PartyCode hospital, String episode, AccountId auditor, Instant begunAt) {
    this.id = id;
    this.hospital = hospital.value();
    this.episode = episode;
    this.auditor = auditor.toString();
    this.begunAt = begunAt;
  }

  /** A check that waits for its turn in a report. */
  public AuditCheck(String id, AuditReportJob job, CheckTarget target, int place, Instant now) {
    this.id = id;
    this.hospital = job.hospital().value();
    this.episode = target.episode().orElse(null);
    this.recordId = target.record().orElse(null);
    this.auditor = job.auditor().toString();
    this.report = job.id();
    this.place = place;
    this.begunAt = now;
  }

  /** The cloud is asked whether it has what the chain says. */
  public void asks(PartyCode which, EnvelopeId envelope, long expected, String where, Instant now) {
    cloud = which.value();
    askedEnvelope = envelope.hex();
    askedAt = now;
    length = expected;
    location = where;
  }

  /** The cloud's answer ends the check. */
  public void found(String finding, Instant now) {
    ciphertext = finding;
    doneAt = now;
  }

  /** Nothing is left to ask. */
  public void done(Instant now) {
    doneAt = now;
  }

  public String id() {
    return id;
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  /** Episode and record that it is of. */
  public CheckTarget target() {
    return new CheckTarget(Optional.ofNullable(episode), Optional.ofNullable(recordId));
  }

  /** The episode; empty where it is of none. */
  public String episode() {
    return episode == null ? "" : episode;
  }

  public AccountId auditor() {
    return AccountId.of(auditor);
  }

  public Instant begunAt() {
    return begunAt;
  }

  /** The cloud that was asked. */
  public PartyCode cloud() {
    if (cloud == null) {
      throw new IllegalStateException("no cloud was asked");
    }
    return new PartyCode(cloud);
  }

  /** Whether that party was asked. */
  public boolean isAnswerableBy(PartyCode party) {
    return party.value().equals(cloud);
  }

  /** Length in bytes as the chain says. */
  public long length() {
    return length;
  }

  /** Location as the chain says; empty where nothing is stored. */
  public String location() {
    return location == null ? "" : location;
  }

  public Optional<String> ciphertext() {
    return Optional.ofNullable(ciphertext);
  }

  public boolean isDone() {
    return doneAt != null;
  }
}
