package org.epione.crypto.counting;

/** What is counted; the label heads its column in docs/operation-counts.md. */
public enum Operation {
  /** A pairing before the final exponentiation. */
  MILLER_LOOP("Miller loops"),
  /** The final exponentiation, one for each product of pairings. */
  FINAL_EXPONENTIATION("final exp."),
  /** An exponentiation in G1, alone or within a product of powers. */
  POWER_G1("exp. G1"),
  /** An exponentiation in G2. */
  POWER_G2("exp. G2"),
  /** An exponentiation in GT. */
  POWER_GT("exp. GT"),
  /** A hash to G1. */
  HASH_G1("hash G1"),
  /** A hash to G2. */
  HASH_G2("hash G2"),
  /** An element of G1 read, with its checks of curve and order. */
  DECODE_G1("read G1"),
  /** An element of G2 read. */
  DECODE_G2("read G2"),
  /** A pairing value read. */
  DECODE_GT("read GT");

  private final String label;

  Operation(String label) {
    this.label = label;
  }

  /** Heading of the column. */
  public String label() {
    return label;
  }
}
