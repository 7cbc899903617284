package org.epione.messaging.deadletter;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Enumeration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.epione.deadletter.boundary.DeadLetterIntake;
import org.epione.messaging.delivery.HandlingFailedException;
import org.epione.messaging.delivery.MessageBytes;
import org.epione.platform.database.DatabaseWatch;
import org.jspecify.annotations.Nullable;

/** Takes what the broker gave up on. The broker tries this queue for ever, so nothing is lost. */
@MessageDriven(
    name = "DeadLetterMessageBean",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = "epione.dead-letter"),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionManagement(TransactionManagementType.BEAN)
public class DeadLetterMessageBean implements MessageListener {

  private static final int LONGEST = 128;

  @EJB private DeadLetterIntake intake;

  @EJB private DatabaseWatch database;

  @Override
  public void onMessage(Message message) {
    try {
      String arrival = shortened(message.getJMSMessageID());
      String queue = shortened(message.getStringProperty("_AMQ_ORIG_ADDRESS"));
      OptionalLong tooLong = MessageBytes.tooLong(message);
      if (tooLong.isPresent()) {
        intake.takeWithoutContent(arrival, queue, tooLong.getAsLong(), properties(message));
      } else {
        intake.take(arrival, queue, MessageBytes.of(message), properties(message));
      }
    } catch (JMSException unreadable) {
      throw new HandlingFailedException("a dead letter cannot be read", unreadable);
    } catch (RuntimeException failure) {
      database.await();
      throw new HandlingFailedException("a dead letter could not be kept", failure);
    }
  }

  /** The application's own properties; the broker's are not sent again. */
  private static Map<String, String> properties(Message message) throws JMSException {
    Map<String, String> properties = new TreeMap<>();
    Enumeration<?> names = message.getPropertyNames();
    while (names.hasMoreElements()) {
      if (names.nextElement() instanceof String own && own.startsWith("epione_")) {
        @Nullable String value = message.getStringProperty(own);
        if (value != null && value.length() <= LONGEST) {
          properties.put(own, value.replaceAll("\\p{Cntrl}", " "));
        }
      }
    }
    return properties;
  }

  private static String shortened(@Nullable String text) {
    String shown = text == null || text.isEmpty() ? "-" : text;
    return shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
  }
}
