package org.epione.launcher;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that make up the server: Payara Micro, the resource adapter and the application.
 *
 * @param folder holds the three of them
 */
record Distribution(Path folder) {

  /**
   * The folder named by the system property {@code epione.distribution}, else the one that the
   * build made beside this program.
   */
  static Distribution locate() {
    String named = System.getProperty("epione.distribution");
    if (named != null) {
      return new Distribution(Path.of(named).toAbsolutePath());
    }
    try {
      Path program =
          Path.of(Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      // launcher/target/launcher.jar or launcher/target/classes
      Path modules = program.resolve("../../..").normalize();
      return new Distribution(modules.resolve("payara-micro/target/distribution"));
    } catch (URISyntaxException unusable) {
      throw new IllegalStateException("the program's own place is not a file", unusable);
    }
  }

  Path server() {
    return folder.resolve("payara-micro.jar");
  }

  Path adapter() {
    return folder.resolve("artemis-rar.rar");
  }

  Path application() {
    return folder.resolve("ehr.war");
  }

  boolean isComplete() {
    return Files.isRegularFile(server())
        && Files.isRegularFile(adapter())
        && Files.isRegularFile(application());
  }
}
