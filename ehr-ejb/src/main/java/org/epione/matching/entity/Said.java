package org.epione.matching.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** One message of a conversation, which only the two browsers can open. */
@Entity
@Table(name = "matching_said")
@NamedQuery(
    name = "Said.of",
    query = "select s from Said s where s.exchange = :exchange order by s.saidAt, s.number")
@NamedQuery(name = "Said.delete", query = "delete from Said s where s.exchange = :exchange")
public class Said {

  @Id
  @Column(length = 48)
  private String id;

  @Column(name = "exchange_id", nullable = false, length = 36, updatable = false)
  private String exchange;

  @Column(nullable = false, updatable = false)
  private boolean outgoing;

  @Column(nullable = false, updatable = false)
  private int number;

  @Column(nullable = false, updatable = false)
  private byte[] sealed;

  @Column(name = "said_at", nullable = false, updatable = false)
  private Instant saidAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Said() {}

  /** One that was sent or came. */
  public Said(Exchange exchange, boolean outgoing, int number, byte[] sealed, Instant now) {
    this.id = idOf(exchange, outgoing, number);
    this.exchange = exchange.id().toString();
    this.outgoing = outgoing;
    this.number = number;
    this.sealed = sealed.clone();
    this.saidAt = now;
  }

  /** One row for each number of each direction. */
  public static String idOf(Exchange exchange, boolean outgoing, int number) {
    return exchange.id() + (outgoing ? ">" : "<") + number;
  }

  public boolean outgoing() {
    return outgoing;
  }

  public int number() {
    return number;
  }

  public byte[] sealed() {
    return sealed.clone();
  }

  public Instant saidAt() {
    return saidAt;
  }

  @Override
  public String toString() {
    return "Said";
  }
}
