package org.epione.crypto.scheme.pre.liu;

import java.util.Arrays;
import java.util.function.Function;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/** Encodings that end with a secret exponent; the copies made on the way are wiped. */
final class SecretEncoding {

  private SecretEncoding() {}

  static SecretBytes write(CanonicalWriter fields, SecretScalar last) {
    try (SecretBytes exported = last.export()) {
      byte[] scalar = exported.reveal(SecretAccess.token());
      byte[] encoded = fields.fixed(scalar, Scalar.LENGTH).toByteArray();
      try {
        return SecretBytes.of(encoded);
      } finally {
        Arrays.fill(scalar, (byte) 0);
        Arrays.fill(encoded, (byte) 0);
      }
    }
  }

  static <T> T read(String tag, SecretBytes exported, Function<CanonicalReader, T> fields) {
    byte[] encoded = exported.reveal(SecretAccess.token());
    try {
      return CanonicalReader.decode(tag, 1, encoded, fields);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  static SecretScalar scalar(CanonicalReader in) {
    byte[] scalar = in.fixed(Scalar.LENGTH);
    try (SecretBytes secret = SecretBytes.of(scalar)) {
      return SecretScalar.restore(secret);
    } finally {
      Arrays.fill(scalar, (byte) 0);
    }
  }
}
