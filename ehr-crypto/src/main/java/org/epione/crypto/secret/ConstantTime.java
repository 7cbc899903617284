package org.epione.crypto.secret;

import org.bouncycastle.util.Arrays;

/** Comparison that takes the same time wherever two values of equal length differ. */
public final class ConstantTime {

  private ConstantTime() {}

  /** Whether the contents are equal; the lengths are no secret. */
  public static boolean areEqual(byte[] one, byte[] other) {
    return Arrays.constantTimeAreEqual(one, other);
  }
}
