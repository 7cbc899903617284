package org.epione.ledger.transparency;

import java.util.List;
import org.epione.crypto.transcript.Digest;

/**
 * What an auditing body signs under a report: its name, the words {@code audit report}, and the
 * SHA-256 of the report. It cannot pass for a {@link Checkpoint}, whose second line is a number,
 * nor the other way round.
 *
 * @param signer name of the key that signs
 * @param report SHA-256 of the canonical report
 */
public record ReportSeal(String signer, Digest report) {

  private static final String WHAT = "audit report";

  /** Checks the name. */
  public ReportSeal {
    if (!NoteKey.isName(signer)) {
      throw new MalformedNoteException("no name of a key");
    }
  }

  /**
   * Reads the text of a note.
   *
   * @throws MalformedNoteException if it is not {@link #text} of a seal
   */
  public static ReportSeal parse(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    if (lines.size() != 4 || !lines.get(1).equals(WHAT) || !lines.get(3).isEmpty()) {
      throw new MalformedNoteException("a seal has the lines signer, audit report and digest");
    }
    return new ReportSeal(lines.get(0), Notes.digest(lines.get(2)));
  }

  /** What is signed: three lines. */
  public String text() {
    return signer + "\n" + WHAT + "\n" + Notes.base64(report) + "\n";
  }
}
