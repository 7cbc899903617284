package org.epione.forgetting.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** What the system manager answered to a hospital that ordered it to destroy. */
@Entity
@Table(name = "forgetting_order")
public class HeldReceipt {

  @Id
  @Column(length = 72)
  private String id;

  @Column(name = "order_digest", nullable = false, length = 64)
  private String orderDigest;

  @Column(nullable = false)
  private byte[] receipt;

  @Column(name = "received_at", nullable = false)
  private Instant receivedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected HeldReceipt() {}

  /** The answer to an order. */
  @SuppressWarnings("NullAway.Init") // answer sets the rest
  public HeldReceipt(
      PartyCode hospital, AccountId account, Digest order, byte[] receipt, Instant now) {
    this.id = id(hospital, account);
    answer(order, receipt, now);
  }

  /** The answer to a later order about the same account. */
  public final void answer(Digest order, byte[] newReceipt, Instant now) {
    orderDigest = order.hex();
    receipt = newReceipt.clone();
    receivedAt = now;
  }

  /** One hospital cannot name another's account. */
  public static String id(PartyCode hospital, AccountId account) {
    return hospital + "/" + account;
  }

  /** Whether that order was answered. */
  public boolean answers(Digest order) {
    return orderDigest.equals(order.hex());
  }

  /** The encoded {@code forgetting.destroyed} message. */
  public byte[] receipt() {
    return receipt.clone();
  }
}
