package org.epione.sharing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.record.RequestId;
import org.jspecify.annotations.Nullable;

/** At the doctor's hospital: something was added to a record that she reads under a grant. */
@Entity
@Table(name = "sharing_addendum")
@NamedQuery(
    name = "AddendumNotice.ofRequest",
    query = "select a from AddendumNotice a where a.requestId = :request order by a.toldAt desc")
@NamedQuery(
    name = "AddendumNotice.toAskFor",
    query =
        "select count(a) from AddendumNotice a, RecordRequest r where r.id = a.requestId"
            + " and a.followUp is null and r.doctor = :doctor and r.state = :state"
            + " and r.notAfter >= :now")
public class AddendumNotice {

  @Id
  @Column(length = 64)
  private String id;

  @Column(name = "request_id", nullable = false, length = 32, updatable = false)
  private String requestId;

  @Column(nullable = false, length = 32, updatable = false)
  private String reference;

  @Column(name = "told_at", nullable = false, updatable = false)
  private Instant toldAt;

  @Column(name = "follow_up", length = 32)
  private @Nullable String followUp;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AddendumNotice() {}

  /** An addendum that the doctor has not asked for. */
  public AddendumNotice(RequestId request, String reference, Instant now) {
    this.id = idOf(request, reference);
    this.requestId = request.hex();
    this.reference = reference;
    this.toldAt = now;
  }

  /** One row for each addendum and request. */
  public static String idOf(RequestId request, String reference) {
    return request.hex() + "/" + reference;
  }

  /** The doctor asks for it with that request. */
  public void askedFor(RequestId request) {
    followUp = request.hex();
  }

  /** Of the addendum's own episode. */
  public String reference() {
    return reference;
  }

  public Instant toldAt() {
    return toldAt;
  }

  public Optional<RequestId> followUp() {
    return Optional.ofNullable(followUp).map(RequestId::ofHex);
  }
}
