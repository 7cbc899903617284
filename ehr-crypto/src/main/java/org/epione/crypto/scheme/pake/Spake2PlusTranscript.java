package org.epione.crypto.scheme.pake;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.transcript.Hkdf;
import org.epione.crypto.transcript.SecretDigest;

/** Transcript and key schedule of SPAKE2+, RFC 9383 sections 3.3 and 3.4. */
final class Spake2PlusTranscript {

  /** Length in bytes of the shared key and of each confirmation key. */
  static final int KEY_LENGTH = SecretDigest.LENGTH;

  private final ByteString context;
  private final Identities identities;

  /** A run with exactly this Context. */
  Spake2PlusTranscript(ByteString context, Identities identities) {
    this.context = context;
    this.identities = identities;
  }

  /** Context: {@code header("epione.spake2plus.context", 1) bytes(salt) bytes(context)}. */
  static Spake2PlusTranscript of(PasswordSalt salt, byte[] context, Identities identities) {
    return new Spake2PlusTranscript(
        ByteString.of(
            CanonicalWriter.of("epione.spake2plus.context", 1)
                .bytes(salt.encode())
                .bytes(context)
                .toByteArray()),
        identities);
  }

  /** TT. */
  SecretBytes encode(P256Point shareP, P256Point shareV, Spake2PlusPoints points, P256Scalar w0) {
    return SecretTranscript.of(
        context.bytes(),
        identities.prover().bytes(),
        identities.verifier().bytes(),
        Masks.M.encode(),
        Masks.N.encode(),
        shareP.encode(),
        shareV.encode(),
        points.z().encode(),
        points.v().encode(),
        SecretTranscript.part(w0));
  }

  /** K_main = Hash(TT). */
  static SecretBytes mainKey(SecretBytes transcript) {
    return SecretDigest.of(transcript);
  }

  /** K_confirmP and K_confirmV. */
  static ConfirmationKeys confirmationKeys(SecretBytes mainKey) {
    return ConfirmationKeys.derive(mainKey, new byte[0], KEY_LENGTH);
  }

  /** K_shared. */
  static SecretBytes sharedKey(SecretBytes mainKey) {
    return Hkdf.deriveUnsalted(mainKey, DomainTag.SPAKE_SHARED_KEY, new byte[0], KEY_LENGTH);
  }

  /** The keys of the side {@code self}. */
  Keys keys(
      Party self, P256Point shareP, P256Point shareV, Spake2PlusPoints points, P256Scalar w0) {
    try (SecretBytes transcript = encode(shareP, shareV, points, w0);
        SecretBytes main = mainKey(transcript);
        ConfirmationKeys confirmation = confirmationKeys(main)) {
      byte[] confirmP = confirmation.confirmFirst(shareV.encode());
      byte[] confirmV = confirmation.confirmSecond(shareP.encode());
      return self == Party.PROVER
          ? new Keys(sharedKey(main), confirmP, confirmV)
          : new Keys(sharedKey(main), confirmV, confirmP);
    }
  }
}
