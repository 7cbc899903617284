package org.epione.crypto.scheme.pake;

import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.transcript.Hkdf;
import org.epione.crypto.transcript.Hmac;

/** The two keys by which the sides show each other that they have the same secret. */
final class ConfirmationKeys implements AutoCloseable {

  private final SecretBytes first;
  private final SecretBytes second;

  private ConfirmationKeys(SecretBytes first, SecretBytes second) {
    this.first = first;
    this.second = second;
  }

  /**
   * KDF(nil, key, "ConfirmationKeys" || aad), cut into two.
   *
   * @param length of each in bytes
   */
  static ConfirmationKeys derive(SecretBytes key, byte[] aad, int length) {
    try (SecretBytes both =
        Hkdf.deriveUnsalted(key, DomainTag.SPAKE_CONFIRMATION_KEYS, aad, 2 * length)) {
      return new ConfirmationKeys(both.slice(0, length), both.slice(length, 2 * length));
    }
  }

  /** Key of the side that begins. */
  SecretBytes first() {
    return first;
  }

  /** Key of the side that answers. */
  SecretBytes second() {
    return second;
  }

  byte[] confirmFirst(byte[] data) {
    return Hmac.of(first, data);
  }

  byte[] confirmSecond(byte[] data) {
    return Hmac.of(second, data);
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }

  @Override
  public String toString() {
    return "ConfirmationKeys";
  }
}
