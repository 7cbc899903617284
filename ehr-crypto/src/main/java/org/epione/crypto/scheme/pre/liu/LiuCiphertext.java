package org.epione.crypto.scheme.pre.liu;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.scheme.pre.ReEncryptionSuite;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.scheme.pre.SearchTag;

/**
 * A record encrypted under suite LIU to one key holder: EID, C1 = g1^r, C2 = PK^r, C3, C4, C5 =
 * (u^h v d)^r. Re-encrypted it is such a ciphertext again, to another one, with another C2. Well
 * formed when it exists; whether it is valid, {@link LiuReEncryption#isValid} tells. Encoded: 267
 * bytes and C4. Immutable; compared by content.
 */
public final class LiuCiphertext {

  private static final String TAG = ReEncryptionSuite.LIU.tag();

  private final RecordId record;
  private final G2 c1;
  private final G1 c2;
  private final SearchTag c3;
  private final ByteString c4;
  private final G1 c5;

  LiuCiphertext(RecordId record, G2 c1, G1 c2, SearchTag c3, ByteString c4, G1 c5) {
    this.record = record;
    this.c1 = c1;
    this.c2 = c2;
    this.c3 = c3;
    this.c4 = c4;
    this.c5 = c5;
  }

  static LiuCiphertext decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new LiuCiphertext(
                RecordId.of(in.fixed(RecordId.LENGTH)),
                group.decodeG2(in.fixed(G2.LENGTH)),
                group.decodeG1(in.fixed(G1.LENGTH)),
                SearchTag.of(in.fixed(SearchTag.LENGTH)),
                ByteString.of(in.bytes(ScopedCiphertext.MAX_PAYLOAD)),
                group.decodeG1(in.fixed(G1.LENGTH))));
  }

  /** The encoding; {@link LiuReEncryption#decodeCiphertext} reads it back. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(record.bytes(), RecordId.LENGTH)
        .fixed(c1.encode(), G2.LENGTH)
        .fixed(c2.encode(), G1.LENGTH)
        .fixed(c3.bytes(), SearchTag.LENGTH)
        .bytes(c4.bytes())
        .fixed(c5.encode(), G1.LENGTH)
        .toByteArray();
  }

  /** The record that this is (EID). */
  public RecordId record() {
    return record;
  }

  G2 c1() {
    return c1;
  }

  G1 c2() {
    return c2;
  }

  SearchTag c3() {
    return c3;
  }

  ByteString c4() {
    return c4;
  }

  G1 c5() {
    return c5;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LiuCiphertext that
        && ByteString.of(encode()).equals(ByteString.of(that.encode()));
  }

  @Override
  public int hashCode() {
    return c4.hashCode();
  }

  @Override
  public String toString() {
    return "LiuCiphertext(" + record + ")";
  }
}
