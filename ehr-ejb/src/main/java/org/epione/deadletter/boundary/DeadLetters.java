package org.epione.deadletter.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.custody.boundary.ServerKeys;
import org.epione.deadletter.entity.DeadLetter;
import org.epione.outbox.boundary.DestinationKind;
import org.epione.outbox.boundary.Outbox;
import org.epione.outbox.boundary.PropertyText;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * The failed messages, for administrators: a hospital's see those kept for their hospital, a system
 * manager those of the system manager and the cloud. Each is replayed or discarded once.
 */
@Stateless
@RolesAllowed({Role.Name.HOSPITAL_ADMINISTRATOR, Role.Name.SYSTEM_MANAGER})
public class DeadLetters {

  private static final int MOST = 500;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Callers callers;

  @EJB private ServerKeys serverKeys;

  @EJB private Outbox outbox;

  @Inject private Clock clock;

  /** The failed messages, newest first, decided ones too; at most 500. */
  public List<DeadLetterView> list() {
    return entities
        .createNamedQuery("DeadLetter.ofKeepers", DeadLetter.class)
        .setParameter("keepers", keepers(callers.current()))
        .setMaxResults(MOST)
        .getResultList()
        .stream()
        .map(DeadLetters::view)
        .toList();
  }

  /** How many wait for a decision. */
  public long waiting() {
    return entities
        .createNamedQuery("DeadLetter.countWaiting", Long.class)
        .setParameter("keepers", keepers(callers.current()))
        .setParameter("state", DeadLetterState.WAITING)
        .getSingleResult();
  }

  /**
   * Sends a message to its queue once more; if it fails again it comes back as another entry.
   *
   * @throws RefusedException EHR-1003, or EHR-1005 when it was decided before
   */
  public void replay(long id) {
    Caller caller = callers.current();
    DeadLetter letter = open(caller, id);
    byte[] body =
        serverKeys.unprotect(
            new PartyCode(letter.keeper()), label(letter.arrival()), letter.sealedBody());
    Map<String, String> properties = PropertyText.read(letter.properties());
    outbox.put(letter.queue(), DestinationKind.QUEUE, body, properties, Optional.empty());
    letter.decide(DeadLetterState.REPLAYED, caller.accountId().toString(), null, clock.instant());
  }

  /**
   * Gives a message up for good.
   *
   * @param reason why, 1 to 500 characters; kept
   * @throws RefusedException EHR-1031 without a reason, EHR-1003, or EHR-1005 when it was decided
   */
  public void discard(long id, String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > 500) {
      throw new RefusedException(ErrorCode.DISCARD_WITHOUT_REASON);
    }
    Caller caller = callers.current();
    DeadLetter letter = open(caller, id);
    letter.decide(DeadLetterState.DISCARDED, caller.accountId().toString(), why, clock.instant());
  }

  private DeadLetter open(Caller caller, long id) {
    @Nullable DeadLetter letter =
        entities.find(DeadLetter.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (letter == null || !keepers(caller).contains(letter.keeper())) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
    if (letter.state() != DeadLetterState.WAITING) {
      throw new RefusedException(ErrorCode.CONFLICT, "The message was decided on before.");
    }
    return letter;
  }

  private static List<String> keepers(Caller caller) {
    return caller.role() == Role.SYSTEM_MANAGER
        ? List.of(PartyCode.SYSTEM_MANAGER.value(), PartyCode.CLOUD.value())
        : List.of(caller.party().value());
  }

  static String label(String arrival) {
    return "dead-letter:" + arrival;
  }

  private static DeadLetterView view(DeadLetter letter) {
    return new DeadLetterView(
        letter.id(),
        letter.queue(),
        letter.messageType(),
        letter.receiver(),
        letter.reason(),
        letter.attempts(),
        letter.sealedBody().length,
        letter.arrived(),
        letter.state(),
        Optional.ofNullable(letter.decided()),
        Optional.ofNullable(letter.decisionReason()));
  }
}
