package org.epione.sharing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.epione.platform.identity.PartyCode;

/**
 * A patient's signed withdrawal of a grant, at the system manager; also of a grant that has not
 * come yet.
 */
@Entity
@Table(name = "sharing_withdrawal")
public class Withdrawal {

  @Id
  @Column(length = 64)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(name = "ledger_record", nullable = false, updatable = false)
  private byte[] ledgerRecord;

  @Column(name = "received_at", nullable = false, updatable = false)
  private Instant receivedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Withdrawal() {}

  /**
   * A withdrawal.
   *
   * @param id digest of the grant, in hexadecimal
   */
  public Withdrawal(String id, PartyCode hospital, byte[] ledgerRecord, Instant now) {
    this.id = id;
    this.hospital = hospital.value();
    this.ledgerRecord = ledgerRecord.clone();
    this.receivedAt = now;
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  /** The signed CONSENT_WITHDRAWN record, encoded. */
  public byte[] ledgerRecord() {
    return ledgerRecord.clone();
  }
}
