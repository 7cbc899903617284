package org.epione.crypto.scheme.pake;

import java.util.Arrays;
import org.epione.crypto.codec.LengthPrefixed;
import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/** Builds what is hashed in both protocols; it holds secrets, so no copy of it stays behind. */
final class SecretTranscript {

  private SecretTranscript() {}

  /** The parts, each with its length before it; they are the caller's copies and are wiped. */
  static SecretBytes of(byte[]... parts) {
    byte[] transcript = LengthPrefixed.concatenate(parts);
    try {
      return SecretBytes.of(transcript);
    } finally {
      Arrays.fill(transcript, (byte) 0);
      for (byte[] part : parts) {
        Arrays.fill(part, (byte) 0);
      }
    }
  }

  /** The 32 bytes of {@code scalar} as a part. */
  static byte[] part(P256Scalar scalar) {
    try (SecretBytes secret = scalar.export()) {
      return secret.reveal(SecretAccess.token());
    }
  }
}
