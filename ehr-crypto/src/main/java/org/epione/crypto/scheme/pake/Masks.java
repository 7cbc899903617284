package org.epione.crypto.scheme.pake;

import java.util.HexFormat;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;

/**
 * The points M and N of RFC 9382 section 4 and RFC 9383 section 4, the same in both, and what is
 * done with them. Nobody knows their discrete logarithms: they are hashes of the names of curve and
 * point.
 */
final class Masks {

  /** Masks the share of the side that begins. */
  static final P256Point M =
      point(
          "886e2f97ace46e55ba9dd7242579f2993b64e16ef3dcab95afd497333d8fa12f",
          "5ff355163e43ce224e0b0e65ff02ac8e5c7be09419c785e0ca547d55a12e2d20");

  /** Masks the share of the side that answers. */
  static final P256Point N =
      point(
          "d8bbd6c639c62937b04d997f38c3770719c629d7014d49a24b4f98baa1292b49",
          "07d60aa6bfade45008a636337f5168c64d9bd36034808cd564490b1e656edbe7");

  private Masks() {}

  /** A share: x*P + w*mask. It is uniform whatever w is, so it alone tells nothing about w. */
  static P256Point mask(P256Scalar x, P256Scalar w, P256Point mask) {
    return P256Point.generator().multiply(x).plus(mask.multiply(w));
  }

  /**
   * What the other side's share is without its mask: share - w*mask.
   *
   * @throws KeyConfirmationFailedException if nothing is left, which no honest share does: the
   *     shared point would be one that everybody knows
   */
  static P256Point unmask(P256Point share, P256Scalar w, P256Point mask) {
    P256Point unmasked = share.minus(mask.multiply(w));
    if (unmasked.isInfinity()) {
      throw new KeyConfirmationFailedException();
    }
    return unmasked;
  }

  private static P256Point point(String x, String y) {
    return P256Point.decode(HexFormat.of().parseHex("04" + x + y));
  }
}
