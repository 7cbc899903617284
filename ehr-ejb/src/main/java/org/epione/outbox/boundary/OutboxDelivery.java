package org.epione.outbox.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.outbox.control.OutboxSignal;
import org.epione.outbox.entity.OutboxLease;
import org.epione.outbox.entity.OutboxMessage;

/**
 * The relay's side of the outbox. Of several server instances on one database only the holder of
 * the lease gets messages, so each is sent once, except when an instance dies between sending and
 * {@link #sent}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxDelivery {

  /** How long the lease holds without renewal; also how long a takeover takes. */
  static final Duration LEASE = Duration.ofSeconds(20);

  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final int MAX_DOUBLINGS = 6;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private Clock clock;

  @EJB private OutboxSignal signal;

  /** The one to call when messages were committed; it must return at once and not throw. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public void onCommit(Runnable relay) {
    signal.listen(relay);
  }

  /**
   * The next messages to send, in the order they were put. Of a group that has to wait after a
   * failure there is none.
   *
   * @param instance the name of this server instance
   * @return empty also while another instance relays
   */
  public List<WaitingMessage> next(String instance, int most) {
    Instant now = clock.instant();
    OutboxLease lease =
        entities.find(OutboxLease.class, OutboxLease.ID, LockModeType.PESSIMISTIC_WRITE);
    if (!lease.take(instance, now, now.plus(LEASE))) {
      return List.of();
    }
    Set<String> waiting =
        new HashSet<>(
            entities
                .createNamedQuery("OutboxMessage.waitingGroups", String.class)
                .setParameter("now", now)
                .getResultList());
    return entities
        .createNamedQuery("OutboxMessage.due", OutboxMessage.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .filter(message -> message.groupName() == null || !waiting.contains(message.groupName()))
        .map(OutboxDelivery::view)
        .toList();
  }

  /** Removes messages that the broker has. */
  public void sent(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      entities.createNamedQuery("OutboxMessage.remove").setParameter("ids", ids).executeUpdate();
    }
  }

  /**
   * Notes that a message could not be sent; it and its group wait, each time twice as long, or it
   * is dropped if it was put with a limit of attempts.
   */
  public void failed(long id) {
    OutboxMessage message = entities.find(OutboxMessage.class, id);
    if (message == null) {
      return;
    }
    if (message.attempts() + 1 >= mostAttempts(message)) {
      entities.remove(message);
    } else {
      int doublings = Math.min(message.attempts(), MAX_DOUBLINGS);
      message.failed(clock.instant().plus(FIRST_DELAY.multipliedBy(1L << doublings)));
    }
  }

  private static int mostAttempts(OutboxMessage message) {
    String limit = PropertyText.read(message.properties()).get(Outbox.MOST_ATTEMPTS);
    return limit == null ? Integer.MAX_VALUE : Integer.parseInt(limit);
  }

  /** Lets another instance relay at once, at shutdown. */
  public void release(String instance) {
    OutboxLease lease =
        entities.find(OutboxLease.class, OutboxLease.ID, LockModeType.PESSIMISTIC_WRITE);
    lease.release(instance, clock.instant());
  }

  /** What waits. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Backlog backlog() {
    long messages = entities.createNamedQuery("OutboxMessage.count", Long.class).getSingleResult();
    Optional<Instant> oldest =
        entities
            .createNamedQuery("OutboxMessage.oldest", OutboxMessage.class)
            .setMaxResults(1)
            .getResultStream()
            .map(OutboxMessage::written)
            .findFirst();
    return new Backlog(messages, oldest);
  }

  private static WaitingMessage view(OutboxMessage message) {
    return new WaitingMessage(
        message.id(),
        message.destination(),
        message.kind(),
        message.body(),
        PropertyText.read(message.properties()),
        Optional.ofNullable(message.groupName()));
  }
}
