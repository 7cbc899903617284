package org.epione.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds compiled classes, so that what must hold for all of a kind needs no list. */
public final class TestClasses {

  private TestClasses() {}

  /** The classes of the product, loaded, not initialised. */
  public static List<Class<?>> ofProduct() {
    return in("target/classes");
  }

  /** An instance of each test class that extends {@code type}. */
  public static <T> List<T> instancesOf(Class<T> type) {
    return in("target/test-classes").stream()
        .filter(type::isAssignableFrom)
        .filter(each -> !Modifier.isAbstract(each.getModifiers()))
        .map(each -> type.cast(instantiate(each)))
        .toList();
  }

  private static List<Class<?>> in(String folder) {
    Path root = Path.of(folder);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .sorted()
          .<Class<?>>map(TestClasses::load)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, TestClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object instantiate(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }
}
