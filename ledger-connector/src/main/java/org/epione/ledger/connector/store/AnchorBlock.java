package org.epione.ledger.connector.store;

/**
 * A block of the network.
 *
 * @param number its height
 * @param hash 0x and 64 hexadecimal digits
 */
public record AnchorBlock(long number, String hash) {}
