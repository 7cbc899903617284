package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.record.LedgerRecord;

/**
 * A record that waits for a block.
 *
 * @param record the record
 * @param received when it came in
 * @param evidence the refused record behind it, if it is a REJECTION
 */
public record PendingRecord(
    LedgerRecord record, Instant received, Optional<LedgerRecord> evidence) {}
