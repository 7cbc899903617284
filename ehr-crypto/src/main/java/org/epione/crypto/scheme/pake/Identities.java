package org.epione.crypto.scheme.pake;

import org.epione.crypto.codec.ByteString;

/**
 * The two who run SPAKE2+, as both know each other: part of what the password is stretched with and
 * of the transcript, so a run that one side believes to be with somebody else fails.
 *
 * @param prover idProver of RFC 9383, the patient's account; 1 to 256 bytes
 * @param verifier idVerifier of RFC 9383, the hospital; 1 to 256 bytes
 */
public record Identities(ByteString prover, ByteString verifier) {

  /** Most bytes in each. */
  public static final int MAX_LENGTH = 256;

  /** Checks the lengths; RFC 9383 would allow absent identities, which invites misbinding. */
  public Identities {
    if (isOutOfRange(prover) || isOutOfRange(verifier)) {
      throw new IllegalArgumentException("an identity has 1 to " + MAX_LENGTH + " bytes");
    }
  }

  private static boolean isOutOfRange(ByteString identity) {
    return identity.size() < 1 || identity.size() > MAX_LENGTH;
  }
}
