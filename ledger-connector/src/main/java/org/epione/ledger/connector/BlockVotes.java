package org.epione.ledger.connector;

/**
 * How many countersigned a block.
 *
 * @param votes number of countersignatures
 * @param delegates number of delegates when it was made
 * @param needed two thirds of them
 */
public record BlockVotes(int votes, int delegates, int needed) {}
