package org.epione.account.boundary;

import java.time.Instant;

/**
 * Something that happened to the protection of an account.
 *
 * @param by name of who did it; empty for the person herself
 * @param about name of the minor whom it is about; empty where it is about the account itself
 * @param notice whether the person has still to be told
 */
public record AccountEventView(
    AccountEventKind kind, Instant occurred, String by, String about, boolean notice) {

  /** Without the names. */
  @Override
  public String toString() {
    return kind + " " + occurred;
  }
}
