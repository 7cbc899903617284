package org.epione.ledger.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ReportPdf} wrote, or somebody made of it.
 *
 * @param report the attached report, which is to be checked
 * @param genuinePages whether the document is, object by object, the one that this version writes
 *     for that report; where not, its pages may say anything
 */
public record PdfReport(SignedReport report, boolean genuinePages) {

  /** Longest file in bytes. */
  public static final int MAX_LENGTH = 2 * SignedReport.MAX_LENGTH;

  private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  /** Whether a file calls itself PDF. */
  public static boolean isPdf(byte[] file) {
    return file.length >= MAGIC.length && Arrays.equals(Arrays.copyOf(file, MAGIC.length), MAGIC);
  }

  /**
   * Reads a file.
   *
   * @throws MalformedReportException if it is not a PDF document with one report attached
   */
  public static PdfReport read(byte[] file) {
    if (file.length > MAX_LENGTH) {
      throw new MalformedReportException("a report has at most " + MAX_LENGTH + " bytes");
    }
    try (PDDocument document = Loader.loadPDF(file)) {
      SignedReport report = SignedReport.decode(attached(document));
      try (PDDocument own = Loader.loadPDF(ReportPdf.of(report))) {
        return new PdfReport(report, PdfObjects.areSame(document, own));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new MalformedReportException("the file is not a PDF document that can be read", e);
    }
  }

  private static byte[] attached(PDDocument document) throws IOException {
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    @Nullable PDEmbeddedFilesNameTreeNode files = names.getEmbeddedFiles();
    @Nullable Map<String, PDComplexFileSpecification> all = files == null ? null : files.getNames();
    @Nullable PDComplexFileSpecification specification =
        all == null || all.size() != 1 ? null : all.get(ReportPdf.ATTACHMENT);
    @Nullable PDEmbeddedFile file = specification == null ? null : specification.getEmbeddedFile();
    if (file == null) {
      throw new MalformedReportException("the PDF document has no report attached");
    }
    try (InputStream content = file.createInputStream()) {
      return content.readNBytes(SignedReport.MAX_LENGTH + 1);
    }
  }
}
