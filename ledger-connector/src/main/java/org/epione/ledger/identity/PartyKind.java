package org.epione.ledger.identity;

import org.epione.crypto.codec.MalformedEncodingException;

/** What a server with keys does; the code is the byte in encodings. */
public enum PartyKind {
  /** Admits hospitals and clouds, issues re-encryption keys. */
  SYSTEM_MANAGER(1),
  /** Runs a chain and enrols doctors and patients. */
  HOSPITAL(2),
  /** Keeps ciphertexts and cosigns blocks. */
  CLOUD(3);

  private final int code;

  PartyKind(int code) {
    this.code = code;
  }

  /** The byte in encodings. */
  public int code() {
    return code;
  }

  /** The kind with this code. */
  public static PartyKind of(int code) {
    for (PartyKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new MalformedEncodingException("unknown kind of party");
  }
}
