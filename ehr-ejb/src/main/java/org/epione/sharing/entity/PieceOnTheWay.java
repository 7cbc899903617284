package org.epione.sharing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.epione.ledger.record.ReadId;

/** At the system manager: for which reading a cloud was asked for a piece of an attachment. */
@Entity
@Table(name = "sharing_piece")
@NamedQuery(
    name = "PieceOnTheWay.removeOld",
    query = "delete from PieceOnTheWay p where p.askedAt < :before")
public class PieceOnTheWay {

  @Id
  @Column(length = 32)
  private String envelope;

  @Column(nullable = false, length = 32)
  private String reading;

  @Column(name = "asked_at", nullable = false)
  private Instant askedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected PieceOnTheWay() {}

  /**
   * A piece that a cloud is asked for in the same transaction.
   *
   * @param envelope id of the question in hex
   */
  public PieceOnTheWay(String envelope, ReadId reading, Instant now) {
    this.envelope = envelope;
    this.reading = reading.hex();
    this.askedAt = now;
  }

  public ReadId reading() {
    return ReadId.ofHex(reading);
  }
}
