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
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.ledger.record.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * A grant over one record that the patient signed ahead of any request, with her share of the
 * re-encryption key, sealed to the system manager. It answers one request.
 */
@Entity
@Table(name = "sharing_standing_grant")
@NamedQuery(
    name = "StandingGrant.ofRule",
    query = "select g from StandingGrant g where g.ruleId = :rule order by g.madeAt, g.id")
@NamedQuery(
    name = "StandingGrant.ready",
    query =
        "select g from StandingGrant g where g.episode = :episode and g.state = :state order by g.madeAt, g.id")
@NamedQuery(
    name = "StandingGrant.ofRequest",
    query = "select g from StandingGrant g where g.requestId = :request")
public class StandingGrant {

  @Id
  @Column(length = 64)
  private String id;

  @Column(name = "rule_id", nullable = false, length = 32, updatable = false)
  private String ruleId;

  @Column(nullable = false, length = 32, updatable = false)
  private String episode;

  @Column(name = "grant_body", nullable = false, updatable = false)
  private byte[] grantBody;

  @Column(name = "patient_signature", nullable = false, updatable = false)
  private byte[] patientSignature;

  @Column(name = "sealed_keys")
  private byte @Nullable [] sealedKeys;

  @Enumerated(EnumType.STRING)
  @Column(name = "grant_state", nullable = false, length = 8)
  private StandingGrantState state;

  @Column(name = "request_id", length = 32)
  private @Nullable String requestId;

  @Column(name = "made_at", nullable = false, updatable = false)
  private Instant madeAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected StandingGrant() {}

  /**
   * A grant that waits.
   *
   * @param patientSignature over the grant and the chain, 48 bytes
   */
  public StandingGrant(
      StandingRule rule, Grant grant, byte[] patientSignature, byte[] sealedKeys, Instant now) {
    this.id = grant.digest().hex();
    this.ruleId = rule.id();
    this.episode = grant.records().get(0).hex();
    this.grantBody = grant.encode();
    this.patientSignature = patientSignature.clone();
    this.sealedKeys = sealedKeys.clone();
    this.state = StandingGrantState.READY;
    this.madeAt = now;
  }

  /**
   * It answers that request, and no other any more.
   *
   * @return the sealed key, of which nothing is kept here
   */
  public byte[] use(RequestId request) {
    byte[] keys = sealedKeys;
    if (state != StandingGrantState.READY || keys == null) {
      throw new IllegalStateException("a grant that is not ready");
    }
    state = StandingGrantState.USED;
    requestId = request.hex();
    sealedKeys = null;
    return keys;
  }

  /** It answers nothing any more; its key is destroyed. */
  public void spend() {
    state = StandingGrantState.SPENT;
    sealedKeys = null;
  }

  /** The digest of the grant, in hexadecimal. */
  public String id() {
    return id;
  }

  public String ruleId() {
    return ruleId;
  }

  public String episode() {
    return episode;
  }

  public Grant grant() {
    return Grant.decode(grantBody);
  }

  public ByteString patientSignature() {
    return ByteString.of(patientSignature);
  }

  public StandingGrantState state() {
    return state;
  }

  public Optional<RequestId> request() {
    return Optional.ofNullable(requestId).map(RequestId::ofHex);
  }
}
