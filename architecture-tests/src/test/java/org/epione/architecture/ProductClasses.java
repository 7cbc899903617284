package org.epione.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The compiled classes of every module, read where the build put them. */
final class ProductClasses implements LocationProvider {
  private static final List<String> MODULES =
      List.of(
          "ehr-crypto",
          "ledger-connector",
          "ehr-ejb",
          "ehr-jms",
          "ehr-web",
          "server-config/settings",
          "server-config/artemis-rar",
          "server-config/launcher");

  @Override
  public Set<Location> get(Class<?> testClass) {
    return paths().stream().map(Location::of).collect(Collectors.toSet());
  }

  static JavaClasses read() {
    return new ClassFileImporter().importPaths(paths());
  }

  /** Fails where a module was not built, since a rule over nothing would hold. */
  static List<Path> paths() {
    return MODULES.stream()
        .map(module -> Path.of("..", module, "target", "classes").toAbsolutePath().normalize())
        .peek(
            classes -> {
              if (!Files.isDirectory(classes)) {
                throw new IllegalStateException(classes + " is missing: build the module first");
              }
            })
        .toList();
  }
}
