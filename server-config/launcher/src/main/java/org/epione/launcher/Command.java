package org.epione.launcher;

import java.util.List;

/** One word of the command line. */
interface Command {

  /** What follows the word, for the help. */
  String synopsis();

  /** One line on what it does, for the help. */
  String purpose();

  /**
   * Carries it out.
   *
   * @return the exit status, 0 only where all went well
   */
  int run(List<String> arguments, Terminal terminal) throws CommandFailure, InterruptedException;
}
