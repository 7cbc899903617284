package org.epione.ledger.state;

import java.time.Instant;
import org.epione.crypto.transcript.Digest;

/**
 * The last block of a chain.
 *
 * @param height of it
 * @param hash of its header
 * @param time at which it was made
 * @param records number of records on the chain so far
 */
public record ChainHead(long height, Digest hash, Instant time, long records) {}
