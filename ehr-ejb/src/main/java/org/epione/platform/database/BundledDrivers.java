package org.epione.platform.database;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.epione.settings.Settings;

/**
 * The drivers of H2 and PostgreSQL, out of the sight of {@link DriverManager}. A driver's class
 * puts an instance in its list when it is initialised; the list is the JVM's and would hold the
 * class loader of a deployment that is gone. A driver of the server's own stays listed.
 */
final class BundledDrivers {

  private static final String H2 = "org.h2.Driver";
  private static final String POSTGRESQL = "org.postgresql.Driver";

  private BundledDrivers() {}

  /**
   * The driver for that address.
   *
   * @throws IllegalStateException EHR-9003 if it is missing
   */
  static Driver of(DatabaseAddress address) {
    // Both: Payara initialises at the undeployment whatever another deployment has left listed.
    Driver h2 = load(H2);
    Driver postgresql = load(POSTGRESQL);
    withdraw();
    return address.isH2() ? h2 : postgresql;
  }

  /** By class: DriverManager does not show an application the drivers inside itself. */
  private static Driver load(String name) {
    try {
      return Class.forName(name, true, BundledDrivers.class.getClassLoader())
          .asSubclass(Driver.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException incomplete) {
      throw new IllegalStateException(
          "EHR-9003 the driver " + name + " is missing from the installation", incomplete);
    }
  }

  private static void withdraw() {
    List<Driver> ours =
        DriverManager.drivers()
            .filter(listed -> listed.getClass().getClassLoader() == Settings.class.getClassLoader())
            .toList();
    try {
      for (Driver driver : ours) {
        DriverManager.deregisterDriver(driver);
      }
    } catch (SQLException refused) {
      throw new IllegalStateException("a driver stays listed in DriverManager", refused);
    }
  }
}
