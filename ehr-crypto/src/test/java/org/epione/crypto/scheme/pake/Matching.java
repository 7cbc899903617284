package org.epione.crypto.scheme.pake;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.password.PasswordHash;
import org.epione.crypto.password.PasswordParameters;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;

/** Two hospitals with a patient each; hashing is cheap, randomness the same in every run. */
final class Matching {

  static final byte[] COUGH = "R05".getBytes(UTF_8);
  static final byte[] FEVER = "R50".getBytes(UTF_8);
  static final byte[] HEADACHE = "R51".getBytes(UTF_8);
  static final MatchingSession SESSION = session("a", "b", "certificate a", "certificate b", 8);

  final RandomSource random;
  final SymptomMatching matching;

  Matching(String seed) {
    random = new DeterministicRandomSource(seed);
    matching = new SymptomMatching(random, new PasswordHash(random));
  }

  static MatchingSession session(
      String a, String b, String certificateA, String certificateB, int memory) {
    return new MatchingSession(
        Pseudonym.of(a.getBytes(UTF_8)),
        Pseudonym.of(b.getBytes(UTF_8)),
        Digest.of(certificateA.getBytes(UTF_8)),
        Digest.of(certificateB.getBytes(UTF_8)),
        new PasswordParameters(memory, 1, 1));
  }

  P256Scalar w(byte[] symptom) {
    return matching.hash(SESSION, symptom);
  }

  P256Scalar randomScalar() {
    return P256Scalar.random(random);
  }

  /** One side with this w, without hashing. */
  Spake2Party side(Party self, P256Scalar w) {
    return new Spake2Party(self, SESSION.transcript(), w, randomScalar());
  }

  /** The key of a whole run, which both sides have. */
  static SecretBytes finish(Step<AwaitingShare> a, Step<AwaitingShare> b) {
    Step<AwaitingConfirmation> ofA = a.next().receive(b.message().bytes());
    Step<AwaitingConfirmation> ofB = b.next().receive(a.message().bytes());
    SecretBytes key = ofA.next().receive(ofB.message().bytes());
    if (!key.equals(ofB.next().receive(ofA.message().bytes()))) {
      throw new AssertionError("two different keys");
    }
    return key;
  }
}
