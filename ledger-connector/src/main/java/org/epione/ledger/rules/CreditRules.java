package org.epione.ledger.rules;

import java.util.Optional;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.Header;

/**
 * How the credit of doctors and of the hospital moves (Liu D, algorithm 1); in points. Rules
 * without {@link Supervision} are those of chains that were founded before there were reports and
 * appeals: they keep no score of the hospital, and have an encoding (version 1) of their own.
 *
 * @param initial what everybody starts with, at most {@code maximum}
 * @param floor a doctor who falls below is expelled, a hospital suspended
 * @param maximum credit never rises above this
 * @param rejection what a rejected record costs, at least 1
 * @param acceptance what a diagnosis on the chain gives back to its last signer
 * @param supervision the weights of reports and appeals
 */
public record CreditRules(
    int initial,
    int floor,
    int maximum,
    int rejection,
    int acceptance,
    Optional<Supervision> supervision) {

  /**
   * 100 at the start and at most, expelled below 60, 10 for a rejection, 1 back for a diagnosis;
   * the default supervision.
   */
  public static final CreditRules DEFAULT =
      new CreditRules(100, 60, 100, 10, 1, Optional.of(Supervision.DEFAULT));

  private static final String TAG = "epione.credit-rules";
  private static final int UNSUPERVISED = 1;
  private static final int SUPERVISED = 2;

  /** Checks that the rules make sense together. */
  public CreditRules {
    if (floor < 0 || initial < floor || maximum < initial || maximum > 0xffff) {
      throw new IllegalArgumentException("credit rules: 0 <= floor <= initial <= maximum <= 65535");
    }
    if (rejection < 1 || rejection > 0xffff || acceptance < 0 || acceptance > 0xffff) {
      throw new IllegalArgumentException("credit rules: weights out of range");
    }
    if (supervision.isPresent()
        && (supervision.get().readmission() < floor || supervision.get().readmission() > maximum)) {
      throw new IllegalArgumentException("credit rules: floor <= readmission <= maximum");
    }
  }

  /** Rules without supervision. */
  public CreditRules(int initial, int floor, int maximum, int rejection, int acceptance) {
    this(initial, floor, maximum, rejection, acceptance, Optional.empty());
  }

  /** The canonical encoding. */
  public byte[] encode() {
    CanonicalWriter to =
        CanonicalWriter.of(TAG, supervision.isPresent() ? SUPERVISED : UNSUPERVISED)
            .u16(initial)
            .u16(floor)
            .u16(maximum)
            .u16(rejection)
            .u16(acceptance);
    supervision.ifPresent(weights -> weights.write(to));
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static CreditRules decode(byte[] encoded) {
    return Header.of(encoded).version() == SUPERVISED
        ? CanonicalReader.decode(TAG, SUPERVISED, encoded, from -> read(from, true))
        : CanonicalReader.decode(TAG, UNSUPERVISED, encoded, from -> read(from, false));
  }

  private static CreditRules read(CanonicalReader from, boolean supervised) {
    return new CreditRules(
        from.u16(),
        from.u16(),
        from.u16(),
        from.u16(),
        from.u16(),
        supervised ? Optional.of(Supervision.read(from)) : Optional.empty());
  }
}
