package org.epione.ledger.connector.making;

import org.epione.ledger.record.LedgerRecord;

/**
 * A record that somebody sent to a hospital's chain.
 *
 * @param submitter code of the party that sent it
 * @param record the record
 */
public record Submission(String submitter, LedgerRecord record) {}
