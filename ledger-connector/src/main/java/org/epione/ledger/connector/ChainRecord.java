package org.epione.ledger.connector;

import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;

/**
 * A record on a chain with the proof that it is there.
 *
 * @param record the record
 * @param inclusion its block's signed header and its place in it
 */
public record ChainRecord(LedgerRecord record, Inclusion inclusion) {}
