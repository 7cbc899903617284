package org.epione.demo;

/** Where the demonstration checks what it is told. */
final class Verified {
  private Verified() {}

  /** Stops the step unless it is true. */
  static void that(boolean holds, String what) {
    if (!holds) {
      throw new StepFailed("Not verified: " + what + ".");
    }
  }
}
