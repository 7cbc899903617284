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
 * A record encrypted to its patient under suite SCOPED: {@link ScopedHeader} and payload C4. Well
 * formed when it exists; whether it is valid, {@link ScopedReEncryption#isValid} tells. Immutable;
 * compared by content. The tag of its encoding is the suite identifier.
 */
public final class ScopedCiphertext {

  /** Longest payload in bytes: records are text, what is larger is an attachment. */
  public static final int MAX_PAYLOAD = 16 * 1024 * 1024;

  private static final String TAG = ReEncryptionSuite.SCOPED.tag();

  private final ScopedHeader header;
  private final ByteString payload;

  ScopedCiphertext(ScopedHeader header, ByteString payload) {
    this.header = header;
    this.payload = payload;
  }

  static ScopedCiphertext decode(BilinearGroup group, byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RecordId record = RecordId.of(in.fixed(RecordId.LENGTH));
    G2 c1 = group.decodeG2(in.fixed(G2.LENGTH));
    SearchTag c3 = SearchTag.of(in.fixed(SearchTag.LENGTH));
    byte[] c4 = in.bytes(MAX_PAYLOAD);
    G1 c5 = group.decodeG1(in.fixed(G1.LENGTH));
    in.end();
    return new ScopedCiphertext(
        new ScopedHeader(record, c1, c3, Digest.of(c4), c5), ByteString.of(c4));
  }

  /** What goes on the chain. */
  public ScopedHeader header() {
    return header;
  }

  /** The record that this is (EID). */
  public RecordId record() {
    return header.record();
  }

  /** The encoding; {@link ScopedReEncryption#decodeCiphertext} reads it back. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(header.record().bytes(), RecordId.LENGTH)
        .fixed(header.c1().encode(), G2.LENGTH)
        .fixed(header.c3().bytes(), SearchTag.LENGTH)
        .bytes(payload.bytes())
        .fixed(header.c5().encode(), G1.LENGTH)
        .toByteArray();
  }

  /** Digest of the encoding: the address of the ciphertext in a content-addressed store. */
  public Digest digest() {
    return Digest.of(encode());
  }

  ByteString payload() {
    return payload;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScopedCiphertext that
        && header.equals(that.header)
        && payload.equals(that.payload);
  }

  @Override
  public int hashCode() {
    return header.hashCode();
  }

  @Override
  public String toString() {
    return "ScopedCiphertext(" + header.record() + ")";
  }
}
