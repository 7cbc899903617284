package org.epione.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.report.AuditReport;
import org.epione.ledger.report.MalformedReportException;
import org.epione.ledger.report.PdfReport;
import org.epione.ledger.report.ReportCheck;
import org.epione.ledger.report.ReportFinding;
import org.epione.ledger.report.ReportedChain;
import org.epione.ledger.report.SignedReport;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteVerifier;

/**
 * Verifies an audit report, as JSON or as PDF with the JSON attached, with nothing but the file and
 * keys.
 */
final class VerifyReportCommand implements Command {

  private static final String LOG = "--log";
  private static final String WITNESS = "--witness";
  private static final int MAX_LENGTH = Math.max(PdfReport.MAX_LENGTH, SignedReport.MAX_LENGTH);

  private final CryptoSuite suite = CryptoSuite.create(new SecureRandomSource());

  @Override
  public String synopsis() {
    return "FILE KEY [--log KEY] [--witness KEY]...";
  }

  @Override
  public String purpose() {
    return "verifies offline that an auditing body signed a report, and that the records it names"
        + " stand on the chain; KEY is the auditing body's key, or the log's, or that of a witness"
        + " who must have cosigned";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) throws CommandFailure {
    if (arguments.size() < 2 || arguments.size() % 2 != 0) {
      throw new CommandFailure("EHR-9100 Usage: ./ehr verify-report " + synopsis());
    }
    NoteKey auditor = GivenKey.read(arguments.get(1), NoteKey.Role.LOG);
    List<NoteKey> logs = new ArrayList<>();
    List<NoteKey> witnesses = new ArrayList<>();
    for (int i = 2; i < arguments.size(); i += 2) {
      String given = arguments.get(i + 1);
      switch (arguments.get(i)) {
        case LOG -> logs.add(GivenKey.read(given, NoteKey.Role.LOG));
        case WITNESS -> witnesses.add(GivenKey.read(given, NoteKey.Role.WITNESS));
        default ->
            throw new CommandFailure("EHR-9100 There is no option " + arguments.get(i) + ".");
      }
    }
    Path file = Path.of(arguments.get(0));
    byte[] content = NamedFile.readShort(file, MAX_LENGTH);
    try {
      boolean genuinePages = true;
      SignedReport signed;
      if (PdfReport.isPdf(content)) {
        PdfReport pdf = PdfReport.read(content);
        genuinePages = pdf.genuinePages();
        signed = pdf.report();
      } else {
        signed = SignedReport.decode(content);
      }
      List<String> faults = faults(signed, auditor, logs, witnesses);
      if (faults.isEmpty()) {
        return valid(file, signed, genuinePages, terminal);
      }
      refuse(file, faults, terminal);
    } catch (MalformedReportException e) {
      refuse(file, List.of(String.valueOf(e.getMessage())), terminal);
    }
    return 1;
  }

  private List<String> faults(
      SignedReport signed, NoteKey auditor, List<NoteKey> logs, List<NoteKey> witnesses) {
    List<String> faults = new ArrayList<>(new ReportCheck(suite.ed25519()).faults(signed, auditor));
    ReportedChain chain = signed.report().chain();
    NoteVerifier verifier = new NoteVerifier(suite.ed25519());
    logs.stream()
        .filter(log -> !log.equals(chain.key()))
        .forEach(log -> faults.add("the report is about another log than " + log.name()));
    witnesses.stream()
        .filter(witness -> verifier.cosigned(chain.checkpoint(), witness).isEmpty())
        .forEach(witness -> faults.add("the head is not cosigned by " + witness.name()));
    return faults;
  }

  private static void refuse(Path file, List<String> faults, Terminal terminal) {
    terminal.complain("NOT VALID: " + file);
    faults.forEach(fault -> terminal.complain("  " + fault));
  }

  private static int valid(
      Path file, SignedReport signed, boolean genuinePages, Terminal terminal) {
    terminal.say((genuinePages ? "VALID: " : "VALID, BUT NOT ITS PAGES: ") + file);
    describe(signed.report(), terminal);
    terminal.say(
        "Compare the keys with those that their owners published. That the audit was made as it says"
            + " is the word of whoever signed it; records and their places are proven.");
    if (!genuinePages) {
      terminal.complain(
          "The pages of this document are not those that this version makes of the attached report:"
              + " believe what stands above, not the pages.");
    }
    return genuinePages ? 0 : 1;
  }

  private static void describe(AuditReport report, Terminal terminal) {
    ReportedChain chain = report.chain();
    terminal.say("  audited by        " + report.auditor());
    terminal.say("  when              " + report.begun() + " to " + report.ended());
    terminal.say(
        "  what              "
            + report.scope().kind()
            + report.scope().from().map(from -> " from " + from).orElse("")
            + report.scope().until().map(until -> " to before " + until).orElse(""));
    report.scope().subjects().forEach(each -> terminal.say("                    " + each));
    terminal.say("  hospital          " + chain.hospital());
    terminal.say("  log               " + chain.key().text());
    chain.witnesses().forEach(witness -> terminal.say("  cosigned by       " + witness.text()));
    terminal.say(
        "  last block        " + chain.height() + ", " + chain.made() + ", " + chain.head().hex());
    terminal.say("  records           " + report.records().size() + " of " + chain.records());
    long faults = report.findings().stream().filter(each -> !each.ok()).count();
    terminal.say(
        "  result            "
            + (report.isSound()
                ? "nothing wrong in " + report.findings().size() + " checks"
                : faults + " of " + report.findings().size() + " checks found something wrong"));
    report.findings().stream()
        .filter(each -> !each.ok())
        .forEach(each -> terminal.say("    " + line(each)));
  }

  private static String line(ReportFinding finding) {
    return finding.check()
        + " "
        + finding.subject()
        + ": "
        + finding.detail()
        + " Responsible: "
        + finding.party();
  }
}
