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
    return "FILE [NEXT ...]";
  }

  @Override
  public String purpose() {
    return "verifies an exported chain offline, in one file or from archives of its epochs on; the"
        + " exit status is 0 only if every byte holds and no episode lacks a part";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) throws CommandFailure {
    if (arguments.isEmpty()) {
      throw new CommandFailure("EHR-9100 Usage: ./ehr verify-chain FILE [NEXT ...]");
    }
    ChainVerifier verifier =
        new ChainVerifier(
            CryptoSuite.create(new SecureRandomSource()),
            Runtime.getRuntime().availableProcessors());
    Path first = Path.of(arguments.get(0));
    VerificationReport report =
        verify(first, terminal, (file, heard) -> verifier.verify(file, heard));
    if (isFaulty(first, report, terminal)) {
      return 1;
    }
    for (String next : arguments.subList(1, arguments.size())) {
      VerificationReport before = report;
      Path file = Path.of(next);
      report =
          verify(file, terminal, (content, heard) -> verifier.verifyNext(before, content, heard));
      if (isFaulty(file, report, terminal)) {
        return 1;
      }
    }
    List<MissingPart> missing = report.missing();
    terminal.say(
        (missing.isEmpty() ? "VALID: " : "VALID, BUT INCOMPLETE: ") + String.join(" ", arguments));
    describe(report, terminal);
    describe(missing, terminal);
    return missing.isEmpty() ? 0 : 1;
  }

  /** Whether it is at fault, which is said. */
  static boolean isFaulty(Path file, VerificationReport report, Terminal terminal) {
    report
        .fault()
        .ifPresent(
            fault -> {
              terminal.complain("NOT VALID: " + file);
              describe(fault, terminal);
            });
    return report.fault().isPresent();
  }

  /** Verifies the content of a file. */
  @FunctionalInterface
  interface Verifying {
    VerificationReport of(InputStream content, ProgressListener progress) throws IOException;
  }

  /** Says how far it is where somebody sees it. */
  static VerificationReport verify(Path file, Terminal terminal, Verifying verifying)
      throws CommandFailure {
    if (!terminal.isWatched()) {
      return NamedFile.read(file, content -> verifying.of(content, ProgressListener.NONE));
    }
    VerificationProgress progress = new VerificationProgress(terminal::show, System::nanoTime);
    try {
      return NamedFile.read(file, content -> verifying.of(content, progress));
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
    if (report.beginning() > 0) {
      terminal.say(
          "  begins            with block "
              + report.beginning()
              + ", which seals what came before: that rests on its signatures, see the archives");
    }
    report
        .head()
        .ifPresent(
            head -> {
              terminal.say("  blocks            " + (head.height() + 1));
              terminal.say("  records           " + head.records());
              terminal.say("  log root          " + report.state().log().root().hex());
              terminal.say("  newest block      " + head.time() + ", " + head.hash().hex());
            });
    report
        .state()
        .epoch()
        .ifPresent(
            epoch ->
                terminal.say("  epoch             " + epoch.number() + ", since " + epoch.since()));
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
