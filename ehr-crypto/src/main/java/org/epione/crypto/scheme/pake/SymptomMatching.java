package org.epione.crypto.scheme.pake;

import java.util.Arrays;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.password.PasswordHash;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretBytes;

/**
 * SPAKE2 (RFC 9382), suite P256-SHA256-HKDF-SHA256-HMAC-SHA256, with a symptom code for the
 * password: two hospitals find out whether their patients have the same symptom, and have a session
 * key of 16 bytes only if so. It replaces Liu's matching (section F), which authenticates nobody,
 * so that whoever is in the middle can try all symptoms.
 *
 * <pre>
 * A                                       B
 * startA          --- share ----------&gt;   startB
 * AwaitingShare   &lt;-- share -----------   AwaitingShare
 *                 --- confirmation ---&gt;
 * AwaitingConfirmation  &lt;-- confirmation ---  AwaitingConfirmation
 * key                                     key
 * </pre>
 *
 * <p>Guarantee, in the random oracle model under the gap Diffie-Hellman assumption in P-256
 * (Abdalla and Pointcheval 2005; with confirmation Abdalla and Barbosa, ePrint 2019/1194): a
 * different symptom, another partner, other certificates and any change on the way all end in the
 * same {@link KeyConfirmationFailedException}; who watches learns nothing about either symptom; who
 * takes part tests exactly one symptom in each run.
 *
 * <p>Why a failed run leaves nothing to try symptoms on later: P-256 has prime order, so for every
 * candidate w' there is exactly one y' with share = y'*P + w'*N, and the shares fit all candidates
 * alike. The confirmation is no test either: it is made with K, and to compute K for another w'
 * than the one put into one's own share takes the discrete logarithm of M or N, which nobody knows.
 *
 * <p>Not given: a limit on runs. There are few symptoms, so the caller counts, limits and records
 * runs of each pair, from the start of the run on. That a match took place is seen by who watches
 * what happens afterwards. Cost: one Argon2id and four scalar multiplications each. Thread-safe.
 */
public final class SymptomMatching {

  private final RandomSource random;
  private final PasswordHash passwordHash;

  /** Hashes symptoms with {@code passwordHash}. */
  public SymptomMatching(RandomSource random, PasswordHash passwordHash) {
    this.random = random;
    this.passwordHash = passwordHash;
  }

  /**
   * The hospital of {@link MatchingSession#a} begins; the message is its share.
   *
   * @param symptom the code, in the one encoding that both hospitals use; stays the caller's
   */
  public Step<AwaitingShare> startA(MatchingSession session, byte[] symptom) {
    return start(Party.A, session, symptom);
  }

  /**
   * The hospital of {@link MatchingSession#b} answers; the message is its share.
   *
   * @param symptom the code, in the one encoding that both hospitals use; stays the caller's
   */
  public Step<AwaitingShare> startB(MatchingSession session, byte[] symptom) {
    return start(Party.B, session, symptom);
  }

  private Step<AwaitingShare> start(Party self, MatchingSession session, byte[] symptom) {
    KeyAgreement side =
        new Spake2Party(
            self, session.transcript(), hash(session, symptom), P256Scalar.random(random));
    return new Step<>(new AwaitingShare(side), self.encodeShare(side.share()));
  }

  /**
   * w = Argon2id(header("epione.spake2.symptom", 1) bytes(symptom)), 40 bytes, modulo the order.
   */
  P256Scalar hash(MatchingSession session, byte[] symptom) {
    byte[] encoded = CanonicalWriter.of("epione.spake2.symptom", 1).bytes(symptom).toByteArray();
    try (SecretBytes input = SecretBytes.of(encoded);
        SecretBytes stretched =
            passwordHash.stretch(input, session.salt(), session.cost(), P256Scalar.WIDE_LENGTH)) {
      return P256Scalar.reduce(stretched);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }
}
