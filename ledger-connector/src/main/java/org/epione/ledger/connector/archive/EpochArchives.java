package org.epione.ledger.connector.archive;

import static org.epione.ledger.connector.port.LedgerProblem.CANNOT_ARCHIVE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ArchiveRow;
import org.epione.ledger.connector.store.EpochRow;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.connector.witness.Witnesses;

/**
 * Moves the records of closed epochs of a hospital's own copy away: once they lie in a file, only
 * headers and hashes stay here. The cloud's copy and those of stations are theirs.
 */
public final class EpochArchives {

  private final LedgerContext context;
  private final LedgerStore store;

  /** Works with what the context holds. */
  public EpochArchives(LedgerContext context) {
    this.context = context;
    this.store = context.store();
  }

  /**
   * Deletes the blocks of an epoch but for their headers. Whoever asks has verified the file.
   *
   * @param number of the epoch
   * @param name of the file, for people who look for it later
   * @param digest with which the file ends
   * @param by who asks for it, at most 64 characters
   * @throws LedgerException if the epoch may not be archived, or not by this file
   */
  public void delete(String hospital, long number, String name, Digest digest, String by) {
    if (store.chains().lock(hospital, hospital).isEmpty()) {
      throw new LedgerException(LedgerProblem.NO_CHAIN, hospital);
    }
    EpochRow epoch =
        store
            .epochs()
            .find(hospital, hospital, number)
            .orElseThrow(() -> refused(hospital, number, "it is not closed"));
    int archived = store.archives().all(hospital, hospital).size();
    if (archived >= number) {
      throw refused(hospital, number, "its records were deleted already");
    }
    if (archived < number - 1) {
      throw refused(hospital, number, "epoch " + (archived + 1) + " comes first");
    }
    if (!isWitnessed(epoch)) {
      throw refused(hospital, number, "no witness has cosigned a head that covers its closing");
    }
    if (!digest.equals(written(hospital, number))) {
      throw refused(hospital, number, "the file is not the one written here last");
    }
    List<SignedHeader> headers = new ArrayList<>();
    for (long height = epoch.firstHeight(); height <= epoch.lastHeight(); height++) {
      headers.add(StoredBlocks.header(store, hospital, hospital, height));
    }
    store
        .archives()
        .add(
            epoch,
            new ArchiveRow(
                number, epoch.firstHeight(), epoch.lastHeight(), name, digest, context.now(), by),
            headers);
  }

  /** The closing itself is the record after the last one of the epoch. */
  private boolean isWitnessed(EpochRow epoch) {
    return Witnesses.of(epoch.hospital(), context.directory()).isEmpty()
        || store.checkpoints().isCosignedAbove(epoch.hospital(), epoch.logSize());
  }

  /** Countersignatures may have come since. */
  private Digest written(String hospital, long number) {
    try {
      return new ChainFiles(store).writeEpoch(hospital, number, OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LedgerException refused(String hospital, long number, String why) {
    return new LedgerException(CANNOT_ARCHIVE, "epoch " + number + " of " + hospital + ": " + why);
  }
}
