package org.epione.enrolment.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.epione.crypto.transcript.Digest;
import org.epione.enrolment.control.PatientIndex;
import org.epione.enrolment.entity.Hl7ControlId;
import org.epione.enrolment.entity.Hl7Message;
import org.epione.enrolment.entity.Patient;
import org.epione.outbox.boundary.DestinationKind;
import org.epione.outbox.boundary.Outbox;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * Received HL7 messages. Each is kept first, in a transaction of its own, and settled later:
 * effect, outcome, what its control id stands for and the answers in one transaction, so that a
 * crash at any moment neither loses a message nor does anything twice. Called by the message-driven
 * bean only.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MessageJournal {

  /** Where answers go when the sender names no queue. */
  public static final String DEFAULT_REPLY_QUEUE = "epione.hl7.out";

  private static final String ATTEMPTS = "12";

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Outbox outbox;
  @Inject private PatientIndex patients;
  @Inject private Clock clock;

  /** Keeps a message; a redelivery of one that is kept already returns that one. */
  public KeptMessage keep(ArrivedMessage arrived) {
    Optional<Hl7Message> known = arrived.transportId().flatMap(this::byTransport);
    if (known.isPresent()) {
      return kept(known.get());
    }
    Hl7Message message =
        new Hl7Message(
            UUID.randomUUID().toString(),
            arrived,
            Digest.of(arrived.content()).hex(),
            clock.instant());
    entities.persist(message);
    return kept(message);
  }

  /** The message that this control id stands for, if it was used before. */
  public Optional<EarlierMessage> earlier(MessageKey key) {
    return Optional.ofNullable(entities.find(Hl7ControlId.class, key.digest()))
        .map(Hl7ControlId::toEarlier);
  }

  /**
   * Registers the patient of a message or changes her data, and answers.
   *
   * @param mayRegister whether an unknown patient is registered
   * @throws RefusedException EHR-2012 when she is unknown and may not be registered; EHR-1004 for
   *     data that cannot be
   */
  public void apply(
      KeptMessage message,
      MessageFacts facts,
      PatientNumber number,
      PatientChanges data,
      boolean mayRegister,
      Answers answers) {
    PartyCode hospital = new PartyCode(facts.hospital());
    Optional<Patient> known = patients.find(hospital, number);
    if (known.isPresent()) {
      patients.update(known.get(), data);
    } else if (mayRegister) {
      patients.register(hospital, number, data);
    } else {
      throw new RefusedException(ErrorCode.PATIENT_UNKNOWN);
    }
    settle(message, facts, Hl7State.APPLIED, "", answers);
  }

  /**
   * Answers a message without doing anything.
   *
   * @param fault the stable code of what is wrong; empty for a repetition
   */
  public void settle(
      KeptMessage message, MessageFacts facts, Hl7State outcome, String fault, Answers answers) {
    Hl7Message row = entities.find(Hl7Message.class, message.id());
    if (row == null) {
      throw new IllegalStateException("the message was not kept");
    }
    row.settle(outcome, facts, fault, clock.instant());
    boolean first = outcome == Hl7State.APPLIED || outcome == Hl7State.REFUSED;
    if (first) {
      facts.key().ifPresent(key -> entities.persist(new Hl7ControlId(key, message, answers)));
    }
    String queue = row.replyTo().isEmpty() ? DEFAULT_REPLY_QUEUE : row.replyTo();
    answers.inOrder().forEach(answer -> put(queue, row, answer));
  }

  private void put(String queue, Hl7Message row, byte[] answer) {
    Map<String, String> properties = new HashMap<>();
    // the sender's queue may be gone; the answer stays in the journal
    properties.put(Outbox.MOST_ATTEMPTS, ATTEMPTS);
    if (!row.correlation().isEmpty()) {
      properties.put(Outbox.CORRELATION, row.correlation());
    }
    if (row.asText()) {
      properties.put(Outbox.AS_TEXT, "true");
    }
    // one group, so that an application acknowledgement does not overtake its accept
    // acknowledgement
    outbox.put(queue, DestinationKind.QUEUE, answer, properties, Optional.of("hl7-" + row.id()));
  }

  private Optional<Hl7Message> byTransport(String transport) {
    return entities
        .createNamedQuery("Hl7Message.byTransport", Hl7Message.class)
        .setParameter("transport", transport)
        .getResultStream()
        .findFirst();
  }

  private static KeptMessage kept(Hl7Message row) {
    return new KeptMessage(row.id(), row.digest(), row.state() != Hl7State.RECEIVED);
  }
}
