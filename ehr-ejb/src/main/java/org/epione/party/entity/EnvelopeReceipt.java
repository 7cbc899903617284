package org.epione.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An envelope that was handled. */
@Entity
@Table(name = "received_envelope")
public class EnvelopeReceipt {

  /** Sender and id: two senders cannot get in each other's way. */
  @Id
  @Column(length = 72)
  private String id;

  @Column(nullable = false, length = 64)
  private String digest;

  @Column(name = "envelope_type", nullable = false, length = 64)
  private String envelopeType;

  @Column(nullable = false, length = 32)
  private String receiver;

  @Column(nullable = false)
  private Instant received;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected EnvelopeReceipt() {}

  /** An envelope that is being handled now. */
  public EnvelopeReceipt(
      String id, String digest, String envelopeType, String receiver, Instant received) {
    this.id = id;
    this.digest = digest;
    this.envelopeType = envelopeType;
    this.receiver = receiver;
    this.received = received;
  }

  public String id() {
    return id;
  }

  public String digest() {
    return digest;
  }

  public String envelopeType() {
    return envelopeType;
  }

  public String receiver() {
    return receiver;
  }

  /** When it was handled. */
  public Instant received() {
    return received;
  }
}
