package org.epione.outbox.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.epione.outbox.control.OutboxSignal;
import org.epione.outbox.entity.OutboxMessage;

/**
 * Takes outgoing messages in the transaction that causes them. A message is sent if and only if
 * that transaction commits, at least once: receivers must recognise a repetition.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Outbox {

  /** The property that is sent as the header of that name. */
  public static final String CORRELATION = "JMSCorrelationID";

  /** The priority that the message is sent with, 0 to 9; without it 4, as always in JMS. */
  public static final String PRIORITY = "JMSPriority";

  /** With the value {@code true}: the body is UTF-8 and sent as a text message. Not sent itself. */
  public static final String AS_TEXT = "epione_as_text";

  /**
   * After so many failed attempts the message is dropped; for answers to queues of others, which
   * may be gone. Without it a message is tried for ever. Not sent itself.
   */
  public static final String MOST_ATTEMPTS = "epione_most_attempts";

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private Clock clock;

  @EJB private OutboxSignal signal;

  /**
   * Puts a message to be sent after this transaction committed.
   *
   * @param destination the name of the queue or topic
   * @param body the bytes of the message
   * @param properties names of {@code A-Z a-z 0-9 _}, values of printable text
   * @param group messages of one group are sent in the order they were put
   */
  public void put(
      String destination,
      DestinationKind kind,
      byte[] body,
      Map<String, String> properties,
      Optional<String> group) {
    entities.persist(
        new OutboxMessage(
            destination,
            kind,
            body.clone(),
            PropertyText.write(properties),
            group.orElse(null),
            clock.instant()));
    signal.afterCommit();
  }
}
