package org.epione.crypto.scheme.combined;

import java.util.Arrays;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/**
 * Theta on its way from the patient to the consumer: encrypted to the terms' policy, bound to them.
 */
final class BlindingFactor {

  private static final int MAX_LENGTH = 64 * 1024;

  private BlindingFactor() {}

  static AttributeCiphertext encrypt(
      AttributeBasedEncryption abe, ReEncryptionTerms terms, SecretScalar theta) {
    try (SecretBytes exported = theta.export()) {
      byte[] bytes = exported.reveal(SecretAccess.token());
      try {
        return abe.encrypt(terms.consumers(), terms.encode(), bytes);
      } finally {
        Arrays.fill(bytes, (byte) 0);
      }
    }
  }

  static SecretScalar decrypt(
      AttributeBasedEncryption abe,
      AttributeKey key,
      ReEncryptionTerms terms,
      AttributeCiphertext ciphertext) {
    if (!ciphertext.policy().equals(terms.consumers())) {
      throw new DecryptionFailedException();
    }
    byte[] bytes = abe.decrypt(key, terms.encode(), ciphertext);
    try (SecretBytes secret = SecretBytes.of(bytes)) {
      return SecretScalar.restore(secret);
    } catch (MalformedEncodingException e) {
      throw new DecryptionFailedException();
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  static AttributeCiphertext read(BilinearGroup group, CanonicalReader in) {
    return AttributeCiphertext.decode(group, in.bytes(MAX_LENGTH));
  }
}
