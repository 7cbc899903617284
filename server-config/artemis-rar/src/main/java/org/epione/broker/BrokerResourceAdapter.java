package org.epione.broker;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.WorkManager;
import java.util.Optional;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.apache.activemq.artemis.ra.ConnectionFactoryProperties;
import org.epione.settings.Settings;

/**
 * Artemis' resource adapter with its broker settled by the installation's settings: the one named
 * by {@code EPIONE_BROKER_URL}, else one inside this process. A broker that goes away is awaited
 * for ever; message-driven beans go on when it is back.
 */
public class BrokerResourceAdapter extends ActiveMQResourceAdapter {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(BrokerResourceAdapter.class.getName());

  private static final long FIRST_RETRY_MILLIS = 500;
  private static final long LAST_RETRY_MILLIS = 5_000;
  private static final long CALL_MILLIS = 15_000;

  private transient boolean holdsBroker;
  private transient boolean usesThreads;

  @Override
  public void start(BootstrapContext context) throws ResourceAdapterInternalException {
    try {
      begin(context);
    } finally {
      BorrowedThread.giveBack();
    }
  }

  private void begin(BootstrapContext context) throws ResourceAdapterInternalException {
    Settings settings = Settings.ofProcess();
    Optional<RemoteBroker> remote = RemoteBroker.of(settings);
    if (remote.isPresent()) {
      connectTo(remote.get(), settings);
    } else {
      embed(BrokerSettings.of(settings));
    }
    // Else a send inside a database transaction would join it, and nobody commits its half.
    setIgnoreJTA(true);
    setReconnectAttempts(-1);
    setRetryInterval(FIRST_RETRY_MILLIS);
    setRetryIntervalMultiplier(2.0);
    setMaxRetryInterval(LAST_RETRY_MILLIS);
    setCallTimeout(CALL_MILLIS);
    setSetupAttempts(-1);
    setSetupInterval(LAST_RETRY_MILLIS);
    super.start(context);
    ClientThreads.acquire();
    usesThreads = true;
  }

  /** Its threads are given back without what Netty keeps in them. */
  @Override
  public WorkManager getWorkManager() {
    return new BorrowedThreads(super.getWorkManager());
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory beans, ActivationSpec spec) {
    try {
      super.endpointDeactivation(beans, spec);
    } finally {
      BorrowedThread.giveBack();
    }
  }

  private void embed(BrokerSettings settings) throws ResourceAdapterInternalException {
    try {
      EmbeddedBroker.acquire(settings);
    } catch (Exception failure) {
      throw new ResourceAdapterInternalException(
          "EHR-9012 the broker could not start. The cause below says why", failure);
    }
    holdsBroker = true;
    setConnectorClassName(InVMConnectorFactory.class.getName());
    // Pooled buffers would be left in the server's thread that closes a pool of connections.
    setConnectionParameters("serverId=" + EmbeddedBroker.SERVER_ID + ";bufferPooling=false");
  }

  private void connectTo(RemoteBroker broker, Settings settings) {
    setConnectorClassName(broker.connectors());
    setConnectionParameters(broker.parameters());
    setHA(broker.clustered());
    settings.text("epione.broker.user").ifPresent(this::setUserName);
    settings.secret("epione.broker.password").ifPresent(secret -> setPassword(new String(secret)));
    LOG.info("messages go through the broker that EPIONE_BROKER_URL names");
  }

  /** Connections of the application, signed in where the broker is not inside this process. */
  @Override
  public ActiveMQConnectionFactory newConnectionFactory(ConnectionFactoryProperties properties) {
    ActiveMQConnectionFactory made = super.newConnectionFactory(properties);
    String account = getUserName();
    return account == null || account.isEmpty()
        ? made
        : new AccountConnectionFactory(made, account, getPassword());
  }

  @Override
  public void stop() {
    try {
      super.stop();
      if (holdsBroker) {
        holdsBroker = false;
        EmbeddedBroker.release();
      }
      if (usesThreads) {
        usesThreads = false;
        ClientThreads.release();
      }
    } finally {
      BorrowedThread.giveBack();
    }
  }

  /** One adapter is one running thing: equal settings do not make two of them the same. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
