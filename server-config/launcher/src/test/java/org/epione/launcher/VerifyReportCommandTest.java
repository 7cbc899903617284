package org.epione.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.epione.ledger.report.ReportFinding;
import org.epione.ledger.report.ReportPdf;
import org.epione.ledger.report.SignedReport;
import org.epione.ledger.report.sample.SampleAudit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyReportCommandTest {

  @TempDir Path folder;

  private final SampleAudit audit = new SampleAudit("report");
  private final SignedReport signed = audit.signed();
  private final Said said = new Said();

  private int verify(byte[] content, String... options) throws Exception {
    Path file = Files.write(folder.resolve("report"), content);
    List<String> arguments = new ArrayList<>(List.of(file.toString(), audit.key().text()));
    arguments.addAll(List.of(options));
    return new VerifyReportCommand().run(arguments, said.terminal);
  }

  @Test
  void report_shouldBeValid_asJsonAndAsPdf() throws Exception {
    assertThat(verify(signed.encode())).isZero();
    assertThat(verify(ReportPdf.of(signed))).isZero();
    assertThat(said.output())
        .startsWith("VALID: ")
        .contains("audited by        SYSTEM-MANAGER", "nothing wrong in 2 checks")
        .contains(audit.log().text())
        .contains("cosigned by       " + audit.witness().text());
    assertThat(said.complaints()).isEmpty();
  }

  @Test
  void report_shouldShowItsFaults_whenTheAuditFoundSome() throws Exception {
    ReportFinding gone = new ReportFinding("STORAGE", "FILE", false, "It is gone.", "CLOUD");
    SignedReport faulty =
        audit.sign(audit.report(audit.chain(), List.of(gone), audit.report().records()));
    assertThat(verify(faulty.encode())).isZero();
    assertThat(said.output())
        .contains("1 of 1 checks found something wrong")
        .contains("STORAGE FILE: It is gone. Responsible: CLOUD");
  }

  @Test
  void report_shouldNotBeValid_whenAByteIsAnother() throws Exception {
    byte[] file = signed.encode();
    file[file.length / 2] ^= 1;
    assertThat(verify(file)).isEqualTo(1);
    assertThat(said.complaints()).startsWith("NOT VALID: ");
    assertThat(said.output()).isEmpty();
  }

  @Test
  void report_shouldNotBeValid_whenAnotherSignedIt() throws Exception {
    SampleAudit other = new SampleAudit("other");
    assertThat(verify(other.signed().encode())).isEqualTo(1);
    assertThat(said.complaints()).contains("the report is not signed by " + audit.key().name());
  }

  @Test
  void pages_shouldNotBeBelieved_whenTheyAreNotTheReports() throws Exception {
    byte[] other;
    try (PDDocument document = Loader.loadPDF(ReportPdf.of(signed))) {
      document.addPage(new PDPage());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      other = out.toByteArray();
    }
    assertThat(verify(other)).isEqualTo(1);
    assertThat(said.output()).startsWith("VALID, BUT NOT ITS PAGES");
    assertThat(said.complaints()).contains("not the pages");
  }

  @Test
  void report_shouldFail_whenLogOrWitnessIsAnother() throws Exception {
    byte[] file = signed.encode();
    assertThat(verify(file, "--log", audit.log().text(), "--witness", audit.witness().text()))
        .isZero();
    assertThat(verify(file, "--log", audit.key().text())).isEqualTo(1);
    assertThat(verify(file, "--witness", audit.idleWitness().text())).isEqualTo(1);
    assertThat(said.complaints())
        .contains("the report is about another log than " + audit.key().name())
        .contains("the head is not cosigned by " + audit.idleWitness().name());
  }

  @Test
  void report_shouldNotBeLookedAt_whenTheOptionsAreWrong() {
    for (String[] options :
        List.of(
            new String[] {"--witness"},
            new String[] {"--wittness", audit.witness().text()},
            new String[] {"--witness", audit.log().text()},
            new String[] {"--log", "key"})) {
      assertThatThrownBy(() -> verify(signed.encode(), options))
          .isInstanceOf(CommandFailure.class)
          .hasMessageMatching("EHR-91(00|14) .*");
    }
  }
}
