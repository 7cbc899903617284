package org.epione.crypto.scheme.pake;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.password.PasswordParameters;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.transcript.Hkdf;

/**
 * Verifiers for accounts that do not exist, so that asking for one ends like a wrong password: the
 * same salt at every try, a share, a confirmation that fits no password. Derived from a secret of
 * the server with HKDF; without that secret a decoy cannot be told from a verifier.
 *
 * <p>{@link #orDecoy} makes the decoy in both cases, so that both cost the same: one HKDF and one
 * scalar multiplication. What is left for the caller: looking the account up must not show in the
 * time either; accounts must have the cost that decoys have, or an older cost betrays that they
 * exist; and a salt that changed between two tries is that of an account whose password changed.
 * Thread-safe.
 */
public final class DecoyVerifiers implements AutoCloseable {

  /** Shortest secret taken, in bytes. */
  public static final int MIN_SECRET = 32;

  private final SecretBytes secret;
  private final PasswordParameters parameters;

  /**
   * Keeps a copy of {@code secret}, wiped when closed; it must stay the same for as long as decoys
   * have to.
   *
   * @param secret at least 32 random bytes, used for nothing else
   * @param parameters cost that accounts are registered with
   */
  public DecoyVerifiers(SecretBytes secret, PasswordParameters parameters) {
    if (secret.length() < MIN_SECRET) {
      throw new IllegalArgumentException("the secret has at least " + MIN_SECRET + " bytes");
    }
    this.secret = secret.copy();
    this.parameters = parameters;
  }

  /** The stored verifier, or the decoy where there is none; the caller closes what it gets. */
  public PasswordVerifier orDecoy(Optional<PasswordVerifier> stored, Identities identities) {
    PasswordVerifier decoy = decoy(identities);
    stored.ifPresent(verifier -> decoy.close());
    return stored.orElse(decoy);
  }

  private PasswordVerifier decoy(Identities identities) {
    byte[] info =
        CanonicalWriter.of("epione.spake2plus.decoy", 1)
            .bytes(identities.prover().bytes())
            .bytes(identities.verifier().bytes())
            .toByteArray();
    int w0From = PasswordSalt.LENGTH;
    int w1From = w0From + P256Scalar.WIDE_LENGTH;
    int end = w1From + P256Scalar.WIDE_LENGTH;
    try (SecretBytes derived = Hkdf.derive(secret, DomainTag.SPAKE2PLUS_DECOY, info, end);
        SecretBytes salt = derived.slice(0, w0From);
        SecretBytes w0 = derived.slice(w0From, w1From);
        SecretBytes wide = derived.slice(w1From, end);
        P256Scalar w1 = P256Scalar.reduce(wide)) {
      return new PasswordVerifier(
          new PasswordSalt(ByteString.of(salt.reveal(SecretAccess.token())), parameters),
          P256Scalar.reduce(w0),
          P256Point.generator().multiply(w1));
    }
  }

  @Override
  public void close() {
    secret.close();
  }

  @Override
  public String toString() {
    return "DecoyVerifiers";
  }
}
