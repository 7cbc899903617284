package org.epione.team.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * One doctor's finished part as it travels from doctor to doctor: not yet verified.
 *
 * @param statement encoded M_i
 * @param aggregate the one signature over M_1..M_i, 48 bytes
 * @param sealedText the contribution under the group key
 */
public record SignedPart(ByteString statement, ByteString aggregate, ByteString sealedText) {

  private static final int MAX_STATEMENT = 8 * 1024;
  private static final int AGGREGATE = 48;

  /** Most bytes of a sealed text. */
  static final int MAX_SEALED = 64 * 1024;

  /** Writes it into an encoding of the caller's. */
  public void write(CanonicalWriter out) {
    out.bytes(statement.bytes()).fixed(aggregate.bytes(), AGGREGATE).bytes(sealedText.bytes());
  }

  /** Reads what {@link #write} wrote. */
  public static SignedPart read(CanonicalReader in) {
    return new SignedPart(
        ByteString.of(in.bytes(MAX_STATEMENT)),
        ByteString.of(in.fixed(AGGREGATE)),
        ByteString.of(in.bytes(MAX_SEALED)));
  }
}
