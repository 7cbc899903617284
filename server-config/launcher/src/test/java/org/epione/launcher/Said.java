package org.epione.launcher;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A terminal without a person, and what was said on it. */
final class Said {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final Terminal terminal =
      new Terminal(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          null);

  String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String complaints() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
