package org.epione.crypto.scheme.pake;

import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.password.PasswordHash;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/** w0 and w1 of RFC 9383 section 3.2: what the prover knows. Wiped when closed. */
final class PasswordSecret implements AutoCloseable {

  /** Bytes of stretched password for each of the two. */
  private static final int HALF = P256Scalar.WIDE_LENGTH;

  private final P256Scalar w0;
  private final P256Scalar w1;

  PasswordSecret(P256Scalar w0, P256Scalar w1) {
    this.w0 = w0;
    this.w1 = w1;
  }

  /**
   * w0s || w1s = Argon2id(len(pw) || pw || len(idProver) || idProver || len(idVerifier) ||
   * idVerifier), 80 bytes, each half modulo the order.
   */
  static PasswordSecret derive(
      PasswordHash hash, char[] password, PasswordSalt salt, Identities identities) {
    try (SecretBytes input = input(password, identities);
        SecretBytes stretched =
            hash.stretch(input, salt.salt().bytes(), salt.parameters(), 2 * HALF);
        SecretBytes w0s = stretched.slice(0, HALF);
        SecretBytes w1s = stretched.slice(HALF, 2 * HALF)) {
      return new PasswordSecret(P256Scalar.reduce(w0s), P256Scalar.reduce(w1s));
    }
  }

  private static SecretBytes input(char[] password, Identities identities) {
    try (SecretBytes encoded = PasswordHash.encode(password)) {
      return SecretTranscript.of(
          encoded.reveal(SecretAccess.token()),
          identities.prover().bytes(),
          identities.verifier().bytes());
    }
  }

  P256Scalar w0() {
    return w0;
  }

  P256Scalar w1() {
    return w1;
  }

  @Override
  public void close() {
    w0.close();
    w1.close();
  }

  @Override
  public String toString() {
    return "PasswordSecret";
  }
}
