package org.epione.launcher;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.stamp.BadStampException;
import org.epione.ledger.stamp.HeadStamp;
import org.epione.ledger.stamp.StampAuthorities;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.MalformedNoteException;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteVerifier;
import org.epione.ledger.transparency.SignedNote;

/** Verifies the time stamp on a head of a log with nothing but files and the log's key. */
final class VerifyStampCommand implements Command {

  private static final int ARGUMENTS = 4;
  private static final int MAX_FILE = 65_536;

  @Override
  public String synopsis() {
    return "CHECKPOINT STAMP AUTHORITIES KEY";
  }

  @Override
  public String purpose() {
    return "verifies offline that a head of a log, signed with KEY, has a time stamp (RFC 3161) of"
        + " one of the AUTHORITIES (certificates, PEM)";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) throws CommandFailure {
    if (arguments.size() != ARGUMENTS) {
      throw new CommandFailure("EHR-9100 Usage: ./ehr verify-stamp " + synopsis());
    }
    NoteKey key = GivenKey.read(arguments.get(3), NoteKey.Role.LOG);
    byte[] note = NamedFile.readShort(Path.of(arguments.get(0)), MAX_FILE);
    byte[] stamp = NamedFile.readShort(Path.of(arguments.get(1)), HeadStamp.MAX_LENGTH);
    byte[] authorities = NamedFile.readShort(Path.of(arguments.get(2)), MAX_FILE);
    try {
      Checkpoint head = head(SignedNote.parse(note), key);
      Instant time =
          new HeadStamp(ByteString.of(stamp)).verify(head, StampAuthorities.parse(authorities));
      terminal.say("VALID: " + arguments.get(1));
      terminal.say("  log               " + head.origin());
      terminal.say("  records           " + head.size());
      terminal.say("  existed by        " + time);
      return 0;
    } catch (BadStampException | MalformedNoteException e) {
      terminal.complain("NOT VALID: " + arguments.get(1));
      terminal.complain("  " + e.getMessage());
      return 1;
    }
  }

  private static Checkpoint head(SignedNote note, NoteKey key) throws BadStampException {
    Checkpoint head = Checkpoint.parse(note.text());
    NoteVerifier verifier =
        new NoteVerifier(CryptoSuite.create(new SecureRandomSource()).ed25519());
    if (!head.origin().equals(key.name()) || !verifier.isSigned(note, key)) {
      throw new BadStampException("the head is not signed by " + key.name());
    }
    return head;
  }
}
