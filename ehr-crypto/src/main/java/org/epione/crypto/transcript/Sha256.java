package org.epione.crypto.transcript;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Where SHA-256 comes from. */
final class Sha256 {

  /** Length of a digest in bytes. */
  static final int LENGTH = 32;

  /** Copied, never used: to look a provider up takes longer than to digest a short text. */
  private static final MessageDigest FRESH = instance();

  private Sha256() {}

  static MessageDigest create() {
    try {
      return (MessageDigest) FRESH.clone();
    } catch (CloneNotSupportedException e) {
      // A provider may keep its state where it cannot be copied.
      return instance();
    }
  }

  private static MessageDigest instance() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }
}
