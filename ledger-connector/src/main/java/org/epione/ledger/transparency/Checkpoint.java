package org.epione.ledger.transparency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.epione.crypto.transcript.Digest;

/**
 * The head of a log: how many leaves, and their root (C2SP tlog-checkpoint). Extension lines are
 * neither written nor read, since nobody could check them.
 *
 * @param origin names the log: the name of its key
 * @param size number of leaves
 * @param root of the RFC 6962 tree over them
 */
public record Checkpoint(String origin, long size, Digest root) {

  /** Checks the form. */
  public Checkpoint {
    if (!NoteKey.isName(origin) || size < 0) {
      throw new MalformedNoteException("no head of a log");
    }
  }

  /**
   * Reads the text of a note.
   *
   * @throws MalformedNoteException if it is not {@link #text} of a checkpoint
   */
  public static Checkpoint parse(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    if (lines.size() != 4 || !lines.get(3).isEmpty()) {
      throw new MalformedNoteException("a checkpoint has the lines origin, size and root");
    }
    return new Checkpoint(lines.get(0), Notes.number(lines.get(1)), Notes.digest(lines.get(2)));
  }

  /** SHA-256 of what is signed. */
  Digest digest() {
    return Digest.of(text().getBytes(StandardCharsets.UTF_8));
  }

  /** What is signed: three lines. */
  public String text() {
    return origin + "\n" + size + "\n" + Notes.base64(root) + "\n";
  }
}
