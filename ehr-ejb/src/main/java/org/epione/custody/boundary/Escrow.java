package org.epione.custody.boundary;

import org.epione.crypto.codec.ByteString;

/**
 * What a person's escrow divides, in two shares, each sealed to its holder by the hospital (HPKE
 * auth mode): one alone opens nothing.
 *
 * @param hospitalShare sealed to the hospital itself
 * @param secondShare sealed to the other party
 */
public record Escrow(EscrowTerms terms, ByteString hospitalShare, ByteString secondShare) {

  /** Most bytes of a sealed share. */
  public static final int MAX_SHARE = 256;
}
