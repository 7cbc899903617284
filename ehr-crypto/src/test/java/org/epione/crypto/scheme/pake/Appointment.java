package org.epione.crypto.scheme.pake;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.password.PasswordHash;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretBytes;

/**
 * A patient with an account at a hospital; stretching is cheap, randomness is the same in every
 * run. For attacks there are the sides below the password, which cost no stretching.
 */
final class Appointment {

  static final byte[] CONTEXT = "treatment key".getBytes(UTF_8);
  static final char[] PASSWORD = "correct horse".toCharArray();
  static final Identities IDENTITIES = identities("alice", "HOSPITAL-1");

  final RandomSource random;
  final Spake2Plus spake;
  final PasswordSalt salt;
  final PasswordVerifier verifier;

  private final PasswordHash hash;

  Appointment(String seed) {
    random = new DeterministicRandomSource(seed);
    hash = new PasswordHash(random);
    spake = new Spake2Plus(random, hash);
    salt = hash.newSalt(hash.of(8, 1, 1));
    verifier = spake.register(PASSWORD, salt, IDENTITIES);
  }

  static Identities identities(String prover, String verifier) {
    return new Identities(
        ByteString.of(prover.getBytes(UTF_8)), ByteString.of(verifier.getBytes(UTF_8)));
  }

  Step<ProverAwaitingShare> prover(String password) {
    return spake.startProver(password.toCharArray(), salt, IDENTITIES, CONTEXT);
  }

  Step<ProverAwaitingShare> prover() {
    return spake.startProver(PASSWORD, salt, IDENTITIES, CONTEXT);
  }

  Step<AwaitingShare> hospital() {
    return spake.startVerifier(verifier, IDENTITIES, CONTEXT);
  }

  Spake2PlusTranscript transcript() {
    return Spake2PlusTranscript.of(salt, CONTEXT, IDENTITIES);
  }

  /** w0 and w1 of the right password. */
  PasswordSecret secret() {
    return PasswordSecret.derive(hash, PASSWORD, salt, IDENTITIES);
  }

  P256Scalar randomScalar() {
    return P256Scalar.random(random);
  }

  P256Point randomPoint() {
    return P256Point.generator().multiply(randomScalar());
  }

  /** The key of a whole run, which both sides have. */
  static SecretBytes finish(Step<ProverAwaitingShare> prover, Step<AwaitingShare> hospital) {
    Step<AwaitingConfirmation> confirming = hospital.next().receive(prover.message().bytes());
    Step<SecretBytes> done =
        prover.next().receive(hospital.message().bytes()).receive(confirming.message().bytes());
    SecretBytes key = confirming.next().receive(done.message().bytes());
    if (!key.equals(done.next())) {
      throw new AssertionError("two different keys");
    }
    return key;
  }
}
