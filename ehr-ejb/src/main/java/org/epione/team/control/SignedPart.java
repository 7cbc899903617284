package org.epione.team.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * One doctor's finished part as it travels from doctor to doctor: not yet verified, which {@link
 * PartChain} does.
 *
 * @param statement encoded M_i
 * @param aggregate the one signature over M_1..M_i, 48 bytes
 * @param sealedText the contribution under the group key
 */
record SignedPart(ByteString statement, ByteString aggregate, ByteString sealedText) {

  private static final int MAX_STATEMENT = 8 * 1024;
  private static final int AGGREGATE = 48;
  static final int MAX_SEALED = 64 * 1024;

  void write(CanonicalWriter out) {
    out.bytes(statement.bytes()).fixed(aggregate.bytes(), AGGREGATE).bytes(sealedText.bytes());
  }

  static SignedPart read(CanonicalReader in) {
    return new SignedPart(
        ByteString.of(in.bytes(MAX_STATEMENT)),
        ByteString.of(in.fixed(AGGREGATE)),
        ByteString.of(in.bytes(MAX_SEALED)));
  }
}
