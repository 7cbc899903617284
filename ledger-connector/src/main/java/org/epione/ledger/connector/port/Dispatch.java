package org.epione.ledger.connector.port;

import jakarta.ejb.Local;
import java.util.Map;

/**
 * Sends messages when, and only when, the transaction in which it is called commits; at least once.
 */
@Local
public interface Dispatch {

  /** Sends {@code payload} in an envelope signed by {@code from}, which is hosted here. */
  void send(String from, String to, String type, byte[] payload);

  /** Publishes {@code body} on a topic with these properties. */
  void publish(String topic, byte[] body, Map<String, String> properties);
}
