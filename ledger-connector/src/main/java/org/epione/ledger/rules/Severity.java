package org.epione.ledger.rules;

import org.epione.crypto.codec.MalformedEncodingException;

/** How serious the system manager finds what a hospital did; the rules give each its weight. */
public enum Severity {
  /** Against the rules, without harm. */
  MINOR(1),
  /** Harmed somebody, or happened again. */
  MAJOR(2),
  /** With the default rules, suspends a hospital with an average record at once. */
  GRAVE(3);

  private final int code;

  Severity(int code) {
    this.code = code;
  }

  /** The byte in encodings. */
  public int code() {
    return code;
  }

  /** The severity with this byte. */
  public static Severity of(int code) {
    for (Severity severity : values()) {
      if (severity.code == code) {
        return severity;
      }
    }
    throw new MalformedEncodingException("unknown severity");
  }
}
