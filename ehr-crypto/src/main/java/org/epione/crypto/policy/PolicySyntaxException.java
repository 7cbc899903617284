package org.epione.crypto.policy;

/**
 * A text that is no policy. The message begins with the column and is meant for the person who
 * wrote the text; it repeats at most one word of it, in plain ASCII.
 */
public final class PolicySyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int column;

  PolicySyntaxException(int column, String problem) {
    super("Column " + column + ": " + problem);
    this.column = column;
  }

  /** Where the fault is, counted in characters from 1. */
  public int column() {
    return column;
  }
}
