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
import java.util.Objects;
import java.util.Optional;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * A patient's grant at the system manager, named by the grant's digest, with the key until it is
 * refused, withdrawn or over.
 */
@Entity
@Table(name = "sharing_case")
@NamedQuery(
    name = "GrantCase.inState",
    query = "select c from GrantCase c where c.state = :state order by c.receivedAt")
@NamedQuery(
    name = "GrantCase.ofEpisode",
    query = "select c from GrantCase c where c.hospital = :hospital and c.episode = :episode")
@NamedQuery(name = "GrantCase.all", query = "select c from GrantCase c order by c.receivedAt desc")
@NamedQuery(
    name = "GrantCase.byDecision",
    query = "select c from GrantCase c where c.decisionRecordId = :record")
@NamedQuery(
    name = "GrantCase.ofEmergency",
    query = "select c from GrantCase c where c.emergencyId = :emergency")
@NamedQuery(
    name = "GrantCase.over",
    query = "select c from GrantCase c where c.notAfter < :now and c.protectedKeys is not null")
public class GrantCase {

  @Id
  @Column(length = 64)
  private String id;

  @Column(name = "request_id", nullable = false, length = 32, updatable = false)
  private String requestId;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(name = "asking_hospital", nullable = false, length = 32, updatable = false)
  private String askingHospital;

  @Column(nullable = false, length = 32, updatable = false)
  private String episode;

  @Column(nullable = false, length = 16, updatable = false)
  private String purpose;

  @Column(name = "not_before", nullable = false, updatable = false)
  private Instant notBefore;

  @Column(name = "not_after", nullable = false, updatable = false)
  private Instant notAfter;

  @Column(name = "received_at", nullable = false, updatable = false)
  private Instant receivedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "case_state", nullable = false, length = 16)
  private CaseState state;

  @Column(length = 64)
  private @Nullable String reason;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Column(name = "decided_by", length = 36)
  private @Nullable String decidedBy;

  @Column(name = "decision_record_id", length = 64)
  private @Nullable String decisionRecordId;

  @Column(nullable = false, updatable = false)
  private byte[] evidence;

  @Column(name = "protected_keys")
  private byte @Nullable [] protectedKeys;

  @Column(name = "emergency_id", length = 32)
  private @Nullable String emergencyId;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected GrantCase() {}

  /** A case that waits for the officer. */
  public GrantCase(Granted granted, byte[] evidence, byte[] protectedKeys, Instant now) {
    this.id = granted.digest();
    this.requestId = granted.request().hex();
    this.hospital = granted.hospital().value();
    this.askingHospital = granted.askingHospital().value();
    this.episode = granted.episode();
    this.purpose = granted.purpose();
    this.notBefore = granted.notBefore();
    this.notAfter = granted.notAfter();
    this.receivedAt = now;
    this.state = CaseState.WAITING;
    this.changedAt = now;
    this.evidence = evidence.clone();
    this.protectedKeys = protectedKeys.clone();
  }

  /** Not the patient granted it: it was made in that emergency. */
  public void inEmergency(String emergency) {
    emergencyId = emergency;
  }

  /** The officer orders the key. */
  public void ordered(AccountId officer, Instant now) {
    move(CaseState.ORDERED, now);
    decidedBy = officer.toString();
    reason = null;
  }

  /** What was ordered cannot be issued as things stand; it is the officer's again. */
  public void notIssuable(String why, Instant now) {
    move(CaseState.WAITING, now);
    decidedBy = null;
    reason = why;
  }

  /** Who ordered the key. */
  public AccountId orderedBy() {
    return AccountId.of(Objects.requireNonNull(decidedBy, "not ordered"));
  }

  /** The officer issues; nothing can be read before the chain has it. */
  public void issuing(String recordId, AccountId officer, Instant now) {
    move(CaseState.ISSUING, now);
    reason = null;
    decisionRecordId = recordId;
    decidedBy = officer.toString();
  }

  /** The chain has the issue. */
  public void issued(Instant now) {
    if (state == CaseState.ISSUING) {
      move(CaseState.ISSUED, now);
    }
  }

  /** Refused; the key is destroyed at once. */
  public void refusing(String recordId, String why, Optional<AccountId> officer, Instant now) {
    move(CaseState.REFUSING, now);
    decisionRecordId = recordId;
    reason = why;
    decidedBy = officer.map(AccountId::toString).orElse(null);
    destroyKeys();
  }

  /** The refusal is final. */
  public void refused(String why, Instant now) {
    move(CaseState.REFUSED, now);
    reason = why;
    destroyKeys();
  }

  /** The patient withdrew; the key is destroyed at once. */
  public void withdrawn(Instant now) {
    if (state != CaseState.REFUSED) {
      move(CaseState.WITHDRAWN, now);
    }
    destroyKeys();
  }

  /** The patient was forgotten; the key is destroyed at once. */
  public void forgotten(String why, Instant now) {
    if (state != CaseState.REFUSED) {
      move(CaseState.FORGOTTEN, now);
      reason = why;
    }
    destroyKeys();
  }

  /** The key is destroyed: no reading can follow. */
  public void destroyKeys() {
    protectedKeys = null;
  }

  private void move(CaseState next, Instant now) {
    state = next;
    changedAt = now;
  }

  /** The digest of the grant, in hexadecimal. */
  public String id() {
    return id;
  }

  public RequestId request() {
    return RequestId.ofHex(requestId);
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public PartyCode askingHospital() {
    return new PartyCode(askingHospital);
  }

  public String episode() {
    return episode;
  }

  public String purpose() {
    return purpose;
  }

  public Instant notBefore() {
    return notBefore;
  }

  public Instant notAfter() {
    return notAfter;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public CaseState state() {
    return state;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public Optional<String> decidedBy() {
    return Optional.ofNullable(decidedBy);
  }

  /** The encoded {@code sharing.grant} message, without the keys. */
  public byte[] evidence() {
    return evidence.clone();
  }

  /** The patient's share of the key, under the system manager's own key; empty once destroyed. */
  public Optional<byte[]> protectedKeys() {
    return Optional.ofNullable(protectedKeys).map(byte[]::clone);
  }
}
