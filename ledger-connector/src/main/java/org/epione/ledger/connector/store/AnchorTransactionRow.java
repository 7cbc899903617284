package org.epione.ledger.connector.store;

import java.time.Instant;
import org.epione.crypto.codec.ByteString;

/**
 * A signed transaction.
 *
 * @param version counts those for one checkpoint from 1
 * @param hash 0x and 64 hexadecimal digits
 * @param raw its bytes as nodes take them
 * @param signed when
 */
public record AnchorTransactionRow(int version, String hash, ByteString raw, Instant signed) {}
