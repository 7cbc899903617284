package org.epione.broker;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.jspecify.annotations.Nullable;

/**
 * The one broker of this process. WildFly starts an adapter for each definition that names it; all
 * of them share this broker, which starts with the first and stops with the last: a second one
 * would wait for ever for the first one's journal lock.
 */
final class EmbeddedBroker {

  /** Its address inside the process. Not 0, which the application server's own broker may have. */
  static final int SERVER_ID = 77;

  private static final Logger LOG = Logger.getLogger(EmbeddedBroker.class.getName());

  /**
   * Artemis reports every session and message to these at the ordinary level. Kept here, because a
   * logger that nobody holds forgets its level.
   */
  private static final List<Logger> AUDIT =
      Stream.of("base", "resource", "message")
          .map(kind -> Logger.getLogger("org.apache.activemq.audit." + kind))
          .toList();

  private static @Nullable EmbeddedActiveMQ running;
  private static int users;

  private EmbeddedBroker() {}

  static synchronized void acquire(BrokerSettings settings) throws Exception {
    if (running == null) {
      AUDIT.forEach(logger -> logger.setLevel(Level.OFF));
      running = start(settings);
      LOG.info(() -> settings + " is running");
    }
    users++;
  }

  static synchronized void release() {
    if (--users > 0 || running == null) {
      return;
    }
    try {
      running.stop();
      LOG.info("the broker has stopped");
    } catch (Exception unclean) {
      // Nothing is lost: what was acknowledged is in the journal.
      LOG.log(Level.WARNING, "EHR-9013 the broker did not stop cleanly", unclean);
    } finally {
      running = null;
    }
  }

  private static EmbeddedActiveMQ start(BrokerSettings settings) throws Exception {
    // Artemis loads its parts by the thread's class loader, which is the deployer's here.
    Thread thread = Thread.currentThread();
    ClassLoader deployers = thread.getContextClassLoader();
    thread.setContextClassLoader(EmbeddedBroker.class.getClassLoader());
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    try {
      broker.setConfiguration(BrokerConfiguration.of(settings, SERVER_ID));
      broker.setSecurityManager(new BrokerAccess(settings));
      broker.start();
      if (!broker.getActiveMQServer().isActive()) {
        broker.stop();
        throw new IllegalStateException(
            "EHR-9012 the broker did not become active. Look for another process that uses "
                + settings.data());
      }
      return broker;
    } finally {
      thread.setContextClassLoader(deployers);
    }
  }
}
