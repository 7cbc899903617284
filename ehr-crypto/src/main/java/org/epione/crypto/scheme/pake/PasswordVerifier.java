package org.epione.crypto.scheme.pake;

import java.util.Arrays;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/**
 * What the hospital stores in place of a password: salt and cost, w0, and L = w1*P (RFC 9383
 * section 3.2). Encoded, 173 bytes: header, salt with cost as {@code bytes}, w0 (32), L (65).
 *
 * <p>It does not log in: that takes w1. It is secret nevertheless: whoever has it can try
 * passwords, at the price of one Argon2id each, and can pose as the hospital to this patient. Wiped
 * when closed.
 */
public final class PasswordVerifier implements AutoCloseable {

  private static final String TAG = "epione.spake2plus.verifier";
  private static final int MAX_SALT = 64;

  private final PasswordSalt salt;
  private final P256Scalar w0;
  private final P256Point l;

  /** Takes {@code w0} over. */
  PasswordVerifier(PasswordSalt salt, P256Scalar w0, P256Point l) {
    this.salt = salt;
    this.w0 = w0;
    this.l = l;
  }

  /** Salt and cost, which the hospital tells whoever names the account. */
  public PasswordSalt salt() {
    return salt;
  }

  /** The encoding, for whoever stores it. */
  public SecretBytes export() {
    byte[] number = SecretTranscript.part(w0);
    byte[] encoded =
        CanonicalWriter.of(TAG, 1)
            .bytes(salt.encode())
            .fixed(number, P256Scalar.LENGTH)
            .fixed(l.encode(), P256Point.LENGTH)
            .toByteArray();
    try {
      return SecretBytes.of(encoded);
    } finally {
      Arrays.fill(number, (byte) 0);
      Arrays.fill(encoded, (byte) 0);
    }
  }

  /**
   * Reads back {@link #export}; keeps a copy.
   *
   * @throws MalformedEncodingException if it is no verifier
   */
  public static PasswordVerifier restore(SecretBytes encoded) {
    byte[] bytes = encoded.reveal(SecretAccess.token());
    try {
      return CanonicalReader.decode(TAG, 1, bytes, PasswordVerifier::read);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static PasswordVerifier read(CanonicalReader in) {
    PasswordSalt salt = PasswordSalt.decode(in.bytes(MAX_SALT));
    byte[] number = in.fixed(P256Scalar.LENGTH);
    P256Point l = P256Point.decode(in.fixed(P256Point.LENGTH));
    try (SecretBytes secret = SecretBytes.of(number)) {
      return new PasswordVerifier(salt, P256Scalar.restore(secret), l);
    } finally {
      Arrays.fill(number, (byte) 0);
    }
  }

  P256Scalar w0() {
    return w0;
  }

  P256Point l() {
    return l;
  }

  @Override
  public void close() {
    w0.close();
  }

  @Override
  public String toString() {
    return "PasswordVerifier";
  }
}
