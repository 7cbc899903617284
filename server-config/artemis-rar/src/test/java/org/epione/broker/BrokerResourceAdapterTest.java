package org.epione.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.internal.InternalThreadLocalMap;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.security.PasswordCredential;
import jakarta.resource.spi.work.WorkManager;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.security.auth.Subject;
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
  void connection_shouldLeaveNothingOfNettyInTheServersThreads() throws Exception {
    BrokerResourceAdapter adapter = new BrokerResourceAdapter();
    adapter.start(stub(BootstrapContext.class, Map.of()));
    try {
      ManagedConnection pooled = factory(adapter).createManagedConnection(null, null);
      assertThat(InternalThreadLocalMap.getIfSet()).isNull();
      InternalThreadLocalMap.get();
      pooled.cleanup();
      assertThat(InternalThreadLocalMap.getIfSet()).isNull();
      InternalThreadLocalMap.get();
      pooled.destroy();
      assertThat(InternalThreadLocalMap.getIfSet()).isNull();
    } finally {
      adapter.stop();
    }
  }

  @Test
  void connection_shouldLeaveNothingOfNetty_whenItsPoolIsClosedAfterTheAdapter() throws Exception {
    BrokerResourceAdapter adapter = new BrokerResourceAdapter();
    adapter.start(stub(BootstrapContext.class, Map.of()));
    ManagedConnection pooled = factory(adapter).createManagedConnection(null, null);
    adapter.stop();
    InternalThreadLocalMap.get();
    pooled.destroy();
    assertThat(InternalThreadLocalMap.getIfSet()).isNull();
  }

  @Test
  void pool_shouldBeAskedForAndToldOfItsOwnConnections() throws Exception {
    BrokerResourceAdapter adapter = new BrokerResourceAdapter();
    adapter.start(stub(BootstrapContext.class, Map.of()));
    try {
      NodeManagedConnectionFactory factory = factory(adapter);
      Set<ManagedConnection> pool = new HashSet<>();
      List<ConnectionEvent> closed = new ArrayList<>();
      ConnectionEventListener server = closing(closed);
      ConnectionFactory connections =
          (ConnectionFactory)
              factory.createConnectionFactory(
                  (asked, request) -> {
                    assertThat(asked).isSameAs(factory);
                    ManagedConnection match = asked.matchManagedConnections(pool, null, request);
                    if (match == null) {
                      match = asked.createManagedConnection(null, request);
                      match.addConnectionEventListener(server);
                      pool.add(match);
                    }
                    return match.getConnection(null, request);
                  });

      Session session = useOnce(connections);
      assertThat(closed).singleElement().extracting(ConnectionEvent::getSource).isIn(pool);
      assertThat(closed.get(0).getConnectionHandle()).isSameAs(session);

      ManagedConnection pooled = pool.iterator().next();
      pooled.cleanup();
      pooled.removeConnectionEventListener(server);
      useOnce(connections);
      assertThat(pool).containsExactly(pooled);
      assertThat(closed).hasSize(1);
      pooled.destroy();
    } finally {
      adapter.stop();
    }
  }

  @Test
  void credentials_shouldBeTaken_whenTheServerGivesThemForThisFactory() throws Exception {
    BrokerResourceAdapter adapter = new BrokerResourceAdapter();
    adapter.start(stub(BootstrapContext.class, Map.of()));
    try {
      NodeManagedConnectionFactory factory = factory(adapter);
      PasswordCredential nobody = new PasswordCredential("", new char[0]);
      Subject subject = new Subject();
      subject.getPrivateCredentials().add(nobody);
      assertThatThrownBy(() -> factory.createManagedConnection(subject, null))
          .hasMessageContaining("No password credentials");

      nobody.setManagedConnectionFactory(factory);
      ManagedConnection pooled = factory.createManagedConnection(subject, null);
      assertThat(factory.matchManagedConnections(Set.of(pooled), subject, null)).isSameAs(pooled);
      assertThat(pooled.getConnection(subject, null)).isInstanceOf(Session.class);
      pooled.destroy();
    } finally {
      adapter.stop();
    }
  }

  private static Session useOnce(ConnectionFactory connections) throws JMSException {
    try (Connection connection = connections.createConnection();
        Session session = connection.createSession()) {
      return session;
    }
  }

  private static NodeManagedConnectionFactory factory(BrokerResourceAdapter adapter)
      throws ResourceException {
    NodeManagedConnectionFactory factory = new NodeManagedConnectionFactory();
    factory.setResourceAdapter(adapter);
    factory.setSessionDefaultType("jakarta.jms.Queue");
    return factory;
  }

  private static ConnectionEventListener closing(List<ConnectionEvent> closed) {
    return (ConnectionEventListener)
        Proxy.newProxyInstance(
            BrokerResourceAdapterTest.class.getClassLoader(),
            new Class<?>[] {ConnectionEventListener.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "connectionClosed" ->
                      closed.add((ConnectionEvent) arguments[0]) ? null : null;
                  case "hashCode" -> 1;
                  case "equals" -> proxy == arguments[0];
                  default -> throw new AssertionError(method.getName());
                });
  }
}
