package org.epione.testing;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The product's compiled classes of all modules on the class path, as a server would scan them. */
final class ProductClasses {

  private static final List<Class<?>> ALL = load();

  private ProductClasses() {}

  static List<Class<?>> all() {
    return ALL;
  }

  static List<String> managedByJpa() {
    return ALL.stream()
        .filter(
            type ->
                type.isAnnotationPresent(Entity.class)
                    || type.isAnnotationPresent(Embeddable.class)
                    || type.isAnnotationPresent(MappedSuperclass.class)
                    || type.isAnnotationPresent(Converter.class))
        .map(Class::getName)
        .toList();
  }

  private static List<Class<?>> load() {
    try {
      return Collections.list(ProductClasses.class.getClassLoader().getResources("org/epione/"))
          .stream()
          .filter(
              url -> url.getProtocol().equals("file") && !url.getPath().contains("test-classes"))
          .flatMap(ProductClasses::classesUnder)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Class<?>> classesUnder(URL folder) {
    try {
      Path root = Path.of(folder.toURI());
      Path base = root.getParent().getParent();
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .map(file -> base.relativize(file).toString())
            .filter(name -> name.endsWith(".class") && !name.contains("-info"))
            .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
            .<Class<?>>map(ProductClasses::load)
            .toList()
            .stream();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ProductClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
