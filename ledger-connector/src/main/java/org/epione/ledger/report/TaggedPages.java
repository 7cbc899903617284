package org.epione.ledger.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** Pages that fill from top to bottom, each piece of text tagged as what it is. */
public final class TaggedPages {

  private static final float MARGIN = 50;
  private static final float FOOT = 40;
  private static final float LEADING = 1.35f;
  private static final float GAP = 6;

  private final PDDocument document;
  private final PdfText text;
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement body = new PDStructureElement("Document", root);
  private final List<COSArray> parents = new ArrayList<>();
  private @Nullable PDPage page;
  private @Nullable PDPageContentStream stream;
  private float y;

  /** No page yet; text is set in {@code font}. */
  TaggedPages(PDDocument document, PDFont font) {
    this.document = document;
    this.text = new PdfText(font);
    root.appendKid(body);
  }

  /** Width of what is written, in points. */
  static float width() {
    return PDRectangle.A4.getWidth() - 2 * MARGIN;
  }

  /** A heading of that level, 1 or 2. */
  public void heading(int level, String words) throws IOException {
    float size = level == 1 ? 20 : 13;
    block("H" + level, words, size, level == 1 ? 0 : 10);
  }

  /** A paragraph. */
  public void paragraph(String words) throws IOException {
    block("P", words, 9.5f, 0);
  }

  /** A table; its first row, the heads of the columns, is not repeated for screen readers. */
  public void table(List<Float> widths, List<String> heads, List<List<String>> rows)
      throws IOException {
    PDStructureElement table = element("Table", body);
    row(table, "TH", widths, heads);
    for (List<String> each : rows) {
      row(table, "TD", widths, each);
    }
    y -= GAP;
  }

  /** The structure of all that was written. */
  PDStructureTreeRoot finish() throws IOException {
    if (stream != null) {
      stream.close();
    }
    COSArray numbers = new COSArray();
    for (int i = 0; i < parents.size(); i++) {
      numbers.add(COSInteger.get(i));
      numbers.add(parents.get(i));
    }
    COSDictionary tree = new COSDictionary();
    tree.setItem(COSName.NUMS, numbers);
    root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
    root.setParentTreeNextKey(parents.size());
    return root;
  }

  private void block(String tag, String words, float size, float before) throws IOException {
    List<String> lines = text.wrap(words, size, width());
    y -= before;
    PDStructureElement element = element(tag, body);
    for (String line : lines) {
      room(size * LEADING);
      y -= size * LEADING;
      put(element, tag, List.of(line), MARGIN, size);
    }
    y -= GAP;
  }

  private void row(PDStructureElement table, String tag, List<Float> widths, List<String> cells)
      throws IOException {
    float size = 8;
    List<List<String>> wrapped = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      wrapped.add(text.wrap(cells.get(i), size, widths.get(i) * width() - GAP));
    }
    int most = wrapped.stream().mapToInt(List::size).max().orElse(1);
    room(most * size * LEADING + GAP / 2);
    PDStructureElement row = element("TR", table);
    y -= size * LEADING;
    float x = MARGIN;
    for (int i = 0; i < wrapped.size(); i++) {
      PDStructureElement cell = element(tag, row);
      if (tag.equals("TH")) {
        PDTableAttributeObject scope = new PDTableAttributeObject();
        scope.setScope(PDTableAttributeObject.SCOPE_COLUMN);
        cell.addAttribute(scope);
      }
      put(cell, tag, wrapped.get(i), x, size);
      x += widths.get(i) * width();
    }
    y -= (most - 1) * size * LEADING + GAP / 2;
    rule();
  }

  /** Lines from the present height downwards, as one piece of tagged content. */
  private void put(PDStructureElement element, String tag, List<String> lines, float x, float size)
      throws IOException {
    PDPageContentStream out = out();
    COSArray known = parents.get(parents.size() - 1);
    COSDictionary properties = new COSDictionary();
    properties.setInt(COSName.MCID, known.size());
    out.beginMarkedContent(COSName.getPDFName(tag), PDPropertyList.create(properties));
    out.beginText();
    out.setFont(text.font(), size);
    out.setLeading(size * LEADING);
    out.newLineAtOffset(x, y);
    for (String line : lines) {
      out.showText(line);
      out.newLine();
    }
    out.endText();
    out.endMarkedContent();
    PDMarkedContentReference reference = new PDMarkedContentReference();
    reference.setMCID(known.size());
    reference.setPage(page());
    element.appendKid(reference);
    known.add(element.getCOSObject());
  }

  /** A line under a row, which means nothing. */
  private void rule() throws IOException {
    PDPageContentStream out = out();
    out.beginMarkedContent(COSName.ARTIFACT);
    out.setLineWidth(0.3f);
    out.setStrokingColor(0.6f);
    out.moveTo(MARGIN, y);
    out.lineTo(MARGIN + width(), y);
    out.stroke();
    out.endMarkedContent();
  }

  private void room(float height) throws IOException {
    if (stream == null || y - height < MARGIN + FOOT) {
      next();
    }
  }

  private void next() throws IOException {
    if (stream != null) {
      stream.close();
    }
    PDPage added = new PDPage(PDRectangle.A4);
    added.setStructParents(parents.size());
    added.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    document.addPage(added);
    page = added;
    parents.add(new COSArray());
    stream = new PDPageContentStream(document, added);
    y = PDRectangle.A4.getHeight() - MARGIN;
    number();
  }

  private void number() throws IOException {
    PDPageContentStream out = out();
    out.beginMarkedContent(COSName.ARTIFACT);
    out.beginText();
    out.setFont(text.font(), 8);
    out.newLineAtOffset(MARGIN, FOOT);
    out.showText("Page " + parents.size());
    out.endText();
    out.endMarkedContent();
  }

  private static PDStructureElement element(String tag, PDStructureElement in) {
    PDStructureElement element = new PDStructureElement(tag, in);
    in.appendKid(element);
    return element;
  }

  private PDPageContentStream out() {
    if (stream == null) {
      throw new IllegalStateException("there is no page yet");
    }
    return stream;
  }

  private PDPage page() {
    if (page == null) {
      throw new IllegalStateException("there is no page yet");
    }
    return page;
  }
}
