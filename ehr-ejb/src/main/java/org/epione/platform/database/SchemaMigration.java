package org.epione.platform.database;

import com.fasterxml.jackson.databind.type.TypeFactory;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.epione.settings.Settings;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the database's schema to this version before anything else starts: beans that use the
 * database at start-up declare {@code @DependsOn("SchemaMigration")}. Migrations are {@code V*.sql}
 * where {@link Vendor} says. They are made by the database's owner, if the settings name one beside
 * the running application's role. A migration that fails stops the deployment and leaves the schema
 * at the version before.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
    name = "java:app/jdbc/EpioneDS",
    className = "org.epione.platform.database.ConfiguredDataSource",
    // WildFly refuses a definition without any property.
    properties = {"label=epione"},
    initialPoolSize = 0,
    minPoolSize = 0,
    maxPoolSize = 40,
    maxIdleTime = 300)
public class SchemaMigration {

  private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());

  /** A database that is still starting is given five minutes. */
  private static final int CONNECT_RETRIES = 60;

  private static final int RETRY_SECONDS = 5;

  @Resource(lookup = "java:app/jdbc/EpioneDS")
  private DataSource dataSource;

  /** Called by the container. */
  @PostConstruct
  void migrate() {
    Settings settings = Settings.ofProcess();
    DatabaseAddress application = DatabaseAddress.of(settings);
    DatabaseAddress owner = DatabaseAddress.ofOwner(settings);
    MigrateResult result =
        apply(
            owner.equals(application) ? dataSource : new ConfiguredDataSource(owner),
            owner.isH2() ? Vendor.H2 : Vendor.POSTGRESQL,
            getClass().getClassLoader(),
            CONNECT_RETRIES);
    // Flyway reads its settings with Jackson. Where the server has Jackson, its cache of types
    // would hold Flyway's classes, and with them all of this deployment's, after the undeployment.
    TypeFactory.defaultInstance().clearCache();
    LOG.info(
        () ->
            "database schema at version "
                + result.targetSchemaVersion
                + ", migrations applied now: "
                + result.migrationsExecuted);
  }

  // Not named like the callback: Payara finds the callback by its name alone.
  private static MigrateResult apply(
      DataSource dataSource, Vendor vendor, ClassLoader resources, int retries) {
    return Flyway.configure(resources)
        .dataSource(dataSource)
        .locations(vendor.migrations())
        .connectRetries(retries)
        .connectRetriesInterval(RETRY_SECONDS)
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        // Numbers are by feature: a new one may lie below one that was applied before.
        .outOfOrder(true)
        .load()
        .migrate();
  }
}
