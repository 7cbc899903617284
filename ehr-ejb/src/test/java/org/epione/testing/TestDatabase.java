package org.epione.testing;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.epione.platform.database.Vendor;
import org.epione.settings.Settings;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A migrated, empty database: H2 in memory, or, with {@code EPIONE_TEST_POSTGRESQL=jdbc:...}, a
 * fresh schema of that PostgreSQL. {@code EPIONE_TEST_JPA=hibernate} takes Hibernate in place of
 * EclipseLink.
 */
final class TestDatabase implements AutoCloseable {

  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.hibernate"), Logger.getLogger("org.flywaydb"));

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
  }

  /** Emptied ones: to migrate and to start a provider takes longer than most tests. */
  private static final Deque<TestDatabase> FREE = new ConcurrentLinkedDeque<>();

  private final DataSource dataSource;
  private final EntityManagerFactory entities;
  private final Runnable drop;
  private final Contents initial;

  /** A database as after the migrations. */
  static TestDatabase take() {
    @Nullable TestDatabase free = FREE.poll();
    return free == null ? new TestDatabase() : free;
  }

  private TestDatabase() {
    Settings settings = Settings.ofProcess();
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    String postgresql = settings.text("epione.test.postgresql", "");
    Vendor vendor = postgresql.isEmpty() ? Vendor.H2 : Vendor.POSTGRESQL;
    if (vendor == Vendor.H2) {
      JdbcConnectionPool pool =
          JdbcConnectionPool.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
      dataSource = pool;
      drop =
          () -> {
            execute(pool, "shutdown");
            pool.dispose();
          };
    } else {
      PGConnectionPoolDataSource source = new Unlisted();
      source.setUrl(postgresql);
      JdbcConnectionPool maker = JdbcConnectionPool.create(source);
      execute(maker, "create schema " + name);
      maker.dispose();
      source.setCurrentSchema(name);
      JdbcConnectionPool pool = JdbcConnectionPool.create(source);
      dataSource = pool;
      drop =
          () -> {
            execute(pool, "drop schema " + name + " cascade");
            pool.dispose();
          };
    }
    Flyway.configure()
        .dataSource(dataSource)
        .locations(vendor.migrations())
        .failOnMissingLocations(false)
        .load()
        .migrate();
    entities = factory(settings.text("epione.test.jpa", "eclipselink"));
    initial = Contents.of(dataSource);
  }

  DataSource dataSource() {
    return dataSource;
  }

  EntityManagerFactory entities() {
    return entities;
  }

  @Override
  public void close() {
    if (initial.restore(dataSource)) {
      FREE.add(this);
    } else {
      entities.close();
      drop.run();
    }
  }

  private EntityManagerFactory factory(String provider) {
    String implementation =
        provider.equals("hibernate")
            ? "org.hibernate.jpa.HibernatePersistenceProvider"
            : "org.eclipse.persistence.jpa.PersistenceProvider";
    Map<String, Object> settings =
        Map.of(
            "eclipselink.weaving", "false",
            "eclipselink.logging.level", "WARNING",
            "eclipselink.session-name", UUID.randomUUID().toString(),
            "hibernate.hbm2ddl.auto", "validate",
            "jakarta.persistence.lock.timeout", "10000");
    try {
      PersistenceProvider persistence =
          (PersistenceProvider)
              Class.forName(implementation).getDeclaredConstructor().newInstance();
      return persistence.createContainerEntityManagerFactory(unit(implementation), settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a server tells the provider about the unit, but with transactions of its own. */
  private PersistenceUnitInfo unit(String provider) {
    ClassLoader loader = getClass().getClassLoader();
    URL root =
        org.epione.outbox.boundary.Outbox.class.getProtectionDomain().getCodeSource().getLocation();
    return (PersistenceUnitInfo)
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {PersistenceUnitInfo.class},
            (proxy, method, arguments) -> answer(method.getName(), provider, loader, root));
  }

  private @Nullable Object answer(String question, String provider, ClassLoader loader, URL root) {
    return switch (question) {
      case "getPersistenceUnitName" -> "epione";
      case "getPersistenceProviderClassName" -> provider;
      case "getTransactionType" ->
          jakarta.persistence.spi.PersistenceUnitTransactionType.RESOURCE_LOCAL;
      case "getNonJtaDataSource" -> dataSource;
      case "getManagedClassNames" -> ProductClasses.managedByJpa();
      case "getMappingFileNames", "getJarFileUrls" -> List.of();
      case "getPersistenceUnitRootUrl" -> root;
      case "excludeUnlistedClasses" -> true;
      case "getSharedCacheMode" -> jakarta.persistence.SharedCacheMode.NONE;
      case "getValidationMode" -> jakarta.persistence.ValidationMode.NONE;
      case "getProperties" -> new Properties();
      case "getPersistenceXMLSchemaVersion" -> "3.0";
      case "getClassLoader" -> loader;
      case "getNewTempClassLoader" -> new java.net.URLClassLoader(new URL[0], loader);
      case "hashCode" -> System.identityHashCode(this);
      default -> null;
    };
  }

  private static void execute(DataSource dataSource, String sql) {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without DriverManager, from whose list the product takes the drivers that it brings. */
  private static final class Unlisted extends PGConnectionPoolDataSource {

    private static final long serialVersionUID = 1L;

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password)
        throws SQLException {
      Properties account = new Properties();
      account.setProperty("user", Objects.requireNonNullElse(user, ""));
      account.setProperty("password", Objects.requireNonNullElse(password, ""));
      return Objects.requireNonNull(new org.postgresql.Driver().connect(getUrl(), account));
    }
  }
}
