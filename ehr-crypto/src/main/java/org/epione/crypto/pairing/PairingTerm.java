package org.epione.crypto.pairing;

/**
 * One factor e(left, right) of a product of pairings.
 *
 * @param left element of G1
 * @param right element of G2
 */
public record PairingTerm(G1 left, G2 right) {}
