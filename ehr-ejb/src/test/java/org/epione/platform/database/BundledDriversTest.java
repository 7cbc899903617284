package org.epione.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.List;
import org.epione.settings.Settings;
import org.junit.jupiter.api.Test;

class BundledDriversTest {

  private static final DatabaseAddress H2 = new DatabaseAddress("jdbc:h2:mem:listed", "u", "p");
  private static final DatabaseAddress POSTGRESQL =
      new DatabaseAddress("jdbc:postgresql://db/epione", "u", "p");

  private static List<Driver> listed() {
    return DriverManager.drivers()
        .filter(driver -> driver.getClass().getClassLoader() == Settings.class.getClassLoader())
        .toList();
  }

  @Test
  void of_shouldGiveTheDriverOfTheAddress() throws Exception {
    assertThat(BundledDrivers.of(H2).acceptsURL(H2.url())).isTrue();
    assertThat(BundledDrivers.of(POSTGRESQL).acceptsURL(POSTGRESQL.url())).isTrue();
  }

  @Test
  void of_shouldLeaveNoDriverOfTheDeploymentListed() throws Exception {
    Driver earlier = BundledDrivers.of(H2);
    DriverManager.registerDriver(earlier);
    assertThat(listed()).contains(earlier);
    BundledDrivers.of(H2);
    assertThat(listed()).isEmpty();
  }

  /** As Payara does at an undeployment, while a driver of another deployment is listed. */
  @Test
  void lookingThroughTheList_shouldListNoneAgain_whenAnotherDeploymentsDriverIsListed()
      throws Exception {
    BundledDrivers.of(H2);
    URL jar = org.postgresql.Driver.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader other =
        new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
      Class<?> theirs = Class.forName("org.postgresql.Driver", true, other);
      try {
        assertThat(DriverManager.drivers().toList()).noneMatch(theirs::isInstance);
        assertThat(listed()).isEmpty();
      } finally {
        theirs.getMethod("deregister").invoke(null);
      }
    }
  }
}
