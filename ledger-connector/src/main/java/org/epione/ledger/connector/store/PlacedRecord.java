package org.epione.ledger.connector.store;

import java.util.Optional;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.RecordPosition;

/**
 * A record on the chain.
 *
 * @param record the record
 * @param position where it stands
 * @param leaf which leaf of the log it is
 * @param episode the episode that it belongs to
 */
public record PlacedRecord(
    LedgerRecord record, RecordPosition position, long leaf, Optional<RecordId> episode) {}
