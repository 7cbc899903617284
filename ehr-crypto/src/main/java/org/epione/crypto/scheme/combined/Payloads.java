package org.epione.crypto.scheme.combined;

import org.epione.crypto.hybrid.Dem;

/** How long a payload may be: records are text, what is larger is an attachment. */
final class Payloads {

  /** Longest sealed payload in bytes. */
  static final int MAX_SEALED = 16 * 1024 * 1024;

  private Payloads() {}

  /** Refuses a plaintext that no decoder would take once it is sealed. */
  static void requireFits(byte[] plaintext) {
    if (plaintext.length > MAX_SEALED - Dem.OVERHEAD) {
      throw new IllegalArgumentException("plaintext too large");
    }
  }
}
