package org.epione.crypto.scheme.pake;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.password.PasswordParameters;
import org.epione.crypto.transcript.Digest;

/**
 * Who compares symptoms with whom, as both sides must see it: a run of which one side believes
 * anything else fails.
 *
 * @param a pseudo-identity of the patient whose hospital begins
 * @param b pseudo-identity of the patient whose hospital answers
 * @param certificateA digest of a's pseudonym certificate, signed by the hospital; the caller
 *     checked it
 * @param certificateB digest of b's, likewise
 * @param cost of hashing the symptom, equal for both
 */
public record MatchingSession(
    Pseudonym a, Pseudonym b, Digest certificateA, Digest certificateB, PasswordParameters cost) {

  /** Refuses a patient who would be compared with herself. */
  public MatchingSession {
    if (a.equals(b)) {
      throw new IllegalArgumentException("two different patients are compared");
    }
  }

  /** A, B and the AAD of RFC 9382. */
  Spake2Transcript transcript() {
    ByteString aad =
        ByteString.of(
            CanonicalWriter.of("epione.spake2.certificates", 1)
                .fixed(certificateA.bytes(), Digest.LENGTH)
                .fixed(certificateB.bytes(), Digest.LENGTH)
                .toByteArray());
    return new Spake2Transcript(ByteString.of(a.bytes()), ByteString.of(b.bytes()), aad);
  }

  /** Salt of the symptom's hash: nothing hashed for one pair of patients serves for another. */
  byte[] salt() {
    return Digest.of(
            CanonicalWriter.of("epione.spake2.salt", 1)
                .bytes(a.bytes())
                .bytes(b.bytes())
                .fixed(certificateA.bytes(), Digest.LENGTH)
                .fixed(certificateB.bytes(), Digest.LENGTH)
                .toByteArray())
        .bytes();
  }
}
