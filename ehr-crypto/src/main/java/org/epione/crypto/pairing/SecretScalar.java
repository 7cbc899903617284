package org.epione.crypto.pairing;

import java.util.Arrays;
import java.util.function.Function;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/**
 * A secret exponent, never zero: what private keys are made of. Wiped when closed; used through a
 * short-lived {@link Scalar} that is wiped too.
 */
public final class SecretScalar implements AutoCloseable {

  private final SecretBytes secret;

  private SecretScalar(SecretBytes secret) {
    this.secret = secret;
  }

  /** A uniform one. */
  public static SecretScalar random(RandomSource random) {
    return consume(Scalar.random(random));
  }

  /**
   * Reads back {@link #export}; keeps a copy.
   *
   * @throws MalformedEncodingException unless it is 32 bytes, below q and not zero
   */
  public static SecretScalar restore(SecretBytes encoded) {
    byte[] bytes = encoded.reveal(SecretAccess.token());
    try {
      Scalar scalar = Scalar.decode(bytes);
      if (scalar.isZero()) {
        throw new MalformedEncodingException("a secret exponent is not zero");
      }
      return consume(scalar);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** From 48 bytes of derived key material, modulo q. */
  public static SecretScalar reduce(SecretBytes wide) {
    if (wide.length() != Scalar.WIDE_LENGTH) {
      throw new IllegalArgumentException("48 bytes are reduced to an exponent");
    }
    byte[] bytes = wide.reveal(SecretAccess.token());
    try {
      Scalar scalar = Scalar.reduceWide(bytes);
      if (scalar.isZero()) {
        throw new IllegalStateException("derived exponent is zero, which chance does not explain");
      }
      return consume(scalar);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** {@code base} raised to the secret, in the same time for every secret. */
  public G1 raise(G1 base) {
    return use(base::powerOfSecret);
  }

  /** {@code base} raised to the secret, in the same time for every secret. */
  public G2 raise(G2 base) {
    return use(base::powerOfSecret);
  }

  /** The product modulo q. */
  public SecretScalar multiply(SecretScalar other) {
    return use(one -> other.use(another -> consume(one.multiply(another))));
  }

  /**
   * The exponent whose product with this one is one. Its time depends on the value: a long-lived
   * secret is inverted once and its inverse kept.
   */
  public SecretScalar inverse() {
    return use(scalar -> consume(scalar.inverse()));
  }

  /** Lends the exponent to {@code function}, which must not keep it. */
  public <T> T use(Function<Scalar, T> function) {
    byte[] bytes = secret.reveal(SecretAccess.token());
    Scalar scalar = Scalar.decode(bytes);
    try {
      return function.apply(scalar);
    } finally {
      scalar.wipe();
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** The 32 bytes, for whoever stores them wrapped. */
  public SecretBytes export() {
    return secret.copy();
  }

  @Override
  public void close() {
    secret.close();
  }

  @Override
  public String toString() {
    return "SecretScalar";
  }

  private static SecretScalar consume(Scalar scalar) {
    byte[] bytes = scalar.encode();
    try {
      return new SecretScalar(SecretBytes.of(bytes));
    } finally {
      scalar.wipe();
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
