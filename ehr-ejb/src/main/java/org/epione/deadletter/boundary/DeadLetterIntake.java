package org.epione.deadletter.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.ServerKeys;
import org.epione.deadletter.entity.DeadLetter;
import org.epione.deadletter.entity.FailureReason;
import org.epione.outbox.boundary.PropertyText;
import org.epione.platform.identity.PartyCode;

/** Takes messages that the broker gave up on. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeadLetterIntake {

  private static final String NONE = "-";
  private static final int LONGEST_TYPE = 64;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys serverKeys;

  @Inject private Clock clock;

  /**
   * Keeps a message, once.
   *
   * @param arrival the broker's id of the message
   * @param queue where it came from
   * @param body its bytes, kept sealed
   * @param properties the application's properties, for sending it again
   */
  public void take(String arrival, String queue, byte[] body, Map<String, String> properties) {
    Optional<FailureReason> noted =
        Optional.ofNullable(entities.find(FailureReason.class, Digest.of(body).hex()));
    keep(
        arrival,
        queue,
        body,
        properties,
        noted.map(FailureReason::reason).orElse("no reason was noted"),
        noted.map(FailureReason::failures).orElse(0));
  }

  /**
   * Keeps that there was a message, once, and nothing of its content, which is too long to be one
   * of ours.
   *
   * @param length of the content in bytes
   */
  public void takeWithoutContent(
      String arrival, String queue, long length, Map<String, String> properties) {
    keep(
        arrival,
        queue,
        new byte[0],
        properties,
        "A message of "
            + length
            + " bytes is longer than any of ours. Nothing of it was kept: discard this entry, and"
            + " find out who sent it.",
        0);
  }

  private void keep(
      String arrival,
      String queue,
      byte[] body,
      Map<String, String> properties,
      String reason,
      int failures) {
    boolean known =
        entities
            .createNamedQuery("DeadLetter.ofArrival", DeadLetter.class)
            .setParameter("arrival", arrival)
            .getResultStream()
            .findAny()
            .isPresent();
    if (known) {
      return;
    }
    PartyCode keeper = keeper(properties.getOrDefault("epione_to", NONE));
    DeadLetter letter =
        new DeadLetter(
            arrival,
            queue,
            shortened(properties.getOrDefault("epione_type", NONE)),
            receiver(properties.getOrDefault("epione_to", NONE)),
            keeper.value(),
            clock.instant());
    letter.setContent(
        serverKeys.protect(keeper, DeadLetters.label(arrival), body),
        PropertyText.write(properties));
    letter.setFailure(reason, failures);
    entities.persist(letter);
  }

  /** The receiver if it is hosted here, else a party of this server that has an administrator. */
  private PartyCode keeper(String receiver) {
    List<PartyCode> hosted = serverKeys.hosted();
    return Optional.of(receiver)
        .filter(PartyCode::isValid)
        .map(PartyCode::new)
        .filter(hosted::contains)
        .or(() -> hosted.stream().filter(PartyCode.SYSTEM_MANAGER::equals).findFirst())
        .or(() -> hosted.stream().findFirst())
        .orElseThrow(() -> new IllegalStateException("this server hosts no party"));
  }

  private static String receiver(String text) {
    return PartyCode.isValid(text) ? text : NONE;
  }

  private static String shortened(String type) {
    return type.length() > LONGEST_TYPE ? type.substring(0, LONGEST_TYPE) : type;
  }
}
