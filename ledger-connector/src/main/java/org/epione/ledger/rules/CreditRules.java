package org.epione.ledger.rules;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * How a doctor's credit moves (Liu D); in points.
 *
 * @param initial what a doctor starts with, at most {@code maximum}
 * @param floor who falls below is expelled
 * @param maximum credit never rises above this
 * @param rejection what a rejected record costs, at least 1
 * @param acceptance what a diagnosis on the chain gives back to its last signer
 */
public record CreditRules(int initial, int floor, int maximum, int rejection, int acceptance) {

  /**
   * 100 at the start and at most, expelled below 60, 10 for a rejection, 1 back for a diagnosis.
   */
  public static final CreditRules DEFAULT = new CreditRules(100, 60, 100, 10, 1);

  private static final String TAG = "epione.credit-rules";

  /** Checks that the rules make sense together. */
  public CreditRules {
    if (floor < 0 || initial < floor || maximum < initial || maximum > 0xffff) {
      throw new IllegalArgumentException("credit rules: 0 <= floor <= initial <= maximum <= 65535");
    }
    if (rejection < 1 || rejection > 0xffff || acceptance < 0 || acceptance > 0xffff) {
      throw new IllegalArgumentException("credit rules: weights out of range");
    }
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .u16(initial)
        .u16(floor)
        .u16(maximum)
        .u16(rejection)
        .u16(acceptance)
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static CreditRules decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from -> new CreditRules(from.u16(), from.u16(), from.u16(), from.u16(), from.u16()));
  }
}
