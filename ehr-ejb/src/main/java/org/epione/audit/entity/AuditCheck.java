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

/** A check of an episode that an auditor began. */
@Entity
@Table(name = "audit_check")
@NamedQuery(
    name = "AuditCheck.asking",
    query = "select c from AuditCheck c where c.askedEnvelope = :envelope")
public class AuditCheck {

  @Id
  @Column(length = 36)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(nullable = false, length = 32, updatable = false)
  private String episode;

  @Column(nullable = false, length = 36, updatable = false)
  private String auditor;

  @Column(name = "begun_at", nullable = false, updatable = false)
  private Instant begunAt;

  @Column(length = 32)
  private @Nullable String cloud;

  @Column(name = "asked_envelope", length = 32)
  private @Nullable String askedEnvelope;

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

  /** A check that begins. */
  public AuditCheck(
      String id, PartyCode hospital, String episode, AccountId auditor, Instant begunAt) {
    this.id = id;
    this.hospital = hospital.value();
    this.episode = episode;
    this.auditor = auditor.toString();
    this.begunAt = begunAt;
  }

  /** The cloud is asked whether it has what the chain says. */
  public void asks(PartyCode which, EnvelopeId envelope, long expected, String where) {
    cloud = which.value();
    askedEnvelope = envelope.hex();
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

  public String episode() {
    return episode;
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
