package org.epione.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;

/** The main class of a process that is an Artemis broker and nothing else. */
final class StandaloneBroker {
  static final String SERVER_USER = "epione";
  static final String INTEGRATION_USER = "integration";
  private static final String DOMAIN = "activemq";

  private StandaloneBroker() {}

  /**
   * Starts the broker.
   *
   * @param arguments the address of its {@code broker.xml}
   */
  public static void main(String[] arguments) throws Exception {
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    broker.setConfigResourcePath(Path.of(arguments[0]).toUri().toString());
    broker.setSecurityManager(new ActiveMQJAASSecurityManager(DOMAIN));
    broker.start();
  }

  /** Writes users, roles and the login configuration that names them; answers where that is. */
  static Path accounts(Path folder, String password) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("artemis-users.properties"),
          SERVER_USER + " = " + password + "\n" + INTEGRATION_USER + " = " + password + "\n");
      Files.writeString(
          folder.resolve("artemis-roles.properties"),
          "epione = " + SERVER_USER + "\nhospital-systems = " + INTEGRATION_USER + "\n");
      return Files.writeString(
          folder.resolve("login.config"),
          """
          %s {
            org.apache.activemq.artemis.spi.core.security.jaas.PropertiesLoginModule required
              baseDir="%s"
              org.apache.activemq.jaas.properties.user="artemis-users.properties"
              org.apache.activemq.jaas.properties.role="artemis-roles.properties";
          };
          """
              .formatted(DOMAIN, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
