package org.epione.crypto.keyring;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.Aead;

/**
 * A key, encrypted under a wrapping key of a {@link KeyRing}; public. Encoded ({@code
 * epione.wrapped-key}, 1): {@code text} kind, {@code text} owner, {@code text} ring, {@code u32}
 * epoch, {@code bytes} sealed, which are AES-256-GCM with all before them as associated data.
 *
 * @param name which key it is
 * @param ring name of the wrapping keys
 * @param epoch which of them, from 1
 * @param sealed 28 bytes longer than the key
 */
public record WrappedKey(KeyName name, String ring, long epoch, ByteString sealed) {

  /** Longest secret that is wrapped, in bytes. */
  public static final int MAX_SECRET = 64 * 1024;

  static final long MAX_EPOCH = 0xffff_ffffL;

  private static final String TAG = "epione.wrapped-key";

  /** Refuses what no ring makes. */
  public WrappedKey {
    KeyName.requireKind(ring);
    requireEpoch(epoch);
    if (sealed.size() <= Aead.OVERHEAD || sealed.size() > MAX_SECRET + Aead.OVERHEAD) {
      throw new IllegalArgumentException("a wrapped key has 1 to " + MAX_SECRET + " bytes");
    }
  }

  /**
   * Reads {@link #encode}.
   *
   * @throws org.epione.crypto.codec.MalformedEncodingException if it is anything else
   */
  public static WrappedKey decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new WrappedKey(
                new KeyName(in.text(KeyName.MAX_KIND), in.text(KeyName.MAX_OWNER)),
                in.text(KeyName.MAX_KIND),
                in.u32(),
                ByteString.of(in.bytes(MAX_SECRET + Aead.OVERHEAD))));
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return header(name, ring, epoch).bytes(sealed.bytes()).toByteArray();
  }

  /** All but the sealed bytes, which are bound to it. */
  static CanonicalWriter header(KeyName name, String ring, long epoch) {
    return CanonicalWriter.of(TAG, 1).text(name.kind()).text(name.owner()).text(ring).u32(epoch);
  }

  static void requireEpoch(long epoch) {
    if (epoch < 1 || epoch > MAX_EPOCH) {
      throw new IllegalArgumentException("epoch out of range");
    }
  }
}
