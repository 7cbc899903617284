package org.epione.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.epione.ledger.report.sample.SampleAudit;
import org.junit.jupiter.api.Test;

class PdfReportTest {

  private final SampleAudit audit = new SampleAudit("report");
  private final SignedReport signed = audit.signed();
  private final byte[] pdf = ReportPdf.of(signed);

  /** What somebody does to a document. */
  @FunctionalInterface
  private interface Change {
    void to(PDDocument document) throws Exception;
  }

  private byte[] changed(Change change) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      change.to(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    }
  }

  private static PDEmbeddedFile attachment(PDDocument document) throws Exception {
    return Objects.requireNonNull(
            new PDDocumentNameDictionary(document.getDocumentCatalog()).getEmbeddedFiles())
        .getNames()
        .get(ReportPdf.ATTACHMENT)
        .getEmbeddedFile();
  }

  @Test
  void pdf_shouldCarryTheReport_andBeTheSameEachTime() {
    assertThat(PdfReport.isPdf(pdf)).isTrue();
    assertThat(PdfReport.read(pdf)).isEqualTo(new PdfReport(signed, true));
    assertThat(ReportPdf.of(signed)).isEqualTo(pdf);
  }

  @Test
  void pages_shouldSayWhatTheReportSays() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
      assertThat(text)
          .contains("Nothingwasfoundwrongin2checks.")
          .contains("HOSPITAL-A")
          .contains("Intactandinitsplace.")
          .contains(signed.digest().hex())
          .contains(audit.log().text());
      signed
          .report()
          .records()
          .forEach(each -> assertThat(text).contains(each.record().id().hex()));
    }
  }

  @Test
  void pages_shouldSayNo_whereACheckFailed() throws Exception {
    AuditReport report =
        audit.report(
            audit.chain(),
            List.of(new ReportFinding("STORAGE", "FILE", false, "Gone \u4e00.", "CLOUD")),
            List.of());
    try (PDDocument document = Loader.loadPDF(ReportPdf.of(audit.sign(report)))) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("1 of 1 checks found something wrong.", "NO STORAGE FILE Gone ?. CLOUD")
          .contains("There are none in this scope.");
    }
  }

  @Test
  void document_shouldBeAccessible() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("en");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(document.getDocumentInformation().getTitle()).startsWith("Audit report ");
      List<String> tags = new ArrayList<>();
      collect(catalog.getStructureTreeRoot(), tags);
      assertThat(tags).startsWith("Document", "H1", "P", "Table", "TR", "TH", "TH", "TR", "TD");
      assertThat(tags).contains("H2");
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).isTrue();
        }
      }
    }
  }

  private static void collect(PDStructureNode node, List<String> tags) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        tags.add(element.getStructureType());
        collect(element, tags);
      }
    }
  }

  @Test
  void document_shouldGoOverPages_whenTheReportIsLong() throws Exception {
    AuditReport report =
        audit.report(
            audit.chain(),
            Collections.nCopies(
                200, new ReportFinding("SIGNATURE", "R 1/2", true, "Signed. ".repeat(20), "A")),
            audit.report().records());
    byte[] longer = ReportPdf.of(audit.sign(report));
    assertThat(PdfReport.read(longer).genuinePages()).isTrue();
    try (PDDocument document = Loader.loadPDF(longer)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(5);
    }
  }

  @Test
  void pages_shouldBeGenuine_whenOnlyTheWritingIsAnother() throws Exception {
    byte[] rewritten = changed(document -> {});
    assertThat(rewritten).isNotEqualTo(pdf);
    assertThat(PdfReport.read(rewritten)).isEqualTo(new PdfReport(signed, true));
  }

  @Test
  void pages_shouldNotBeGenuine_whenAnythingThatShowsIsAnother() throws Exception {
    List<Change> changes =
        List.of(
            document -> {
              try (PDPageContentStream over =
                  new PDPageContentStream(
                      document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
                over.addRect(0, 0, 100, 100);
                over.fill();
              }
            },
            document -> document.addPage(new PDPage()),
            document -> document.removePage(0),
            document -> document.getDocumentCatalog().setLanguage("de"),
            document ->
                document
                    .getPage(0)
                    .getCOSObject()
                    .setItem(COSName.CONTENTS, document.getDocument().createCOSStream()),
            document -> document.getPage(0).setRotation(90),
            document ->
                document
                    .getDocumentCatalog()
                    .setAcroForm(
                        new org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm(document)));
    for (Change change : changes) {
      assertThat(PdfReport.read(changed(change))).isEqualTo(new PdfReport(signed, false));
    }
  }

  @Test
  void attachment_shouldBeRefused_whenAltered() throws Exception {
    byte[] other =
        new String(signed.encode(), StandardCharsets.UTF_8)
            .replace("Intact and in", "Intact but in")
            .getBytes(StandardCharsets.UTF_8);
    byte[] altered =
        changed(
            document -> {
              try (var out = attachment(document).getCOSObject().createOutputStream()) {
                out.write(other);
              }
            });
    PdfReport read = PdfReport.read(altered);
    assertThat(read.genuinePages()).isFalse();
    assertThat(new ReportCheck(audit.world().suite().ed25519()).faults(read.report(), audit.key()))
        .containsExactly("what " + audit.key().name() + " signed is another report");
  }

  @Test
  void document_shouldBeRefused_whenItHasNotOneReport() throws Exception {
    byte[] none = changed(document -> document.getDocumentCatalog().setNames(null));
    byte[] two =
        changed(
            document -> {
              var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
              var files = Objects.requireNonNull(names.getEmbeddedFiles());
              var first = files.getNames().get(ReportPdf.ATTACHMENT);
              files.setNames(Map.of(ReportPdf.ATTACHMENT, first, "other.json", first));
            });
    for (byte[] bad : List.of(none, two, new byte[0], Arrays.copyOf(pdf, 40))) {
      assertThatThrownBy(() -> PdfReport.read(bad)).isInstanceOf(MalformedReportException.class);
    }
    assertThat(PdfReport.isPdf("{\"report\"".getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void attachment_shouldBeRefused_whenItUnpacksToTooMuch() throws Exception {
    byte[] bomb =
        changed(
            document -> {
              try (var out =
                      attachment(document).getCOSObject().createOutputStream(COSName.FLATE_DECODE);
                  var zeros = new ByteArrayInputStream(new byte[SignedReport.MAX_LENGTH + 2])) {
                zeros.transferTo(out);
              }
            });
    assertThat(bomb.length).isLessThan(SignedReport.MAX_LENGTH / 10);
    assertThatThrownBy(() -> PdfReport.read(bomb))
        .isInstanceOf(MalformedReportException.class)
        .hasMessageContaining("at most");
  }
}
