package org.epione.launcher;

import java.nio.file.Path;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.transparency.LogProof;
import org.epione.ledger.transparency.MalformedNoteException;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteVerifier;

/** Verifies the proof of one record with nothing but the file and the log's key. */
final class VerifyProofCommand implements Command {

  @Override
  public String synopsis() {
    return "FILE KEY";
  }

  @Override
  public String purpose() {
    return "verifies offline that a record stands on a hospital's chain; KEY is the log's key";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) throws CommandFailure {
    if (arguments.size() != 2) {
      throw new CommandFailure("EHR-9100 Usage: ./ehr verify-proof FILE KEY");
    }
    NoteKey key = key(arguments.get(1));
    Path file = Path.of(arguments.get(0));
    NoteVerifier verifier =
        new NoteVerifier(CryptoSuite.create(new SecureRandomSource()).ed25519());
    try {
      LogProof proof = LogProof.parse(read(file));
      LedgerRecord record = LedgerRecord.decode(proof.record().bytes());
      if (proof.holds(verifier, key)) {
        terminal.say("VALID: " + file);
        describe(proof, record, terminal);
        return 0;
      }
      terminal.complain("NOT VALID: " + file);
      terminal.complain("  the record is not under a head that " + key.name() + " signed");
    } catch (MalformedNoteException | MalformedEncodingException e) {
      terminal.complain("NOT VALID: " + file);
      terminal.complain("  " + e.getMessage());
    }
    return 1;
  }

  private static NoteKey key(String text) throws CommandFailure {
    NoteKey key;
    try {
      key = NoteKey.parse(text);
    } catch (MalformedNoteException e) {
      throw new CommandFailure("EHR-9114 That is no key of a log: " + e.getMessage() + ".", e);
    }
    if (key.role() != NoteKey.Role.LOG) {
      throw new CommandFailure("EHR-9114 That is the key of a witness, not of a log.");
    }
    return key;
  }

  private static byte[] read(Path file) throws CommandFailure {
    byte[] content = NamedFile.read(file, in -> in.readNBytes(LogProof.MAX_LENGTH + 1));
    if (content.length > LogProof.MAX_LENGTH) {
      throw new CommandFailure("EHR-9112 " + file + " is too large for a proof.");
    }
    return content;
  }

  private static void describe(LogProof proof, LedgerRecord record, Terminal terminal) {
    terminal.say("  log               " + proof.head().origin());
    terminal.say("  record            " + record.id().hex());
    terminal.say("  what it is        " + record.type());
    terminal.say("  author            " + record.author().hex());
    terminal.say("  when, by author   " + record.time());
    terminal.say(
        "  place             leaf " + proof.index() + " of a log of " + proof.head().size());
    terminal.say(
        "Compare the key with the one that the hospital published. The author's signature is"
            + " checked by ./ehr verify-chain, which has the certificates.");
  }
}
