package org.epione.crypto.transcript;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.hash2curve.impl.XmdMessageExpansion;

/** expand_message_xmd with SHA-256 (RFC 9380 section 5.3.1): a hash of any length, with a tag. */
public final class MessageExpansion {

  /** k of RFC 9380: bits of security. */
  private static final int SECURITY_BITS = 128;

  private MessageExpansion() {}

  /** {@code length} bytes, 1 to 8160, from {@code message} for the purpose {@code tag}. */
  public static byte[] xmd(DomainTag tag, byte[] message, int length) {
    return xmd(tag.bytes(), message, length);
  }

  static byte[] xmd(byte[] tag, byte[] message, int length) {
    if (length < 1 || length > 255 * Sha256.LENGTH) {
      throw new IllegalArgumentException("length out of range");
    }
    return new XmdMessageExpansion(new SHA256Digest(), SECURITY_BITS)
        .expandMessage(message, tag, length);
  }
}
