package org.epione.ledger.identity;

import org.epione.crypto.codec.ByteString;

/** Lengths in bytes of what certificates and records carry as encoded keys and signatures. */
public final class KeyLengths {

  /** Ed25519 public key (RFC 8032). */
  public static final int ED25519_KEY = 32;

  /** Ed25519 signature (RFC 8032). */
  public static final int ED25519_SIGNATURE = 64;

  /** X25519 public key for HPKE (RFC 9180). */
  public static final int HPKE_KEY = 32;

  /** BLS public key, compressed point of G2. */
  public static final int BLS_KEY = 96;

  /** BLS signature or proof of possession, compressed point of G1. */
  public static final int BLS_SIGNATURE = 48;

  private KeyLengths() {}

  /** Refuses {@code value} unless it has {@code length} bytes. */
  public static void require(ByteString value, int length, String what) {
    if (value.size() != length) {
      throw new IllegalArgumentException(what + " has " + length + " bytes");
    }
  }
}
