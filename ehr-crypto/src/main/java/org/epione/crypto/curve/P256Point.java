package org.epione.crypto.curve;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * A point of P-256 (FIPS 186, SEC 2 secp256r1), immutable. Encoded: 65 bytes, SEC 1 uncompressed
 * (04, x, y), never the point at infinity. The curve's order n is prime, so every other point on it
 * has order n and no subgroup has to be checked.
 *
 * <p>Multiplication uses Bouncy Castle's multiplier for secret numbers: the same sequence of
 * doublings, additions and reads of the whole table for every number. One costs about 256 doublings
 * and 60 additions. Not everything below is free of timing differences: Java's {@code BigInteger}
 * carries the number in and out.
 */
public final class P256Point {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = 65;

  private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("P-256");
  private static final ECCurve CURVE = PARAMETERS.getCurve();
  private static final byte UNCOMPRESSED = 0x04;

  /** The number n of points. */
  static final BigInteger ORDER = PARAMETERS.getN();

  private static final P256Point GENERATOR = new P256Point(PARAMETERS.getG());

  private final ECPoint point;

  private P256Point(ECPoint point) {
    this.point = point.normalize();
  }

  /** The standard generator. */
  public static P256Point generator() {
    return GENERATOR;
  }

  /**
   * Reads a point.
   *
   * @throws MalformedEncodingException unless it is 65 bytes that begin with 04, both coordinates
   *     are below the field's prime, and the point is on the curve
   */
  public static P256Point decode(byte[] encoded) {
    if (encoded.length != LENGTH || encoded[0] != UNCOMPRESSED) {
      throw new MalformedEncodingException("a point of P-256 is " + LENGTH + " bytes from 04 on");
    }
    try {
      return new P256Point(CURVE.decodePoint(encoded));
    } catch (IllegalArgumentException e) {
      throw new MalformedEncodingException("not a point of P-256");
    }
  }

  /**
   * The 65 bytes.
   *
   * @throws IllegalStateException if this is the point at infinity, which has no such encoding
   */
  public byte[] encode() {
    if (point.isInfinity()) {
      throw new IllegalStateException("the point at infinity is not encoded");
    }
    return point.getEncoded(false);
  }

  /** The sum. */
  public P256Point plus(P256Point other) {
    return new P256Point(point.add(other.point));
  }

  /** The difference. */
  public P256Point minus(P256Point other) {
    return new P256Point(point.subtract(other.point));
  }

  /** {@code scalar} times this point. */
  public P256Point multiply(P256Scalar scalar) {
    return new P256Point(ECAlgorithms.multiplySecret(point, scalar.number(), ORDER));
  }

  /** Whether this is the point at infinity, which only sums and differences can give. */
  public boolean isInfinity() {
    return point.isInfinity();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof P256Point that && point.equals(that.point);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(point.getEncoded(false));
  }

  /** Constant: a point may be a secret shared by two. */
  @Override
  public String toString() {
    return "P256Point";
  }
}
