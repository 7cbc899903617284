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
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.ledger.record.ReadId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** One reading at the system manager. It never holds anything of the record. */
@Entity
@Table(name = "sharing_delivery")
@NamedQuery(
    name = "Delivery.byFetch",
    query = "select d from Delivery d where d.fetchEnvelope = :envelope")
@NamedQuery(
    name = "Delivery.byRefusal",
    query = "select d from Delivery d where d.refusalRecordId = :record")
@NamedQuery(
    name = "Delivery.ofGrant",
    query = "select d from Delivery d where d.grantDigest = :digest order by d.receivedAt desc")
public class Delivery {

  @Id
  @Column(length = 32)
  private String id;

  @Column(name = "grant_digest", nullable = false, length = 64, updatable = false)
  private String grantDigest;

  @Column(name = "asking_hospital", nullable = false, length = 32, updatable = false)
  private String askingHospital;

  @Enumerated(EnumType.STRING)
  @Column(name = "delivery_state", nullable = false, length = 16)
  private DeliveryState state;

  @Column(length = 64)
  private @Nullable String reason;

  @Column(name = "ledger_record", nullable = false, updatable = false)
  private byte[] ledgerRecord;

  @Column(updatable = false)
  private byte @Nullable [] inclusion;

  @Column(name = "fetch_envelope", length = 32)
  private @Nullable String fetchEnvelope;

  @Column(name = "refusal_record_id", length = 64)
  private @Nullable String refusalRecordId;

  @Column(name = "received_at", nullable = false, updatable = false)
  private Instant receivedAt;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Delivery() {}

  /** A reading that was asked for. */
  public Delivery(
      ReadId id,
      String grantDigest,
      PartyCode askingHospital,
      byte[] ledgerRecord,
      byte @Nullable [] inclusion,
      Instant now) {
    this.id = id.hex();
    this.grantDigest = grantDigest;
    this.askingHospital = askingHospital.value();
    this.ledgerRecord = ledgerRecord.clone();
    this.inclusion = inclusion == null ? null : inclusion.clone();
    this.state = DeliveryState.FETCHING;
    this.receivedAt = now;
    this.changedAt = now;
  }

  /** The cloud was asked with that envelope. */
  public void fetching(EnvelopeId envelope) {
    fetchEnvelope = envelope.hex();
  }

  /** Re-encrypted and sent. */
  public void delivered(Instant now) {
    move(DeliveryState.DELIVERED, now);
  }

  /** Refused; nobody is told before the chain has it. */
  public void refusing(String recordId, String why, Instant now) {
    refusalRecordId = recordId;
    reason = why;
    move(DeliveryState.REFUSING, now);
  }

  /** The refusal is final. */
  public void refused(Instant now) {
    move(DeliveryState.REFUSED, now);
  }

  private void move(DeliveryState next, Instant now) {
    state = next;
    changedAt = now;
  }

  public ReadId id() {
    return ReadId.ofHex(id);
  }

  public PartyCode askingHospital() {
    return new PartyCode(askingHospital);
  }

  public String grantDigest() {
    return grantDigest;
  }

  public DeliveryState state() {
    return state;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** The signed RECORD_READ record, encoded. */
  public byte[] ledgerRecord() {
    return ledgerRecord.clone();
  }

  /** Where it stands on the chain, encoded. */
  public Optional<byte[]> inclusion() {
    return Optional.ofNullable(inclusion).map(byte[]::clone);
  }
}
