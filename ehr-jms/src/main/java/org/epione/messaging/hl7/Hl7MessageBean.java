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

  @EJB private MessageJournal journal;
  @EJB private Parties parties;
  @Inject private RandomSource random;
  @Inject private Clock clock;

  private Conversation conversation;

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
      throw new IllegalStateException("the broker's message cannot be read", unreadable);
    }
    conversation.receive(arrived);
    if (arrived.size() > ArrivedMessage.LIMIT) {
      // only its beginning is in the journal: let the broker keep the whole among the dead letters
      throw new IllegalArgumentException(Fault.TOO_LARGE.code() + " the message is too large");
    }
  }
}
