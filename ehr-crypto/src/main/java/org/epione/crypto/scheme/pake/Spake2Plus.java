package org.epione.crypto.scheme.pake;

import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.password.PasswordHash;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.random.RandomSource;

/**
 * SPAKE2+ (RFC 9383), suite P256-SHA256-HKDF-SHA256-HMAC-SHA256: a patient (prover) and a hospital
 * (verifier) agree on a treatment key of 32 bytes if she knows the password to which the hospital
 * stores a {@link PasswordVerifier}. It takes the place of the exchange of TP-EHR, which has the
 * same idea without a proof and without key confirmation.
 *
 * <pre>
 * prover                                          verifier
 * start                --- account --------------&gt;
 *                      &lt;-- salt and cost ---------  {@link PasswordVerifier#salt}
 * startProver          --- share ----------------&gt;  startVerifier, AwaitingShare
 * ProverAwaitingShare  &lt;-- share, confirmation ---  AwaitingConfirmation
 * ProverAwaitingConfirmation
 * key                  --- confirmation ---------&gt;  key
 * </pre>
 *
 * <p>Guarantee, in the random oracle model under the computational Diffie-Hellman assumption in
 * P-256 (Shoup, ePrint 2020/313): who watches runs learns nothing about the password; who takes
 * part in a run without it tests one guess; the key is that of exactly these two identities, this
 * context and this salt; a password known later opens no earlier key. Not given: protection from
 * guesses by whoever stole the verifier (each costs one Argon2id), or from somebody who has it and
 * poses as the hospital.
 *
 * <p>What callers owe: a run counts as a failed attempt from {@link #startVerifier} on and is
 * forgiven when the key is there, since one who guessed wrong just stays away; an account that does
 * not exist is answered with {@link DecoyVerifiers}. Cost: registration one Argon2id and one scalar
 * multiplication; prover one Argon2id and five; verifier five. Thread-safe.
 */
public final class Spake2Plus {

  private final RandomSource random;
  private final PasswordHash passwordHash;

  /** Stretches passwords with {@code passwordHash}. */
  public Spake2Plus(RandomSource random, PasswordHash passwordHash) {
    this.random = random;
    this.passwordHash = passwordHash;
  }

  /**
   * The verifier to a password, which stays the caller's to wipe.
   *
   * @param salt a new one of {@link PasswordHash#newSalt}
   */
  public PasswordVerifier register(char[] password, PasswordSalt salt, Identities identities) {
    try (PasswordSecret secret = PasswordSecret.derive(passwordHash, password, salt, identities)) {
      return new PasswordVerifier(
          salt, secret.w0().copy(), P256Point.generator().multiply(secret.w1()));
    }
  }

  /**
   * The patient begins; the message is her share.
   *
   * @param password stays the caller's to wipe
   * @param salt as the hospital told it; changed on the way, it makes the run fail. Her share tells
   *     nothing about the password whatever the salt; she may refuse a cost that she finds too low
   * @param context what the key is for, known to both sides
   */
  public Step<ProverAwaitingShare> startProver(
      char[] password, PasswordSalt salt, Identities identities, byte[] context) {
    KeyAgreement prover =
        new Spake2PlusProver(
            Spake2PlusTranscript.of(salt, context, identities),
            PasswordSecret.derive(passwordHash, password, salt, identities),
            P256Scalar.random(random));
    return new Step<>(new ProverAwaitingShare(prover), prover.self().encodeShare(prover.share()));
  }

  /**
   * The hospital answers; the message is its share. {@code verifier} stays the caller's to close.
   *
   * @param context what the key is for, known to both sides
   */
  public Step<AwaitingShare> startVerifier(
      PasswordVerifier verifier, Identities identities, byte[] context) {
    KeyAgreement side =
        new Spake2PlusVerifier(
            Spake2PlusTranscript.of(verifier.salt(), context, identities),
            verifier.w0().copy(),
            verifier.l(),
            P256Scalar.random(random));
    return new Step<>(new AwaitingShare(side), side.self().encodeShare(side.share()));
  }
}
