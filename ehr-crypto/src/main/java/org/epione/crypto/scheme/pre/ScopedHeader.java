package org.epione.crypto.scheme.pre;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.transcript.Digest;

/**
 * Everything of a {@link ScopedCiphertext} but its payload, which stands here as a digest: enough
 * to check validity and to search, small enough for the chain. Immutable; compared by content.
 */
public final class ScopedHeader {

  /** Length of an encoding in bytes. */
  public static final int LENGTH =
      22 + RecordId.LENGTH + G2.LENGTH + Digest.LENGTH + Digest.LENGTH + G1.LENGTH;

  private static final String TAG = "epione.scoped.header";

  private final RecordId record;
  private final G2 c1;
  private final SearchTag c3;
  private final Digest payload;
  private final G1 c5;

  ScopedHeader(RecordId record, G2 c1, SearchTag c3, Digest payload, G1 c5) {
    this.record = record;
    this.c1 = c1;
    this.c3 = c3;
    this.payload = payload;
    this.c5 = c5;
  }

  static ScopedHeader decode(BilinearGroup group, byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RecordId record = RecordId.of(in.fixed(RecordId.LENGTH));
    G2 c1 = group.decodeG2(in.fixed(G2.LENGTH));
    SearchTag c3 = SearchTag.of(in.fixed(SearchTag.LENGTH));
    Digest payload = Digest.decode(in.fixed(Digest.LENGTH));
    G1 c5 = group.decodeG1(in.fixed(G1.LENGTH));
    in.end();
    return new ScopedHeader(record, c1, c3, payload, c5);
  }

  /** The record that this is (EID). */
  public RecordId record() {
    return record;
  }

  /** Digest of the payload C4. */
  public Digest payloadDigest() {
    return payload;
  }

  /** The encoding; {@link ScopedReEncryption#decodeHeader} reads it back. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(record.bytes(), RecordId.LENGTH)
        .fixed(c1.encode(), G2.LENGTH)
        .fixed(c3.bytes(), SearchTag.LENGTH)
        .fixed(payload.bytes(), Digest.LENGTH)
        .fixed(c5.encode(), G1.LENGTH)
        .toByteArray();
  }

  G2 c1() {
    return c1;
  }

  SearchTag c3() {
    return c3;
  }

  G1 c5() {
    return c5;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScopedHeader that
        && ByteString.of(encode()).equals(ByteString.of(that.encode()));
  }

  @Override
  public int hashCode() {
    return payload.hashCode();
  }

  @Override
  public String toString() {
    return "ScopedHeader(" + record + ")";
  }
}
