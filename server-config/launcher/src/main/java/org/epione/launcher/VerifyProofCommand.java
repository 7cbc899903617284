package org.epione.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.transparency.LogProof;
import org.epione.ledger.transparency.MalformedNoteException;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteVerifier;

/** Verifies the proof of one record with nothing but the file and the keys of log and witnesses. */
final class VerifyProofCommand implements Command {

  private static final String WITNESS = "--witness";

  @Override
  public String synopsis() {
    return "FILE KEY [--witness KEY]...";
  }

  @Override
  public String purpose() {
    return "verifies offline that a record stands on a hospital's chain; KEY is the log's key, or that"
        + " of a witness who must have cosigned";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) throws CommandFailure {
    if (arguments.size() < 2 || arguments.size() % 2 != 0) {
      throw new CommandFailure("EHR-9100 Usage: ./ehr verify-proof " + synopsis());
    }
    NoteKey key = GivenKey.read(arguments.get(1), NoteKey.Role.LOG);
    List<NoteKey> witnesses = witnesses(arguments.subList(2, arguments.size()));
    Path file = Path.of(arguments.get(0));
    NoteVerifier verifier =
        new NoteVerifier(CryptoSuite.create(new SecureRandomSource()).ed25519());
    try {
      LogProof proof = LogProof.parse(NamedFile.readShort(file, LogProof.MAX_LENGTH));
      LedgerRecord record = LedgerRecord.decode(proof.record().bytes());
      List<String> faults = faults(proof, verifier, key, witnesses);
      if (faults.isEmpty()) {
        terminal.say("VALID: " + file);
        describe(proof, record, terminal);
        describe(proof, verifier, witnesses, terminal);
        return 0;
      }
      terminal.complain("NOT VALID: " + file);
      faults.forEach(fault -> terminal.complain("  " + fault));
    } catch (MalformedNoteException | MalformedEncodingException e) {
      terminal.complain("NOT VALID: " + file);
      terminal.complain("  " + e.getMessage());
    }
    return 1;
  }

  private static List<NoteKey> witnesses(List<String> options) throws CommandFailure {
    List<NoteKey> witnesses = new ArrayList<>();
    for (int i = 0; i < options.size(); i += 2) {
      if (!options.get(i).equals(WITNESS)) {
        throw new CommandFailure("EHR-9100 There is no option " + options.get(i) + ".");
      }
      witnesses.add(GivenKey.read(options.get(i + 1), NoteKey.Role.WITNESS));
    }
    return witnesses;
  }

  private static List<String> faults(
      LogProof proof, NoteVerifier verifier, NoteKey log, List<NoteKey> witnesses) {
    if (!proof.holds(verifier, log)) {
      return List.of("the record is not under a head that " + log.name() + " signed");
    }
    return witnesses.stream()
        .filter(witness -> verifier.cosigned(proof.checkpoint(), witness).isEmpty())
        .map(
            witness ->
                "the head of size " + proof.head().size() + " is not cosigned by " + witness.name())
        .toList();
  }

  private static void describe(
      LogProof proof, NoteVerifier verifier, List<NoteKey> witnesses, Terminal terminal) {
    for (NoteKey witness : witnesses) {
      verifier
          .cosigned(proof.checkpoint(), witness)
          .ifPresent(time -> terminal.say("  cosigned          " + time + " by " + witness.name()));
    }
    terminal.say(
        "Compare the keys with those that their owners published. The author's signature is checked"
            + " by ./ehr verify-chain, which has the certificates.");
  }

  private static void describe(LogProof proof, LedgerRecord record, Terminal terminal) {
    terminal.say("  log               " + proof.head().origin());
    terminal.say("  record            " + record.id().hex());
    terminal.say("  what it is        " + record.type());
    terminal.say("  author            " + record.author().hex());
    terminal.say("  when, by author   " + record.time());
    terminal.say(
        "  place             leaf " + proof.index() + " of a log of " + proof.head().size());
  }
}
