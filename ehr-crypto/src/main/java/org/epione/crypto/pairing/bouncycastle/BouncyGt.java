package org.epione.crypto.pairing.bouncycastle;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.bls.Fp12Element;
import org.bouncycastle.crypto.bls.Fp2Element;
import org.bouncycastle.crypto.bls.Fp6Element;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PrimeField;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.secret.ConstantTime;

/** A pairing value in Bouncy Castle's tower, which is the same as blst's. */
final class BouncyGt implements Gt {

  private final Fp12Element value;

  private BouncyGt(Fp12Element value) {
    this.value = value;
  }

  /**
   * The cube of what Bouncy Castle calls the pairing: its final exponentiation lacks a factor 3.
   */
  static BouncyGt ofPairing(Fp12Element pairing) {
    return new BouncyGt(pairing.square().mul(pairing));
  }

  static BouncyGt decode(byte[] encoded) {
    if (encoded.length != LENGTH) {
      throw new MalformedEncodingException("a pairing value has " + LENGTH + " bytes");
    }
    Fp12Element value = Fp12Element.of(fp6(encoded, 0), fp6(encoded, 1));
    if (value.isZero()
        || value.equals(Fp12Element.ONE)
        || !value.modPow(Scalar.ORDER).equals(Fp12Element.ONE)) {
      throw new MalformedEncodingException("not a pairing value, or the identity");
    }
    return new BouncyGt(value);
  }

  @Override
  public BouncyGt multiply(Gt other) {
    if (other instanceof BouncyGt own) {
      return new BouncyGt(value.mul(own.value));
    }
    throw new IllegalArgumentException("element of another pairing backend");
  }

  @Override
  public BouncyGt power(Scalar exponent) {
    return new BouncyGt(value.modPow(exponent.number()));
  }

  /** The conjugate: values of the pairing have norm one. */
  @Override
  public BouncyGt inverse() {
    return new BouncyGt(value.conjugate());
  }

  @Override
  public boolean isIdentity() {
    return value.equals(Fp12Element.ONE);
  }

  @Override
  public byte[] encode() {
    byte[] encoded = new byte[LENGTH];
    put(value.c0(), encoded, 0);
    put(value.c1(), encoded, 1);
    return encoded;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BouncyGt that && ConstantTime.areEqual(encode(), that.encode());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encode());
  }

  @Override
  public String toString() {
    return "Gt";
  }

  private static Fp6Element fp6(byte[] encoded, int j) {
    return Fp6Element.of(fp2(encoded, 0, j), fp2(encoded, 1, j), fp2(encoded, 2, j));
  }

  private static Fp2Element fp2(byte[] encoded, int i, int j) {
    int offset = offset(i, j);
    BigInteger real = PrimeField.decode(encoded, offset);
    BigInteger imaginary = PrimeField.decode(encoded, offset + PrimeField.LENGTH);
    return Fp2Element.of(real, imaginary);
  }

  private static void put(Fp6Element element, byte[] target, int j) {
    put(element.c0(), target, 0, j);
    put(element.c1(), target, 1, j);
    put(element.c2(), target, 2, j);
  }

  private static void put(Fp2Element element, byte[] target, int i, int j) {
    PrimeField.encode(element.c0(), target, offset(i, j));
    PrimeField.encode(element.c1(), target, offset(i, j) + PrimeField.LENGTH);
  }

  /** Where the coefficient of v^i w^j starts. */
  private static int offset(int i, int j) {
    return (2 * i + j) * 2 * PrimeField.LENGTH;
  }
}
