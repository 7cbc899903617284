package org.epione.broker;

import java.nio.file.Path;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** How the embedded broker runs: durable, small, with dead letters. */
final class BrokerConfiguration {

  static final int MAX_ATTEMPTS = 5;
  static final long FIRST_RETRY_MILLIS = 200;
  static final long LAST_RETRY_MILLIS = 10_000;

  /**
   * How long a write to the journal waits for others to be forced to the disk together. By default
   * Artemis assumes a disk that manages 300 a second.
   */
  private static final int BUFFER_NANOS = 200_000;

  private static final int JOURNAL_FILE_BYTES = 2 << 20;
  private static final long MEMORY_BYTES = 64L << 20;

  private BrokerConfiguration() {}

  static Configuration of(BrokerSettings settings, int serverId) throws Exception {
    Path data = settings.data();
    Configuration configuration =
        new ConfigurationImpl()
            .setName("epione")
            .setPersistenceEnabled(true)
            .setJournalType(JournalType.NIO)
            // What send() returned for is on the disk, not in the system's cache.
            .setJournalDatasync(true)
            .setJournalSyncTransactional(true)
            .setJournalSyncNonTransactional(true)
            .setJournalBufferTimeout_NIO(BUFFER_NANOS)
            .setJournalMinFiles(2)
            .setJournalPoolFiles(4)
            .setJournalFileSize(JOURNAL_FILE_BYTES)
            .setJournalDirectory(data.resolve("journal").toString())
            .setBindingsDirectory(data.resolve("bindings").toString())
            .setLargeMessagesDirectory(data.resolve("large").toString())
            .setPagingDirectory(data.resolve("paging").toString())
            .setGlobalMaxSize(MEMORY_BYTES)
            .setMaxDiskUsage(98)
            .setJMXManagementEnabled(false)
            .setResolveProtocols(false)
            .setSecurityEnabled(true)
            // The broker knows one built-in user with all rights, with a well-known password.
            .setClusterUser(UUID.randomUUID().toString())
            .setClusterPassword(UUID.randomUUID().toString())
            // A cached answer is kept by user name, and inside connections have none.
            .setAuthenticationCacheSize(0)
            .setAuthorizationCacheSize(0);
    configuration.addAcceptorConfiguration("inside", "vm://" + serverId);
    if (settings.listen().isPresent()) {
      configuration.addAcceptorConfiguration(
          "outside", settings.listen().get() + "?protocols=CORE");
    }
    configuration.registerBrokerPlugin(new MessageSizeLimit());
    configuration.addAddressSetting("#", closed());
    configuration.addAddressSetting(Addresses.ALL, retried());
    configuration.addAddressSetting(Addresses.DEAD_LETTER, kept());
    configuration.addQueueConfiguration(queue(Addresses.DEAD_LETTER));
    configuration.addQueueConfiguration(queue(Addresses.HL7_IN));
    configuration.addQueueConfiguration(queue(Addresses.HL7_OUT));
    configuration.addAddressConfiguration(
        new CoreAddressConfiguration()
            .setName(Addresses.BLOCKS)
            .addRoutingType(RoutingType.MULTICAST));
    return configuration;
  }

  private static QueueConfiguration queue(String name) {
    return QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST).setDurable(true);
  }

  private static AddressSettings closed() {
    return kept().setAutoCreateAddresses(false).setAutoCreateQueues(false);
  }

  private static AddressSettings retried() {
    return kept().setMaxDeliveryAttempts(MAX_ATTEMPTS);
  }

  /**
   * Queues are made at first use and never vanish with the messages in them; a message whose sender
   * gave it a short life becomes a dead letter, too.
   */
  private static AddressSettings kept() {
    return new AddressSettings()
        .setDeadLetterAddress(SimpleString.of(Addresses.DEAD_LETTER))
        .setExpiryAddress(SimpleString.of(Addresses.DEAD_LETTER))
        .setMaxDeliveryAttempts(-1)
        .setRedeliveryDelay(FIRST_RETRY_MILLIS)
        .setRedeliveryMultiplier(2)
        .setMaxRedeliveryDelay(LAST_RETRY_MILLIS)
        .setAutoCreateAddresses(true)
        .setAutoCreateQueues(true)
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false);
  }
}
