package org.epione.crypto.encoding;

import java.util.List;
import org.epione.crypto.TestClasses;

/** All encodings: those of every class in the tests that extends {@link EncodingContract}. */
public final class EncodingRegistry {

  private static final List<Encoding<?>> ALL =
      TestClasses.instancesOf(EncodingContract.class).stream()
          .<Encoding<?>>flatMap(contract -> contract.encodings().stream())
          .toList();

  private EncodingRegistry() {}

  /** Every encoding there is. */
  public static List<Encoding<?>> all() {
    return ALL;
  }

  /** The encodings of that name; all of them if it is empty. */
  public static List<Encoding<?>> named(String name) {
    List<Encoding<?>> named =
        ALL.stream().filter(each -> name.isEmpty() || each.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new IllegalArgumentException("no encoding is called " + name);
    }
    return named;
  }

  /** Prints the names, for the script that fuzzes one after the other. */
  public static void main(String[] arguments) {
    ALL.stream().map(Encoding::name).distinct().forEach(System.out::println);
  }
}
