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
}
