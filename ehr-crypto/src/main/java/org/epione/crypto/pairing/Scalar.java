package org.epione.crypto.pairing;

import java.math.BigInteger;
import java.util.Arrays;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.ConstantTime;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.transcript.MessageExpansion;

/**
 * An exponent modulo the group order q, immutable. Encoded: 32 bytes big-endian, below q. The
 * arithmetic here does not hide its timing and is meant for values used once; long-lived secrets
 * are {@link SecretScalar}.
 */
public final class Scalar {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = 32;

  /** The order q of the groups, a prime of 255 bits. */
  public static final BigInteger ORDER =
      new BigInteger("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001", 16);

  /** Bytes reduced modulo q for a value that is uniform up to 2^-128 (RFC 9380 section 5). */
  static final int WIDE_LENGTH = 48;

  private static final int SHORT_LENGTH = 16;

  private final byte[] value;

  private Scalar(byte[] value) {
    this.value = value;
  }

  /** The small number {@code value}. */
  public static Scalar of(long value) {
    return reduce(BigInteger.valueOf(value));
  }

  /** A uniform non-zero exponent. */
  public static Scalar random(RandomSource random) {
    Scalar scalar;
    do {
      scalar = reduceWide(random.bytes(WIDE_LENGTH));
    } while (scalar.isZero());
    return scalar;
  }

  /** A uniform non-zero exponent below 2^128, to weigh equations that are checked together. */
  public static Scalar randomShort(RandomSource random) {
    Scalar scalar;
    do {
      scalar = reduceWide(random.bytes(SHORT_LENGTH));
    } while (scalar.isZero());
    return scalar;
  }

  /** Hash to an exponent: expand_message_xmd with SHA-256, 48 bytes, modulo q. */
  public static Scalar hash(DomainTag tag, byte[] message) {
    return reduceWide(MessageExpansion.xmd(tag, message, WIDE_LENGTH));
  }

  /**
   * Reads an exponent.
   *
   * @throws MalformedEncodingException unless it is 32 bytes below q
   */
  public static Scalar decode(byte[] encoded) {
    if (encoded.length != LENGTH || new BigInteger(1, encoded).compareTo(ORDER) >= 0) {
      throw new MalformedEncodingException("an exponent is " + LENGTH + " bytes below the order");
    }
    return new Scalar(encoded.clone());
  }

  static Scalar reduceWide(byte[] wide) {
    return reduce(new BigInteger(1, wide));
  }

  private static Scalar reduce(BigInteger number) {
    byte[] minimal = number.mod(ORDER).toByteArray();
    byte[] value = new byte[LENGTH];
    int length = Math.min(minimal.length, LENGTH);
    System.arraycopy(minimal, minimal.length - length, value, LENGTH - length, length);
    Arrays.fill(minimal, (byte) 0);
    return new Scalar(value);
  }

  /** The sum modulo q. */
  public Scalar add(Scalar other) {
    return reduce(number().add(other.number()));
  }

  /** The product modulo q. */
  public Scalar multiply(Scalar other) {
    return reduce(number().multiply(other.number()));
  }

  /** The number whose sum with this one is zero. */
  public Scalar negate() {
    return reduce(number().negate());
  }

  /**
   * The number whose product with this one is one.
   *
   * @throws ArithmeticException if this is zero
   */
  public Scalar inverse() {
    return reduce(number().modInverse(ORDER));
  }

  /** Whether this is zero. */
  public boolean isZero() {
    return ConstantTime.areEqual(value, new byte[LENGTH]);
  }

  /** The encoding. */
  public byte[] encode() {
    return value.clone();
  }

  /** The number from 0 to q-1. */
  public BigInteger number() {
    return new BigInteger(1, value);
  }

  /** Overwrites the value; only for the short-lived copy of a secret. */
  void wipe() {
    Arrays.fill(value, (byte) 0);
  }

  /** Compares in constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Scalar that && ConstantTime.areEqual(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "Scalar";
  }
}
