package org.epione.outbox.entity;

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
import java.time.Instant;
import org.epione.outbox.boundary.DestinationKind;
import org.jspecify.annotations.Nullable;

/** A message that waits to be sent; removed once the broker has it. */
@Entity
@Table(name = "outbox_message")
@NamedQuery(
    name = "OutboxMessage.due",
    query = "select m from OutboxMessage m where m.notBefore <= :now order by m.id")
@NamedQuery(name = "OutboxMessage.count", query = "select count(m) from OutboxMessage m")
@NamedQuery(name = "OutboxMessage.oldest", query = "select m from OutboxMessage m order by m.id")
@NamedQuery(
    name = "OutboxMessage.waitingGroups",
    query =
        "select distinct m.groupName from OutboxMessage m"
            + " where m.notBefore > :now and m.groupName is not null")
@NamedQuery(name = "OutboxMessage.remove", query = "delete from OutboxMessage m where m.id in :ids")
public class OutboxMessage {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_message_seq")
  @SequenceGenerator(
      name = "outbox_message_seq",
      sequenceName = "outbox_message_seq",
      allocationSize = 1)
  private long id;

  @Column(nullable = false, length = 128)
  private String destination;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 8)
  private DestinationKind kind;

  @Column(nullable = false)
  private byte[] body;

  @Column(nullable = false, length = 4000)
  private String properties;

  @Column(name = "group_name", length = 128)
  private @Nullable String groupName;

  @Column(nullable = false)
  private Instant written;

  @Column(name = "not_before", nullable = false)
  private Instant notBefore;

  @Column(nullable = false)
  private int attempts;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected OutboxMessage() {}

  /** A message to be sent as soon as it is committed. */
  public OutboxMessage(
      String destination,
      DestinationKind kind,
      byte[] body,
      String properties,
      @Nullable String groupName,
      Instant now) {
    this.destination = destination;
    this.kind = kind;
    this.body = body;
    this.properties = properties;
    this.groupName = groupName;
    this.written = now;
    this.notBefore = now;
  }

  public long id() {
    return id;
  }

  public String destination() {
    return destination;
  }

  public DestinationKind kind() {
    return kind;
  }

  /** When it was put. */
  public Instant written() {
    return written;
  }

  public byte[] body() {
    return body;
  }

  public String properties() {
    return properties;
  }

  public @Nullable String groupName() {
    return groupName;
  }

  /** One more failed attempt; not tried again before the given time. */
  public void failed(Instant next) {
    attempts++;
    notBefore = next;
  }

  public int attempts() {
    return attempts;
  }
}
