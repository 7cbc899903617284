package org.epione.launcher;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the command line speaks to a person, who may not be there. */
final class Terminal {

  private final PrintStream out;
  private final PrintStream err;
  private final @Nullable Console console;

  Terminal(PrintStream out, PrintStream err, @Nullable Console console) {
    this.out = out;
    this.err = err;
    this.console = console;
  }

  PrintStream out() {
    return out;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void complain(String line) {
    err.println(line);
    err.flush();
  }

  /** Whether a person sees what is written, as it is written. */
  boolean isWatched() {
    return console != null;
  }

  /** Writes beside the output, without ending the line. */
  void show(String text) {
    err.print(text);
    err.flush();
  }

  /** Asks without showing what is typed; empty where nobody can be asked. */
  Optional<char[]> askSecret(String question) {
    if (console == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(console.readPassword("%s", question));
  }

  /** Asks for a line; empty where nobody can be asked. */
  Optional<String> ask(String question) {
    if (console == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(console.readLine("%s", question));
  }
}
