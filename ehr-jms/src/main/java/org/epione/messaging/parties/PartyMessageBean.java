package org.epione.messaging.parties;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.epione.messaging.delivery.HandlingFailedException;
import org.epione.messaging.delivery.MessageBytes;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Reception;
import org.epione.platform.database.DatabaseWatch;

/**
 * Takes the envelopes for this deployment's parties. The broker is told that one is taken only
 * after all that it caused was committed. One that fails is delivered again, and in the end becomes
 * a dead letter.
 */
@MessageDriven(
    name = "PartyMessageBean",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = "epione.parties.{node}"),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
    })
@TransactionManagement(TransactionManagementType.BEAN)
public class PartyMessageBean implements MessageListener {

  @EJB private Reception reception;

  @EJB private DatabaseWatch database;

  @Override
  public void onMessage(Message message) {
    try {
      reception.receive(MessageBytes.of(message));
    } catch (MessageRejectedException | JMSException rejected) {
      throw new HandlingFailedException("an envelope was rejected", rejected);
    } catch (RuntimeException failure) {
      database.await();
      throw new HandlingFailedException("an envelope could not be handled", failure);
    }
  }
}
