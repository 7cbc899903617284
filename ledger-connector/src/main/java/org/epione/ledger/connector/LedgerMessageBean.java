package org.epione.ledger.connector;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.epione.ledger.connector.port.FailedMessages;
import org.epione.ledger.connector.port.LedgerEnvironment;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;

/**
 * Messages to the ledger: each is taken in by a transaction of the {@link Ledger}, together with
 * those that come at the same time, and acknowledged after it. What fails comes again, and in the
 * end goes to the dead letters. Servers' pools must have as many beans as it has sessions ({@code
 * glassfish-ejb-jar.xml}; {@code epione.cli} for WildFly).
 */
@MessageDriven(
    name = "LedgerMessageBean",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = "epione.ledger.{node}"),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "64")
    })
@TransactionManagement(TransactionManagementType.BEAN)
public class LedgerMessageBean implements MessageListener {

  /** Twice the longest message that a ledger sends: a block with its evidence. */
  private static final int MAX_MESSAGE = 4_000_000;

  @EJB private LedgerMessages messages;
  @EJB private FailedMessages failures;
  @EJB private LedgerEnvironment environment;

  /** For the container. */
  public LedgerMessageBean() {}

  @Override
  public void onMessage(Message message) {
    byte[] body = body(message);
    try {
      messages.receive(body);
    } catch (LedgerException e) {
      failures.note(body, e);
      throw e;
    } catch (RuntimeException e) {
      environment.awaitDatabase();
      failures.note(body, e);
      throw e;
    }
  }

  private static byte[] body(Message message) {
    try {
      if (!(message instanceof BytesMessage bytes)) {
        throw new LedgerException(LedgerProblem.BAD_MESSAGE, "not a message of bytes");
      }
      if (bytes.getBodyLength() > MAX_MESSAGE) {
        throw new LedgerException(LedgerProblem.BAD_MESSAGE, "message too long");
      }
      byte[] body = new byte[(int) bytes.getBodyLength()];
      bytes.readBytes(body);
      return body;
    } catch (JMSException e) {
      throw new IllegalStateException("the message could not be read", e);
    }
  }
}
