package org.epione.crypto.encoding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All encodings: those of every class in the tests that extends {@link EncodingContract}. */
public final class EncodingRegistry {

  private static final List<Encoding<?>> ALL = collect();

  private EncodingRegistry() {}

  /** Every encoding there is. */
  public static List<Encoding<?>> all() {
    return ALL;
  }

  /** The compiled classes in {@code folder}, loaded, not initialised. */
  static List<Class<?>> classes(String folder) {
    Path root = Path.of(folder);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .sorted()
          .<Class<?>>map(EncodingRegistry::load)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, EncodingRegistry.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Encoding<?>> collect() {
    return classes("target/test-classes").stream()
        .filter(EncodingContract.class::isAssignableFrom)
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .flatMap(type -> instantiate(type).encodings().stream())
        .toList();
  }

  private static EncodingContract instantiate(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (EncodingContract) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }
}
