package org.epione.launcher;

import org.epione.ledger.transparency.MalformedNoteException;
import org.epione.ledger.transparency.NoteKey;

/** A key of a log or witness that a person gave as an argument. */
final class GivenKey {

  private GivenKey() {}

  /** The key, which has to be one in that role. */
  static NoteKey read(String text, NoteKey.Role role) throws CommandFailure {
    NoteKey key;
    try {
      key = NoteKey.parse(text);
    } catch (MalformedNoteException e) {
      throw new CommandFailure(
          "EHR-9114 That is no key of a log or witness: " + e.getMessage() + ".", e);
    }
    if (key.role() != role) {
      throw new CommandFailure(
          role == NoteKey.Role.LOG
              ? "EHR-9114 That is the key of a witness, not of a log."
              : "EHR-9114 That is the key of a log, not of a witness.");
    }
    return key;
  }
}
