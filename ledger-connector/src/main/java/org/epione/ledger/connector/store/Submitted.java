package org.epione.ledger.connector.store;

import org.epione.crypto.transcript.Digest;

/**
 * Somebody waits for the receipt of a record.
 *
 * @param record the record's id
 * @param submitter code of the party that sent it
 */
public record Submitted(Digest record, String submitter) {}
