package org.epione.ledger.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A PDF document whose text a screen reader can follow: tagged, with language and title, and with
 * an embedded font. The same content gives the same document.
 */
public final class TaggedPdf implements AutoCloseable {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final COSName ASSOCIATED = COSName.getPDFName("AF");
  private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

  private final PDDocument document = new PDDocument();
  private final String title;
  private final TaggedPages pages;

  /**
   * A document without content.
   *
   * @param seed makes its identifier, of which two documents should not have the same
   */
  public TaggedPdf(String title, Instant made, long seed) throws IOException {
    this.title = title;
    document.setVersion(1.7f);
    document.setDocumentId(seed);
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setProducer("Epione");
    document
        .getDocumentInformation()
        .setCreationDate(GregorianCalendar.from(made.atZone(ZoneOffset.UTC)));
    pages = new TaggedPages(document, font());
  }

  /** Where the content goes. */
  public TaggedPages pages() {
    return pages;
  }

  /** Attaches a file as the data from which the document was made. */
  void attach(String name, String type, String description, byte[] content) throws IOException {
    PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(content));
    file.setSubtype(type);
    file.setSize(content.length);
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(name);
    specification.setFileUnicode(name);
    specification.setFileDescription(description);
    specification.setEmbeddedFile(file);
    specification.setEmbeddedFileUnicode(file);
    specification.getCOSObject().setItem(RELATIONSHIP, COSName.getPDFName("Data"));
    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of(name, specification));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(files);
    document.getDocumentCatalog().setNames(names);
    COSArray associated = new COSArray();
    associated.add(specification);
    document.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED, associated);
  }

  /** The file. Nothing can be added afterwards. */
  public byte[] finish() throws IOException {
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage("en");
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    catalog.setMarkInfo(marked);
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    catalog.setMetadata(
        new PDMetadata(
            document, new ByteArrayInputStream(metadata().getBytes(StandardCharsets.UTF_8))));
    catalog.setStructureTreeRoot(pages.finish());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private PDFont font() throws IOException {
    try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
      if (file == null) {
        throw new IOException("the font is not in the library: " + FONT);
      }
      return PDType0Font.load(document, file, true);
    }
  }

  private String metadata() {
    return String.join(
        "\n",
        List.of(
            "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
            "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">",
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
                + title
                + "</rdf:li></rdf:Alt></dc:title>",
            "</rdf:Description></rdf:RDF></x:xmpmeta>",
            "<?xpacket end=\"w\"?>"));
  }
}
