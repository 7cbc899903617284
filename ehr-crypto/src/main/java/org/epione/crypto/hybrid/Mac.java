package org.epione.crypto.hybrid;

import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.secret.ConstantTime;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.transcript.Hkdf;
import org.epione.crypto.transcript.Hmac;

/**
 * HMAC-SHA-256 under a key derived for its label: shows that somebody holds a key without using it
 * for encryption, as in the confirmation of a group key. Tags have 32 bytes. Thread-safe.
 */
public final class Mac {

  /** Length of a tag in bytes. */
  public static final int LENGTH = Hmac.LENGTH;

  /** There is nothing to configure. */
  public Mac() {}

  /**
   * The tag of {@code data}.
   *
   * @param label names the use; a tag for one label says nothing under another
   */
  public byte[] tag(AeadKey key, String label, byte[] data) {
    byte[] info = CanonicalWriter.of("epione.mac-key", 1).text(label).toByteArray();
    try (SecretBytes derived = Hkdf.derive(key.secret(), DomainTag.MAC_KEY, info, AeadKey.LENGTH)) {
      return Hmac.of(derived, data);
    }
  }

  /** Whether {@code tag} is the tag of {@code data}; compared in constant time. */
  public boolean verify(AeadKey key, String label, byte[] data, byte[] tag) {
    return ConstantTime.areEqual(tag(key, label, data), tag);
  }
}
