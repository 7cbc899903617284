package org.epione.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.state.Report;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.Fault;
import org.epione.ledger.verification.MissingPart;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.verification.VerificationReport;

/** Verifies an exported chain with nothing but the file: no server, no database, no network. */
final class VerifyChainCommand implements Command {

  private static final int MOST_NAMED = 20;

  @Override
  public String synopsis() {
    return "FILE";
  }

  @Override
  public String purpose() {
    return "verifies an exported chain offline; the exit status is 0 only if every byte holds and"
        + " no episode lacks a part";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) throws CommandFailure {
    if (arguments.size() != 1) {
      throw new CommandFailure("EHR-9100 Usage: ./ehr verify-chain FILE");
    }
    Path file = Path.of(arguments.get(0));
    VerificationReport report = NamedFile.read(file, content -> verify(content, terminal));
    if (report.fault().isPresent()) {
      terminal.complain("NOT VALID: " + file);
      describe(report.fault().get(), terminal);
      return 1;
    }
    List<MissingPart> missing = report.missing();
    terminal.say((missing.isEmpty() ? "VALID: " : "VALID, BUT INCOMPLETE: ") + file);
    describe(report, terminal);
    describe(missing, terminal);
    return missing.isEmpty() ? 0 : 1;
  }

  /** On all processors; says how far it is where somebody sees it. */
  private static VerificationReport verify(InputStream content, Terminal terminal)
      throws IOException {
    ChainVerifier verifier =
        new ChainVerifier(
            CryptoSuite.create(new SecureRandomSource()),
            Runtime.getRuntime().availableProcessors());
    if (!terminal.isWatched()) {
      return verifier.verify(content, ProgressListener.NONE);
    }
    VerificationProgress progress = new VerificationProgress(terminal::show, System::nanoTime);
    try {
      return verifier.verify(content, progress);
    } finally {
      progress.end();
    }
  }

  private static void describe(List<MissingPart> missing, Terminal terminal) {
    missing.stream()
        .limit(MOST_NAMED)
        .forEach(
            part ->
                terminal.complain(
                    "  episode "
                        + EpisodeReference.of(part.episode()).text()
                        + " lacks "
                        + part.part()
                        + " of "
                        + part.party()
                        + " since "
                        + part.since()));
    if (missing.size() > MOST_NAMED) {
      terminal.complain("  and " + (missing.size() - MOST_NAMED) + " more");
    }
    if (!missing.isEmpty()) {
      terminal.complain("Ask for a newer export; what it still lacks, ask the party named.");
    }
  }

  private static void describe(VerificationReport report, Terminal terminal) {
    report
        .state()
        .founding()
        .ifPresent(
            founding -> {
              terminal.say("  hospital          " + founding.hospital().code());
              terminal.say(
                  "  founded by        "
                      + founding.systemManager().code()
                      + ", key "
                      + founding.systemManager().identity().signingKey().hex());
            });
    report
        .head()
        .ifPresent(
            head -> {
              terminal.say("  blocks            " + (head.height() + 1));
              terminal.say("  records           " + head.records());
              terminal.say("  newest block      " + head.time() + ", " + head.hash().hex());
            });
    terminal.say(
        "  final by delegates "
            + (report.finalByDelegates().isPresent()
                ? "up to block " + report.finalByDelegates().getAsLong()
                : "no block"));
    overdue(report)
        .forEach(
            each ->
                terminal.say(
                    "  undecided         report "
                        + each.id().hex()
                        + " since "
                        + each.at()
                        + ": ask the system manager whether it was told"));
    report.counts().forEach((type, count) -> terminal.say("    " + count + " " + type));
    terminal.say(
        "Compare the key with the system manager's, and the newest block with a newer export or"
            + " the portal's: a file can be genuine and old.");
  }

  /** Reports against the hospital that wait for too long by the time of the newest block. */
  private static List<Report> overdue(VerificationReport report) {
    return report.head().map(head -> report.state().overdueReports(head.time())).orElse(List.of());
  }

  private static void describe(Fault fault, Terminal terminal) {
    terminal.complain("  " + fault.code() + " " + fault.explanation());
    fault.height().ifPresent(height -> terminal.complain("  block   " + height));
    fault.record().ifPresent(index -> terminal.complain("  record  " + index));
    fault.recordId().ifPresent(id -> terminal.complain("  id      " + id.hex()));
    terminal.complain("  made by " + fault.party());
  }
}
