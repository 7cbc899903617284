package org.epione.ledger.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.store.ArchiveRow;
import org.epione.ledger.connector.store.EpochRow;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.record.EpochClosedBody;

/** Reads what is known of a hospital's closed epochs from the tables. */
final class EpochReading {

  private final LedgerStore store;

  EpochReading(LedgerStore store) {
    this.store = store;
  }

  /** All of them, the first one first. */
  List<EpochSummary> closed(String hospital) {
    Map<Long, ArchiveRow> archives =
        store.archives().all(hospital, hospital).stream()
            .collect(Collectors.toMap(ArchiveRow::epoch, archive -> archive));
    List<EpochSummary> epochs = new ArrayList<>();
    long recordsBefore = 0;
    for (EpochRow row : store.epochs().all(hospital, hospital)) {
      epochs.add(
          new EpochSummary(
              row.epoch(),
              row.firstHeight(),
              row.lastHeight(),
              row.logSize() - recordsBefore,
              row.closed(),
              StoredBlocks.header(store, hospital, hospital, row.lastHeight() + 1).header().hash(),
              sealed(hospital, row),
              Optional.ofNullable(archives.get(row.epoch()))));
      recordsBefore = row.logSize();
    }
    return List.copyOf(epochs);
  }

  /** As the closing says, which is the first record of the next epoch. */
  private Optional<Digest> sealed(String hospital, EpochRow row) {
    return store
        .chains()
        .block(hospital, hospital, row.lastHeight() + 1)
        .map(Block::decode)
        .map(block -> ((EpochClosedBody) block.records().get(0).body()).state());
  }
}
