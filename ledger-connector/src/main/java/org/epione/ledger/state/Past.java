package org.epione.ledger.state;

import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.merkle.TreeFrontier;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.versioned.VersionedMap;

/**
 * What is known of the records so far, whatever they say; immutable.
 *
 * @param epoch the epoch that is open; absent before the founding
 * @param log the RFC 6962 tree over all records
 * @param contents where the record with this content stands; since the last sealing but one
 */
record Past(
    Optional<Epoch> epoch, TreeFrontier log, VersionedMap<Digest, RecordPosition> contents) {

  static final Past NONE = new Past(Optional.empty(), TreeFrontier.EMPTY, VersionedMap.empty());

  Past with(LedgerRecord record, RecordPosition position) {
    return new Past(
        epoch, log.with(record.leafHash()), contents.with(record.contentDigest(), position));
  }

  Past with(Epoch begun) {
    return new Past(Optional.of(begun), log, contents);
  }

  /** Without the records of epochs that were closed before. */
  Past sealed() {
    long first = epoch.map(Epoch::firstHeight).orElse(0L);
    return new Past(epoch, log, contents.filter((content, position) -> position.height() >= first));
  }
}
