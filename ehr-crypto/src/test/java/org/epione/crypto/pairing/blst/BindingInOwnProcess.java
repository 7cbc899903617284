package org.epione.crypto.pairing.blst;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import supranational.blst.P1;
import supranational.blst.PT;

/** What would end the JVM of the tests, done in another one. */
final class BindingInOwnProcess {

  private BindingInOwnProcess() {}

  /** Whether a JVM is still there after {@code act}. */
  static boolean survives(String act) {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+SuppressFatalErrorMessage",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            BindingInOwnProcess.class.getName(),
            act);
    java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      return java.start().waitFor() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Exits with 0 also where the binding throws. */
  public static void main(String[] act) {
    P1 generator = P1.generator();
    try {
      switch (act[0]) {
        case "pair" -> new PT((P1) null, null);
        case "hash" -> generator.hash_to(null, "tag");
        case "add" -> generator.add((P1) null);
        default -> generator.dbl();
      }
    } catch (RuntimeException e) {
      System.exit(0);
    }
  }
}
