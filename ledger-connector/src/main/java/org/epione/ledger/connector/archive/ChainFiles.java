package org.epione.ledger.connector.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.EpochRow;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.export.ExportWriter;
import org.epione.ledger.finality.Countersignature;

/** Writes blocks that are kept here, with their countersignatures, as files for verifiers. */
public final class ChainFiles {

  private static final int BATCH = 20;

  private final LedgerStore store;

  /** Reads from these tables. */
  public ChainFiles(LedgerStore store) {
    this.store = store;
  }

  /**
   * Writes the chain up to its head, from its founding on, or from the closing of the last archived
   * epoch on.
   *
   * @return the digest with which the file ends
   * @throws LedgerException if there is no chain of that hospital here
   */
  public Digest writeChain(String hospital, OutputStream out) throws IOException {
    ChainRow row = row(hospital);
    Optional<EpochRow> before =
        store.archives().all(hospital, hospital).stream()
            .reduce((first, later) -> later)
            .map(archive -> epoch(hospital, archive.epoch()));
    long first = before.map(epoch -> epoch.lastHeight() + 1).orElse(0L);
    return write(row, before, first, row.height(), out);
  }

  /**
   * Writes a closed epoch, with its closing at the end.
   *
   * @return the digest with which the file ends
   * @throws LedgerException if there is no such epoch here, or it lies in an archive already
   */
  public Digest writeEpoch(String hospital, long number, OutputStream out) throws IOException {
    EpochRow epoch = epoch(hospital, number);
    StoredBlocks.requireHere(store, hospital, hospital, epoch.firstHeight());
    Optional<EpochRow> before =
        number == 1 ? Optional.empty() : Optional.of(epoch(hospital, number - 1));
    return write(row(hospital), before, epoch.firstHeight(), epoch.lastHeight() + 1, out);
  }

  private Digest write(
      ChainRow row, Optional<EpochRow> before, long first, long last, OutputStream out)
      throws IOException {
    long blocks = last - first + 1;
    ExportWriter writer =
        before.isPresent()
            ? new ExportWriter(out, row.pid(), blocks, store.epochs().snapshot(before.get()))
            : new ExportWriter(out, row.pid(), blocks);
    String hospital = row.hospital();
    for (long height = first; height <= last; height += BATCH) {
      int count = (int) Math.min(BATCH, last - height + 1);
      Map<Long, List<Countersignature>> votes = store.votes().of(hospital, height, count);
      long at = height;
      for (byte[] block : store.chains().blocks(hospital, hospital, height, count)) {
        writer.add(block, votes.getOrDefault(at++, List.of()));
      }
    }
    return writer.finish();
  }

  private ChainRow row(String hospital) {
    return store
        .chains()
        .find(hospital, hospital)
        .orElseThrow(() -> new LedgerException(LedgerProblem.NO_CHAIN, hospital));
  }

  private EpochRow epoch(String hospital, long number) {
    return store
        .epochs()
        .find(hospital, hospital, number)
        .orElseThrow(
            () ->
                new LedgerException(
                    LedgerProblem.CANNOT_ARCHIVE,
                    "epoch " + number + " of " + hospital + " is not closed"));
  }
}
