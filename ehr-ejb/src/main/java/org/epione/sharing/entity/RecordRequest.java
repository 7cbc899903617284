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

/** A doctor's request for a record, at her own hospital. */
@Entity
@Table(name = "sharing_request")
@NamedQuery(
    name = "RecordRequest.ofDoctor",
    query = "select r from RecordRequest r where r.doctor = :doctor order by r.askedAt desc")
@NamedQuery(
    name = "RecordRequest.openBundles",
    query =
        "select count(distinct r.bundleId) from RecordRequest r where r.doctor = :doctor"
            + " and r.bundleId is not null and r.state in :states and r.until > :now")
@NamedQuery(
    name = "RecordRequest.together",
    query = "select r from RecordRequest r where r.bundleId = :bundle order by r.reference")
@NamedQuery(
    name = "RecordRequest.byGrant",
    query = "select r from RecordRequest r where r.grantDigest = :digest")
public class RecordRequest {

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(nullable = false, length = 36, updatable = false)
  private String doctor;

  @Column(name = "asked_hospital", nullable = false, length = 32, updatable = false)
  private String askedHospital;

  @Column(nullable = false, length = 32, updatable = false)
  private String reference;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16, updatable = false)
  private Purpose purpose;

  @Column(name = "until_at", nullable = false, updatable = false)
  private Instant until;

  @Column(name = "asked_at", nullable = false, updatable = false)
  private Instant askedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "request_state", nullable = false, length = 24)
  private RequestState state;

  @Column(length = 64)
  private @Nullable String reason;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Column(length = 32)
  private @Nullable String episode;

  @Column(name = "grant_digest", length = 64)
  private @Nullable String grantDigest;

  @Column(name = "not_after")
  private @Nullable Instant notAfter;

  @Column private byte @Nullable [] evidence;

  @Column(name = "allowed_ahead", nullable = false)
  private boolean allowedAhead;

  @Column(name = "bundle_id", length = 64)
  private @Nullable String bundleId;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected RecordRequest() {}

  /** A request that is being sent. */
  public RecordRequest(
      RequestId id,
      PartyCode hospital,
      AccountId doctor,
      PartyCode askedHospital,
      String reference,
      Purpose purpose,
      Instant until,
      Instant now) {
    this.id = id.hex();
    this.hospital = hospital.value();
    this.doctor = doctor.toString();
    this.askedHospital = askedHospital.value();
    this.reference = reference;
    this.purpose = purpose;
    this.until = until;
    this.askedAt = now;
    this.state = RequestState.SENT;
    this.changedAt = now;
  }

  /** It was asked together with others, in the act of that name. */
  public void inBundle(String bundle) {
    bundleId = bundle;
  }

  /** What names the act in which it was asked together with others, if it was. */
  public Optional<String> bundle() {
    return Optional.ofNullable(bundleId);
  }

  /**
   * Takes note of news.
   *
   * @return whether it was news
   */
  public boolean advance(RequestState next, @Nullable String why, Instant now) {
    if (!state.givesWayTo(next)) {
      return false;
    }
    state = next;
    reason = why;
    changedAt = now;
    return true;
  }

  /** The key is issued; what proves it is kept. */
  public void ready(String record, String digest, Instant end, byte[] proof, Instant now) {
    if (advance(RequestState.READY, null, now)) {
      episode = record;
      grantDigest = digest;
      notAfter = end;
      evidence = proof.clone();
    }
  }

  /** Whether the patient had allowed it beforehand. */
  public void allowedAhead(boolean ahead) {
    allowedAhead = ahead;
  }

  /** Whether the patient had allowed it beforehand, as far as it is known. */
  public boolean allowedAhead() {
    return allowedAhead;
  }

  public RequestId id() {
    return RequestId.ofHex(id);
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public AccountId doctor() {
    return AccountId.of(doctor);
  }

  public PartyCode askedHospital() {
    return new PartyCode(askedHospital);
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

  public RequestState state() {
    return state;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public Optional<String> episode() {
    return Optional.ofNullable(episode);
  }

  public Optional<String> grantDigest() {
    return Optional.ofNullable(grantDigest);
  }

  public Optional<Instant> notAfter() {
    return Optional.ofNullable(notAfter);
  }

  /** The encoded {@code sharing.issued} message. */
  public Optional<byte[]> evidence() {
    return Optional.ofNullable(evidence).map(byte[]::clone);
  }
}
