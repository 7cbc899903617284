package org.epione.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.internal.InternalThreadLocalMap;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.work.WorkManager;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.ra.ActiveMQRAManagedConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class BrokerResourceAdapterTest {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "epione.broker.listen", "tcp://127.0.0.1:0",
          "epione.broker.listen.user", "lab",
          "epione.broker.listen.password", "correct horse");

  @TempDir Path home;

  @BeforeEach
  void set() {
    System.setProperty("epione.home", home.toString());
    SETTINGS.forEach(System::setProperty);
    FastThreadLocal.removeAll();
  }

  @AfterEach
  void clear() {
    System.clearProperty("epione.home");
    SETTINGS.keySet().forEach(System::clearProperty);
  }

  private static <T> T stub(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            BrokerResourceAdapterTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }

  @Test
  void startAndStop_shouldLeaveNothingOfNettyInTheServersThread() throws Exception {
    WorkManager server = stub(WorkManager.class, Map.of());
    BrokerResourceAdapter adapter = new BrokerResourceAdapter();
    adapter.start(stub(BootstrapContext.class, Map.of("getWorkManager", server)));
    try {
      assertThat(InternalThreadLocalMap.getIfSet()).isNull();
      assertThat(adapter.getWorkManager()).isEqualTo(new BorrowedThreads(server));
    } finally {
      adapter.stop();
    }
    assertThat(InternalThreadLocalMap.getIfSet()).isNull();
  }

  @Test
  void connection_shouldLeaveNothingOfNettyInTheServersThreadThatClosesIt() throws Exception {
    BrokerResourceAdapter adapter = new BrokerResourceAdapter();
    adapter.start(stub(BootstrapContext.class, Map.of()));
    try {
      ActiveMQRAManagedConnectionFactory factory = new ActiveMQRAManagedConnectionFactory();
      factory.setResourceAdapter(adapter);
      ManagedConnection pooled = factory.createManagedConnection(null, null);
      FastThreadLocal.removeAll();
      pooled.destroy();
      assertThat(InternalThreadLocalMap.getIfSet()).isNull();
    } finally {
      adapter.stop();
    }
  }
}
