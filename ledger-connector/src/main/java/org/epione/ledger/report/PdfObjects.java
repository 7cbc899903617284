package org.epione.ledger.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Whether two PDF documents hold the same objects, whatever way they are numbered and compressed: a
 * compressor is free in what it writes, and another one must not make a document another.
 */
final class PdfObjects {

  /** How a stream is compressed, and how long it is then. */
  private static final Set<COSName> STORAGE =
      Set.of(COSName.FILTER, COSName.DECODE_PARMS, COSName.LENGTH);

  private record Pair(@Nullable COSBase one, @Nullable COSBase other) {}

  private final Deque<Pair> open = new ArrayDeque<>();
  private final IdentityHashMap<COSBase, Set<COSBase>> seen = new IdentityHashMap<>();

  private PdfObjects() {}

  /** Whether everything that can be reached from the two catalogs is the same. */
  static boolean areSame(PDDocument one, PDDocument other) throws IOException {
    return new PdfObjects()
        .same(one.getDocumentCatalog().getCOSObject(), other.getDocumentCatalog().getCOSObject());
  }

  private boolean same(COSBase one, COSBase other) throws IOException {
    open.add(new Pair(one, other));
    while (!open.isEmpty()) {
      Pair next = open.remove();
      if (!same(new Pair(direct(next.one()), direct(next.other())))) {
        return false;
      }
    }
    return true;
  }

  private boolean same(Pair pair) throws IOException {
    COSBase one = pair.one();
    COSBase other = pair.other();
    if (one == null || other == null) {
      return one == other;
    }
    if (one.getClass() != other.getClass()) {
      return false;
    }
    if (one instanceof COSArray array) {
      return isSeen(one, other) || sameItems(array, (COSArray) other);
    }
    if (one instanceof COSDictionary dictionary) {
      return isSeen(one, other) || sameEntries(dictionary, (COSDictionary) other);
    }
    return one.equals(other);
  }

  private boolean sameItems(COSArray one, COSArray other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      open.add(new Pair(one.get(i), other.get(i)));
    }
    return true;
  }

  private boolean sameEntries(COSDictionary one, COSDictionary other) throws IOException {
    Set<COSName> names = names(one);
    if (!names.equals(names(other))) {
      return false;
    }
    names.forEach(name -> open.add(new Pair(one.getItem(name), other.getItem(name))));
    return !(one instanceof COSStream stream) || sameContent(stream, (COSStream) other);
  }

  private static boolean sameContent(COSStream one, COSStream other) throws IOException {
    try (InputStream first = one.createInputStream();
        InputStream second = other.createInputStream()) {
      byte[] own = second.readAllBytes();
      return Objects.deepEquals(first.readNBytes(own.length + 1), own);
    }
  }

  private static Set<COSName> names(COSDictionary dictionary) {
    Set<COSName> names = new HashSet<>(dictionary.keySet());
    if (dictionary instanceof COSStream) {
      names.removeAll(STORAGE);
    }
    return names;
  }

  private boolean isSeen(COSBase one, COSBase other) {
    return !seen.computeIfAbsent(one, each -> Collections.newSetFromMap(new IdentityHashMap<>()))
        .add(other);
  }

  private static @Nullable COSBase direct(@Nullable COSBase base) {
    return base instanceof COSObject object ? object.getObject() : base;
  }
}
