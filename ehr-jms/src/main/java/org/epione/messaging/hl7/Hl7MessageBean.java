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
import org.epione.enrolment.boundary.ArrivedMessage;
import org.epione.enrolment.boundary.MessageJournal;
import org.epione.messaging.delivery.HandlingFailedException;
import org.epione.messaging.delivery.Patience;
import org.epione.party.boundary.Parties;

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

  @EJB private MessageJournal journal;
  @EJB private Parties parties;
  @Inject private RandomSource random;
  @Inject private Clock clock;
  @Inject private Patience patience;

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
    } catch (JMSException unreadable) {
      throw new HandlingFailedException("an HL7 message cannot be read", unreadable);
    }
    receive(arrived);
    if (arrived.size() > ArrivedMessage.LIMIT) {
      // only its beginning is in the journal: let the broker keep the whole among the dead letters
      throw new IllegalArgumentException(Fault.TOO_LARGE.code() + " the message is too large");
    }
  }

  /** Tries again here before the broker does, which would let the next message overtake. */
  private void receive(ArrivedMessage arrived) {
    for (int attempt = 1; ; attempt++) {
      try {
        conversation.receive(arrived);
        return;
      } catch (RuntimeException failure) {
        patience.waitForDatabase();
        if (attempt == ATTEMPTS) {
          throw new HandlingFailedException("an HL7 message could not be handled", failure);
        }
      }
    }
  }
}
