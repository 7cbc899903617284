package org.epione.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.Header;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.finality.Equivocation;
import org.epione.ledger.state.Founding;
import org.epione.ledger.state.SignatureChecks;
import org.epione.ledger.transparency.LogContradiction;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteVerifier;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.verification.VerificationReport;

/**
 * Verifies evidence against a hospital with nothing but the file and the key of its log; with an
 * export of the chain, whose first record certifies the cloud, also what the cloud signed.
 */
final class VerifyEvidenceCommand implements Command {

  private static final String CHAIN = "--chain";
  private static final int MAX_LENGTH =
      Math.max(LogContradiction.MAX_LENGTH, Equivocation.MAX_LENGTH);

  private final CryptoSuite suite = CryptoSuite.create(new SecureRandomSource());

  @Override
  public String synopsis() {
    return "FILE KEY [--chain EXPORT]";
  }

  @Override
  public String purpose() {
    return "verifies offline that a hospital signed two things that contradict each other; KEY is"
        + " its log's key, EXPORT its chain, which certifies the cloud";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) throws CommandFailure {
    boolean withChain = arguments.size() == 4 && arguments.get(2).equals(CHAIN);
    if (arguments.size() != 2 && !withChain) {
      throw new CommandFailure("EHR-9100 Usage: ./ehr verify-evidence " + synopsis());
    }
    NoteKey key = GivenKey.read(arguments.get(1), NoteKey.Role.LOG);
    Path file = Path.of(arguments.get(0));
    byte[] content = NamedFile.readShort(file, MAX_LENGTH);
    Optional<Founding> founding =
        withChain ? Optional.of(founding(Path.of(arguments.get(3)), key)) : Optional.empty();
    ProvenEvidence evidence = evidence(content, key, founding);
    if (evidence.fault().isPresent()) {
      terminal.complain("PROVES NOTHING: " + file);
      terminal.complain("  " + evidence.fault().get());
      return 1;
    }
    terminal.say("PROVEN: " + file);
    evidence.lines().forEach(line -> terminal.say("  " + line));
    terminal.say(
        "Compare the key with the one that the hospital, the system manager or another hospital"
            + " gave you: the proof is against whoever has it.");
    return 0;
  }

  private ProvenEvidence evidence(byte[] content, NoteKey key, Optional<Founding> founding) {
    try {
      return switch (Header.of(content).tag()) {
        case LogContradiction.TAG ->
            ProvenEvidence.of(
                LogContradiction.decode(content), key, new NoteVerifier(suite.ed25519()));
        case Equivocation.TAG ->
            ProvenEvidence.of(
                Equivocation.decode(content), key, founding, new SignatureChecks(suite));
        default -> ProvenEvidence.nothing("the file is no evidence but something else");
      };
    } catch (MalformedEncodingException e) {
      return ProvenEvidence.nothing(String.valueOf(e.getMessage()));
    }
  }

  private Founding founding(Path export, NoteKey key) throws CommandFailure {
    VerificationReport report =
        NamedFile.read(
            export,
            in ->
                new ChainVerifier(suite, Runtime.getRuntime().availableProcessors())
                    .verify(in, ProgressListener.NONE));
    Optional<Founding> founding = report.state().founding().filter(known -> report.isValid());
    if (founding.isEmpty()) {
      throw new CommandFailure(
          "EHR-9116 "
              + export
              + " does not verify, so it certifies nobody. ./ehr verify-chain says why.");
    }
    NoteKey log = NoteKey.of(founding.get().hospital().identity(), NoteKey.Role.LOG);
    if (!log.equals(key)) {
      throw new CommandFailure(
          "EHR-9116 " + export + " is the chain of " + log.text() + ", which is another key.");
    }
    return founding.get();
  }
}
