package org.epione.deadletter.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.epione.deadletter.boundary.DeadLetterState;
import org.jspecify.annotations.Nullable;

/** A message that could not be handled. */
@Entity
@Table(name = "dead_letter")
@NamedQuery(
    name = "DeadLetter.ofKeepers",
    query = "select d from DeadLetter d where d.keeper in :keepers order by d.id desc")
@NamedQuery(
    name = "DeadLetter.ofArrival",
    query = "select d from DeadLetter d where d.arrival = :arrival")
@NamedQuery(
    name = "DeadLetter.countWaiting",
    query = "select count(d) from DeadLetter d where d.keeper in :keepers and d.state = :state")
public class DeadLetter {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dead_letter_seq")
  @SequenceGenerator(name = "dead_letter_seq", sequenceName = "dead_letter_seq", allocationSize = 1)
  private long id;

  @Column(nullable = false, length = 128)
  private String arrival;

  @Column(nullable = false, length = 128)
  private String queue;

  @Column(name = "message_type", nullable = false, length = 64)
  private String messageType;

  @Column(nullable = false, length = 32)
  private String receiver;

  @Column(nullable = false, length = 32)
  private String keeper;

  @Column(nullable = false, length = 1000)
  private String reason;

  @Column(nullable = false)
  private int attempts;

  @Column(name = "sealed_body", nullable = false)
  private byte[] sealedBody;

  @Column(nullable = false, length = 4000)
  private String properties;

  @Column(nullable = false)
  private Instant arrived;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private DeadLetterState state;

  private @Nullable Instant decided;

  @Column(name = "decided_by", length = 36)
  private @Nullable String decidedBy;

  @Column(name = "decision_reason", length = 500)
  private @Nullable String decisionReason;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected DeadLetter() {}

  /** A message that waits for a decision. */
  @SuppressWarnings("NullAway.Init") // the rest is set before it is kept
  public DeadLetter(
      String arrival,
      String queue,
      String messageType,
      String receiver,
      String keeper,
      Instant arrived) {
    this.arrival = arrival;
    this.queue = queue;
    this.messageType = messageType;
    this.receiver = receiver;
    this.keeper = keeper;
    this.arrived = arrived;
    this.state = DeadLetterState.WAITING;
  }

  /** Sets what was in it. */
  public void setContent(byte[] newSealedBody, String newProperties) {
    this.sealedBody = newSealedBody;
    this.properties = newProperties;
  }

  /** Sets why it failed last, and how often it was tried. */
  public void setFailure(String newReason, int newAttempts) {
    this.reason = newReason;
    this.attempts = newAttempts;
  }

  /** Someone decided. */
  public void decide(DeadLetterState decision, String by, @Nullable String why, Instant now) {
    state = decision;
    decidedBy = by;
    decisionReason = why;
    decided = now;
  }

  public long id() {
    return id;
  }

  /** The broker's id of the message, so that none is taken twice. */
  public String arrival() {
    return arrival;
  }

  public String queue() {
    return queue;
  }

  public String messageType() {
    return messageType;
  }

  public String receiver() {
    return receiver;
  }

  /** The party under whose key the body is sealed, and whose administrator decides. */
  public String keeper() {
    return keeper;
  }

  public String reason() {
    return reason;
  }

  /** How often it was tried; 0 where nobody noted a failure. */
  public int attempts() {
    return attempts;
  }

  public byte[] sealedBody() {
    return sealedBody;
  }

  public String properties() {
    return properties;
  }

  public Instant arrived() {
    return arrived;
  }

  public DeadLetterState state() {
    return state;
  }

  public @Nullable Instant decided() {
    return decided;
  }

  public @Nullable String decidedBy() {
    return decidedBy;
  }

  public @Nullable String decisionReason() {
    return decisionReason;
  }
}
