package org.epione.broker;

import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnector;

/**
 * The threads that all connections of this deployment share. Artemis never ends them by itself, and
 * each holds the class loader of the deployment; they end with the last adapter.
 */
final class ClientThreads {

  private static int users;

  private ClientThreads() {}

  static synchronized void acquire() {
    users++;
  }

  static synchronized void release() {
    if (--users == 0) {
      ActiveMQClient.clearThreadPools();
      InVMConnector.resetThreadPool();
    }
  }
}
