package org.epione.party.boundary;

import java.util.HexFormat;

/**
 * The identity of an envelope: 16 random bytes, as 32 hex digits.
 *
 * @throws IllegalArgumentException when it is not that
 */
public record EnvelopeId(String hex) {

  /** Bytes in an id. */
  public static final int LENGTH = 16;

  public EnvelopeId {
    if (!hex.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("not the id of an envelope");
    }
  }

  /** The id from its 16 bytes. */
  public static EnvelopeId of(byte[] bytes) {
    return new EnvelopeId(HexFormat.of().formatHex(bytes));
  }

  /** The 16 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
