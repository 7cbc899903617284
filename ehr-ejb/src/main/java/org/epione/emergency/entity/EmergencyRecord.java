package org.epione.emergency.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.ledger.record.RequestId;
import org.epione.sharing.boundary.EmergencyRequest;
import org.jspecify.annotations.Nullable;

/** A record that an emergency opens: the doctor's signed request, and what answers it. */
@Entity
@Table(name = "emergency_record")
@NamedQuery(
    name = "EmergencyRecord.ofEmergency",
    query = "select r from EmergencyRecord r where r.emergency = :emergency order by r.reference")
public class EmergencyRecord {

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, updatable = false, length = 32)
  private String emergency;

  @Column(nullable = false, updatable = false, length = 32)
  private String episode;

  @Column(nullable = false, updatable = false, length = 32)
  private String reference;

  private byte @Nullable [] request;

  @Column(name = "not_after", nullable = false, updatable = false)
  private Instant notAfter;

  @Column(name = "grant_bytes")
  private byte @Nullable [] grantBytes;

  @Column(name = "sealed_keys")
  private byte @Nullable [] sealedKeys;

  @Column(name = "finding_salt")
  private byte @Nullable [] findingSalt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected EmergencyRecord() {}

  /** A signed request that is not sent yet. */
  public EmergencyRecord(String emergency, EmergencyRequest signed) {
    this.id = signed.id().hex();
    this.emergency = emergency;
    this.episode = signed.episode().hex();
    this.reference = signed.reference();
    this.request = signed.message().bytes();
    this.notAfter = signed.notAfter();
  }

  /** What will answer it. */
  public void grant(Grant grant, ByteString keys) {
    grantBytes = grant.encode();
    sealedKeys = keys.bytes();
  }

  /** It is answered: the keys are not kept here any longer. */
  public void answered() {
    sealedKeys = null;
  }

  /** It is sent, or will not be. */
  public void forgetRequest() {
    request = null;
  }

  /** The salt of the commitment to what the review found. */
  public void reviewed(ByteString salt) {
    findingSalt = salt.bytes();
  }

  public RequestId id() {
    return RequestId.ofHex(id);
  }

  public String emergency() {
    return emergency;
  }

  public RecordId episode() {
    return RecordId.ofHex(episode);
  }

  public String reference() {
    return reference;
  }

  /** The signed request; only before it is sent. */
  public EmergencyRequest request() {
    return new EmergencyRequest(
        id(), episode(), reference, ByteString.of(Objects.requireNonNull(request)), notAfter);
  }

  /** Until when the doctor asks to read. */
  public Instant notAfter() {
    return notAfter;
  }

  /** The grant that answers it, once there is one. */
  public Optional<Grant> grant() {
    return Optional.ofNullable(grantBytes).map(Grant::decode);
  }

  /** R1 and R2, sealed to the system manager; only until it is answered. */
  public Optional<ByteString> sealedKeys() {
    return Optional.ofNullable(sealedKeys).map(ByteString::of);
  }

  public Optional<ByteString> findingSalt() {
    return Optional.ofNullable(findingSalt).map(ByteString::of);
  }
}
