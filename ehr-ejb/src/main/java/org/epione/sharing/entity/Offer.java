package org.epione.sharing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * At the doctor's hospital: a record that a patient offers, and whether the doctor asked for it.
 */
@Entity
@Table(name = "sharing_offer")
@NamedQuery(
    name = "Offer.ofBundle",
    query = "select o from Offer o where o.bundleId = :bundle order by o.reference")
@NamedQuery(
    name = "Offer.toAskFor",
    query =
        "select o from Offer o where o.followUp is null and o.bundleId in"
            + " (select r.bundleId from RecordRequest r where r.doctor = :doctor"
            + " and r.until > :now) order by o.toldAt desc, o.reference")
@NamedQuery(name = "Offer.removeOfBundle", query = "delete from Offer o where o.bundleId = :bundle")
@NamedQuery(
    name = "Offer.removeOld",
    query =
        "delete from Offer o where exists (select r from RecordRequest r"
            + " where r.bundleId = o.bundleId and r.until <= :now)")
public class Offer {

  @Id
  @Column(length = 96)
  private String id;

  @Column(name = "bundle_id", nullable = false, length = 64, updatable = false)
  private String bundleId;

  @Column(nullable = false, length = 32, updatable = false)
  private String reference;

  @Column(name = "told_at", nullable = false, updatable = false)
  private Instant toldAt;

  @Column(name = "follow_up", length = 32)
  private @Nullable String followUp;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Offer() {}

  /** A record that the doctor has not asked for. */
  public Offer(Digest bundle, String reference, Instant now) {
    this.id = idOf(bundle, reference);
    this.bundleId = bundle.hex();
    this.reference = reference;
    this.toldAt = now;
  }

  /** One for each record and question. */
  public static String idOf(Digest bundle, String reference) {
    return bundle.hex() + "/" + reference;
  }

  /** The doctor asks for it with that request. */
  public void askedFor(RequestId request) {
    followUp = request.hex();
  }

  /** The request by which the doctor asked for it. */
  public Optional<RequestId> followUp() {
    return Optional.ofNullable(followUp).map(RequestId::ofHex);
  }

  /** What names the act in answer to which it is offered. */
  public String bundle() {
    return bundleId;
  }

  public String reference() {
    return reference;
  }
}
