package org.epione.ledger.record;

import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.identity.KeyLengths;

/** How a record is signed: people sign with BLS, servers with Ed25519. */
public enum SignatureKind {
  /** BLS signature in G1, 48 bytes. */
  BLS(1, KeyLengths.BLS_SIGNATURE),
  /** Ed25519 signature, 64 bytes. */
  ED25519(2, KeyLengths.ED25519_SIGNATURE);

  private final int code;
  private final int length;

  SignatureKind(int code, int length) {
    this.code = code;
    this.length = length;
  }

  /** The byte in encodings. */
  public int code() {
    return code;
  }

  /** Length of a signature in bytes. */
  public int length() {
    return length;
  }

  static SignatureKind of(int code) {
    for (SignatureKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new MalformedEncodingException("unknown kind of signature");
  }
}
