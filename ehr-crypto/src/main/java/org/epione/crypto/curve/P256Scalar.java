package org.epione.crypto.curve;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/**
 * A secret number from 1 to n-1, n being the prime order of P-256. Encoded: 32 bytes big-endian.
 * Wiped when closed; the numbers that a multiplication makes of it cannot be wiped in Java.
 */
public final class P256Scalar implements AutoCloseable {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = 32;

  /** Fewest bytes that are reduced: 64 bits more than n, so the bias is at most 2^-64. */
  public static final int WIDE_LENGTH = LENGTH + 8;

  /** Bytes reduced for a random one: uniform up to 2^-128. */
  private static final int RANDOM_LENGTH = LENGTH + 16;

  private final SecretBytes secret;

  private P256Scalar(SecretBytes secret) {
    this.secret = secret;
  }

  /** A uniform one, up to 2^-128. */
  public static P256Scalar random(RandomSource random) {
    BigInteger number;
    do {
      byte[] wide = random.bytes(RANDOM_LENGTH);
      number = new BigInteger(1, wide).mod(P256Point.ORDER);
      Arrays.fill(wide, (byte) 0);
    } while (number.signum() == 0);
    return of(number);
  }

  /** From 40 or more bytes of derived key material, big-endian, modulo n. */
  public static P256Scalar reduce(SecretBytes wide) {
    if (wide.length() < WIDE_LENGTH) {
      throw new IllegalArgumentException("at least " + WIDE_LENGTH + " bytes are reduced");
    }
    byte[] bytes = wide.reveal(SecretAccess.token());
    try {
      BigInteger number = new BigInteger(1, bytes).mod(P256Point.ORDER);
      if (number.signum() == 0) {
        throw new IllegalStateException("derived number is zero, which chance does not explain");
      }
      return of(number);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * Reads back {@link #export}; keeps a copy.
   *
   * @throws MalformedEncodingException unless it is 32 bytes, from 1 to n-1
   */
  public static P256Scalar restore(SecretBytes encoded) {
    byte[] bytes = encoded.reveal(SecretAccess.token());
    try {
      BigInteger number = new BigInteger(1, bytes);
      if (bytes.length != LENGTH
          || number.signum() == 0
          || number.compareTo(P256Point.ORDER) >= 0) {
        throw new MalformedEncodingException(
            "a secret number is " + LENGTH + " bytes, above zero and below the order");
      }
      return new P256Scalar(SecretBytes.of(bytes));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** A copy of the 32 bytes. */
  public SecretBytes export() {
    return secret.copy();
  }

  /** An independent copy, closed on its own. */
  public P256Scalar copy() {
    return new P256Scalar(secret.copy());
  }

  BigInteger number() {
    byte[] bytes = secret.reveal(SecretAccess.token());
    try {
      return new BigInteger(1, bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public void close() {
    secret.close();
  }

  /** Compares in constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof P256Scalar that && secret.equals(that.secret);
  }

  /** Tells nothing: equal for all. */
  @Override
  public int hashCode() {
    return secret.hashCode();
  }

  @Override
  public String toString() {
    return "P256Scalar";
  }

  private static P256Scalar of(BigInteger number) {
    byte[] bytes = BigIntegers.asUnsignedByteArray(LENGTH, number);
    try {
      return new P256Scalar(SecretBytes.of(bytes));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
