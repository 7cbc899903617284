package org.epione.crypto.scheme.pake;

import java.util.Arrays;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.SecretDigest;

/**
 * Transcript and key schedule of SPAKE2, RFC 9382 sections 3.3 and 4.
 *
 * @param idA identity of A
 * @param idB identity of B
 * @param aad additional authenticated data, in the confirmation keys
 */
record Spake2Transcript(ByteString idA, ByteString idB, ByteString aad) {

  /** Length in bytes of Ke, Ka, KcA and KcB: half a digest. */
  static final int KEY_LENGTH = SecretDigest.LENGTH / 2;

  /** TT. */
  SecretBytes encode(P256Point shareA, P256Point shareB, P256Point k, P256Scalar w) {
    return SecretTranscript.of(
        idA.bytes(),
        idB.bytes(),
        shareA.encode(),
        shareB.encode(),
        k.encode(),
        SecretTranscript.part(w));
  }

  /** Ke || Ka = Hash(TT). */
  static SecretBytes mainKey(SecretBytes transcript) {
    return SecretDigest.of(transcript);
  }

  /** Ke. */
  static SecretBytes sharedKey(SecretBytes mainKey) {
    return mainKey.slice(0, KEY_LENGTH);
  }

  /** KcA and KcB, from Ka. */
  ConfirmationKeys confirmationKeys(SecretBytes mainKey) {
    try (SecretBytes ka = mainKey.slice(KEY_LENGTH, 2 * KEY_LENGTH)) {
      return ConfirmationKeys.derive(ka, aad.bytes(), KEY_LENGTH);
    }
  }

  /** The keys of the side {@code self}; both confirm the whole transcript. */
  Keys keys(Party self, P256Point shareA, P256Point shareB, P256Point k, P256Scalar w) {
    try (SecretBytes transcript = encode(shareA, shareB, k, w);
        SecretBytes main = mainKey(transcript);
        ConfirmationKeys confirmation = confirmationKeys(main)) {
      byte[] revealed = transcript.reveal(SecretAccess.token());
      byte[] confirmA = confirmation.confirmFirst(revealed);
      byte[] confirmB = confirmation.confirmSecond(revealed);
      Arrays.fill(revealed, (byte) 0);
      return self == Party.A
          ? new Keys(sharedKey(main), confirmA, confirmB)
          : new Keys(sharedKey(main), confirmB, confirmA);
    }
  }
}
