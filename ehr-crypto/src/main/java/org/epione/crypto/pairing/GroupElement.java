package org.epione.crypto.pairing;

/** What elements of {@link G1}, {@link G2} and {@link Gt} have in common. */
public interface GroupElement {

  /** Whether this is the identity, which no decoded element ever is. */
  boolean isIdentity();

  /** The encoding. */
  byte[] encode();
}
