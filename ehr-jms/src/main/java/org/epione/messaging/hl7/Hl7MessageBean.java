package org.epione.messaging.hl7;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.time.Clock;
import org.epione.crypto.random.RandomSource;
import org.epione.deadletter.boundary.FailureReasons;
import org.epione.enrolment.boundary.ArrivedMessage;
import org.epione.enrolment.boundary.MessageJournal;
import org.epione.messaging.delivery.HandlingFailedException;
import org.epione.messaging.delivery.MessageBytes;
import org.epione.party.boundary.Parties;
import org.epione.platform.database.DatabaseWatch;

/**
 * Takes HL7 messages off their queue, one after the other, since a patient's A08 must not overtake
 * her A04. The broker is told that a message is taken only after all of it was committed.
 */
@MessageDriven(
    name = "Hl7MessageBean",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = "epione.hl7.in"),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionManagement(TransactionManagementType.BEAN)
public class Hl7MessageBean implements MessageListener {

  private static final int ATTEMPTS = 3;
  private static final String NEITHER_BYTES_NOR_TEXT =
      Fault.NOT_HL7.code() + " An HL7 message is sent as bytes or text; this one is neither.";

  @EJB private MessageJournal journal;
  @EJB private Parties parties;
  @EJB private FailureReasons failures;
  @Inject private RandomSource random;
  @Inject private Clock clock;
  @EJB private DatabaseWatch database;

  private Conversation conversation;

  /** Called by the container. */
  @SuppressWarnings("NullAway.Init")
  public Hl7MessageBean() {}

  /** Makes the parser, which is costly, once. */
  @PostConstruct
  void begin() {
    conversation = new Conversation(journal, parties, new PatientMessageReader(), random, clock);
  }

  @Override
  public void onMessage(Message message) {
    ArrivedMessage arrived;
    try {
      arrived = Arrival.of(message);
    } catch (JMSException | IllegalArgumentException unreadable) {
      failures.note(bytes(message), NEITHER_BYTES_NOR_TEXT);
      throw new HandlingFailedException("an HL7 message cannot be read", unreadable);
    }
    receive(message, arrived);
  }

  /** Tries again here before the broker does, which would let the next message overtake. */
  private void receive(Message message, ArrivedMessage arrived) {
    for (int attempt = 1; ; attempt++) {
      try {
        conversation.receive(arrived);
        return;
      } catch (RuntimeException failure) {
        database.await();
        if (attempt == ATTEMPTS) {
          failures.note(bytes(message), failure);
          throw new HandlingFailedException("an HL7 message could not be handled", failure);
        }
      }
    }
  }

  /** What a failure is noted for; nothing where it cannot be read. */
  private static byte[] bytes(Message message) {
    try {
      return MessageBytes.of(message);
    } catch (JMSException unreadable) {
      return new byte[0];
    }
  }
}
