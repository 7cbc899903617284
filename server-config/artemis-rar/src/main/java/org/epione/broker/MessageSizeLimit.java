package org.epione.broker;

import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQIllegalStateException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.LargeServerMessage;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Refuses messages that are longer than any of ours before a queue has them: nobody who receives
 * has to take one into memory, and the part that the broker wrote to its disk goes again.
 */
final class MessageSizeLimit implements ActiveMQServerMessagePlugin {

  /** Most bytes of a message: the longest of the application, 32 MiB, and what surrounds it. */
  static final long MOST_BYTES = 34L << 20;

  private static final Logger LOG = Logger.getLogger(MessageSizeLimit.class.getName());

  private final AtomicLong refused = new AtomicLong();

  @Override
  public void beforeSend(
      ServerSession session,
      Transaction transaction,
      Message message,
      boolean direct,
      boolean noAutoCreateQueue)
      throws ActiveMQException {
    long size = size(message);
    if (size > MOST_BYTES) {
      long count = refused.incrementAndGet();
      LOG.warning(
          () ->
              "EHR-9015 a message of "
                  + size
                  + " bytes to "
                  + message.getAddress()
                  + " by "
                  + session.getUsername()
                  + " was refused: at most "
                  + MOST_BYTES
                  + " are taken ("
                  + count
                  + " refused since the start)");
      throw new ActiveMQIllegalStateException(
          "EHR-9015 a message has at most " + MOST_BYTES + " bytes");
    }
  }

  private static long size(Message message) throws ActiveMQException {
    return message instanceof LargeServerMessage large
        ? large.getLargeBody().getBodySize()
        : message.getEncodeSize();
  }
}
