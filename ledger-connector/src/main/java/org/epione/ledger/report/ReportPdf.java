package org.epione.ledger.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.NoteKey;

/**
 * A report as PDF: pages for people, and the signed report itself attached, so that one file is
 * enough. The pages are a function of the report: {@link PdfReport} tells whether a file's are
 * those.
 */
public final class ReportPdf {

  /** Name of the attached report. */
  static final String ATTACHMENT = "audit-report.json";

  private static final String TYPE = "application/json";

  private final SignedReport signed;
  private final AuditReport report;

  private ReportPdf(SignedReport signed) {
    this.signed = signed;
    this.report = signed.report();
  }

  /** The PDF of a report. */
  public static byte[] of(SignedReport signed) {
    try {
      return new ReportPdf(signed).write();
    } catch (IOException e) {
      throw new UncheckedIOException("a PDF could not be written to memory", e);
    }
  }

  private byte[] write() throws IOException {
    long seed = ByteBuffer.wrap(signed.digest().bytes()).getLong();
    try (TaggedPdf pdf = new TaggedPdf("Audit report " + report.id(), report.ended(), seed)) {
      TaggedPages pages = pdf.pages();
      head(pages);
      findings(pages);
      records(pages);
      proof(pages);
      pdf.attach(ATTACHMENT, TYPE, "The signed report", signed.encode());
      return pdf.finish();
    }
  }

  private void head(TaggedPages pages) throws IOException {
    long faults = report.findings().stream().filter(each -> !each.ok()).count();
    pages.heading(1, "Audit report");
    pages.paragraph(
        report.isSound()
            ? "Nothing was found wrong in " + report.findings().size() + " checks."
            : faults + " of " + report.findings().size() + " checks found something wrong.");
    ReportedChain chain = report.chain();
    pages.table(
        List.of(0.25f, 0.75f),
        List.of("What", "Value"),
        List.of(
            List.of("Audit", report.id()),
            List.of("Auditing body", report.auditor()),
            List.of("Scope", scope()),
            List.of("Begun", time(report.begun())),
            List.of("Ended", time(report.ended())),
            List.of("Hospital", chain.hospital()),
            List.of("Chain", chain.pid().hex()),
            List.of("Last block", chain.height() + ", made " + time(chain.made())),
            List.of("Its hash", chain.head().hex()),
            List.of("Records on the chain", String.valueOf(chain.records())),
            List.of("Records looked at", String.valueOf(report.records().size()))));
  }

  private void findings(TaggedPages pages) throws IOException {
    pages.heading(2, "What was looked at");
    pages.table(
        List.of(0.08f, 0.13f, 0.23f, 0.36f, 0.20f),
        List.of("Holds", "Check", "Of", "Finding", "Answers for it"),
        report.findings().stream()
            .map(
                each ->
                    List.of(
                        each.ok() ? "yes" : "NO",
                        each.check(),
                        each.subject(),
                        each.detail(),
                        each.party()))
            .toList());
  }

  private void records(TaggedPages pages) throws IOException {
    pages.heading(2, "Records");
    if (report.records().isEmpty()) {
      pages.paragraph("There are none in this scope.");
      return;
    }
    pages.table(
        List.of(0.08f, 0.26f, 0.20f, 0.46f),
        List.of("Leaf", "What it is", "When, by its author", "Record"),
        report.records().stream()
            .map(
                each ->
                    List.of(
                        String.valueOf(each.index()),
                        each.record().type().name(),
                        time(each.record().time()),
                        each.record().id().hex()))
            .toList());
  }

  private void proof(TaggedPages pages) throws IOException {
    ReportedChain chain = report.chain();
    Checkpoint head = Checkpoint.parse(chain.checkpoint().text());
    pages.heading(2, "How to check this report");
    pages.paragraph(
        "The signed report is attached to this file as "
            + ATTACHMENT
            + "; with it are all records named above, and the proof of each. Ask the auditing body,"
            + " and somebody else who has it, for its key, and run ./ehr verify-report FILE KEY. It"
            + " needs no server, and also says whether these pages are those of the attached"
            + " report.");
    pages.table(
        List.of(0.25f, 0.75f),
        List.of("What", "Value"),
        List.of(
            List.of("Signed by", signed.seal().signer()),
            List.of("SHA-256 of the report", signed.digest().hex()),
            List.of("Key of the chain's log", chain.key().text()),
            List.of("Head of the log", head.size() + " records, root " + head.root().hex()),
            List.of("Cosigned by", witnesses(chain))));
  }

  private static String witnesses(ReportedChain chain) {
    return chain.witnesses().isEmpty()
        ? "nobody yet"
        : chain.witnesses().stream().map(NoteKey::text).collect(Collectors.joining(" "));
  }

  private String scope() {
    ReportScope scope = report.scope();
    String kind =
        scope.kind().name().charAt(0) + scope.kind().name().substring(1).toLowerCase(Locale.ROOT);
    return scope.kind() == ReportScope.Kind.PERIOD
        ? "Period from "
            + time(scope.from().orElseThrow())
            + " to before "
            + time(scope.until().orElseThrow())
        : kind + " " + String.join(" ", scope.subjects());
  }

  private static String time(java.time.Instant time) {
    return DateTimeFormatter.ISO_INSTANT.format(time);
  }
}
