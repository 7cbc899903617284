package org.epione.ledger.transparency;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.epione.ledger.merkle.TiledHashes;

/** The entries of a tile of level 0 (C2SP tlog-tiles): each behind its length in 16 bits. */
public final class EntryBundle {

  private static final int MAX_ENTRY = 0xffff;

  private EntryBundle() {}

  /** Puts entries of at most 65,535 bytes together. */
  public static byte[] encode(List<byte[]> entries) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > MAX_ENTRY) {
        throw new IllegalArgumentException("an entry has at most " + MAX_ENTRY + " bytes");
      }
      bundle.write(entry.length >> 8);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }

  /**
   * Takes them apart.
   *
   * @throws MalformedNoteException if it is cut off, or holds more than a tile does
   */
  public static List<byte[]> decode(byte[] bundle) {
    ByteBuffer in = ByteBuffer.wrap(bundle);
    List<byte[]> entries = new ArrayList<>();
    while (in.hasRemaining()) {
      if (entries.size() == TiledHashes.WIDTH || in.remaining() < Short.BYTES) {
        throw new MalformedNoteException("not a bundle of entries");
      }
      int length = in.getShort() & MAX_ENTRY;
      if (in.remaining() < length) {
        throw new MalformedNoteException("not a bundle of entries");
      }
      byte[] entry = new byte[length];
      in.get(entry);
      entries.add(entry);
    }
    return entries;
  }
}
