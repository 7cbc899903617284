package org.epione.ledger.connector;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.archive.ChainFiles;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.making.Receipts;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ArchiveRow;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.HourCount;
import org.epione.ledger.connector.store.LeaseRow;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.connector.store.RefusalCount;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RecordPosition;

/**
 * The chains of the hospitals hosted here, for the features around: founding and reading. Records
 * get onto a chain by message only. What is on a chain is no secret among the parties; who may see
 * it on a page is for the feature to decide before it asks.
 */
@Stateless
@PermitAll
public class Chains {

  @Resource(lookup = "java:app/jdbc/EpioneDS")
  private DataSource dataSource;

  @EJB private Ledger ledger;

  /** For the container. */
  public Chains() {}

  /**
   * Founds the chain of a hospital hosted here; block 0 is there when the cloud has cosigned it.
   * The same once more changes nothing.
   *
   * @throws LedgerException if the record does not found a chain of that hospital by the parties
   *     that the directory has
   */
  public void createChain(String hospital, LedgerRecord founding) {
    ledger.found(hospital, founding);
  }

  /** How all chains kept here are doing. */
  public List<ChainSummary> chains() {
    return store().chains().ofHospitals().stream().map(this::summary).toList();
  }

  /** How the chain of this hospital is doing. */
  public Optional<ChainSummary> summary(String hospital) {
    return store().chains().find(hospital, hospital).map(this::summary);
  }

  /**
   * The block at this height.
   *
   * @throws LedgerException if it lies in an archive
   */
  public Optional<Block> block(String hospital, long height) {
    StoredBlocks.requireHere(store(), hospital, hospital, height);
    return store().chains().block(hospital, hospital, height).map(Block::decode);
  }

  /** At most {@code count} blocks from {@code highest} downwards, highest first. */
  public List<BlockSummary> blocks(String hospital, long highest, int count) {
    long from = Math.max(0, highest - count + 1);
    List<BlockSummary> blocks = new ArrayList<>();
    Map<Long, Block> kept =
        store().chains().blocks(hospital, hospital, from, (int) (highest - from + 1)).stream()
            .map(Block::decode)
            .collect(Collectors.toMap(block -> block.header().height(), block -> block));
    for (long height = highest; height >= from; height--) {
      Optional.ofNullable(kept.get(height))
          .map(BlockSummary::of)
          .or(archived(hospital, height))
          .ifPresent(blocks::add);
    }
    return List.copyOf(blocks);
  }

  private Supplier<Optional<BlockSummary>> archived(String hospital, long height) {
    return () ->
        store()
            .archives()
            .header(hospital, hospital, height)
            .map(
                signed ->
                    new BlockSummary(
                        height,
                        signed.header().hash(),
                        signed.header().time(),
                        store().records().types(hospital, height)));
  }

  /**
   * The final record with this id.
   *
   * @throws LedgerException if it lies in an archive
   */
  public Optional<ChainRecord> record(String hospital, Digest id) {
    return store().records().find(hospital, id).map(position -> at(hospital, position));
  }

  /**
   * All final records about an episode, in the order of the chain.
   *
   * @throws LedgerException if one of them lies in an archive
   */
  public List<ChainRecord> recordsOf(String hospital, RecordId episode) {
    return store().records().ofEpisode(hospital, episode).stream()
        .map(position -> at(hospital, position))
        .toList();
  }

  /** Those final records about an episode that do not lie in an archive, in the same order. */
  public List<ChainRecord> keptRecordsOf(String hospital, RecordId episode) {
    return store().records().ofEpisode(hospital, episode).stream()
        .flatMap(position -> keptRecordAt(hospital, position).stream())
        .toList();
  }

  /** How many records are found by their names; as many as stand in the blocks, if all is well. */
  public long findable(String hospital) {
    return store().records().count(hospital);
  }

  /** The record at this place of the chain, unless it lies in an archive. */
  public Optional<ChainRecord> keptRecordAt(String hospital, RecordPosition position) {
    return Optional.of(position)
        .filter(place -> store().archives().at(hospital, hospital, place.height()).isEmpty())
        .map(place -> at(hospital, place));
  }

  /** The archive in which a record about the episode lies, if one does. */
  public Optional<ArchiveRow> archiveOf(String hospital, RecordId episode) {
    LedgerStore store = store();
    return store.records().ofEpisode(hospital, episode).stream()
        .flatMap(position -> store.archives().at(hospital, hospital, position.height()).stream())
        .findFirst();
  }

  /** The archive in which the record with this id lies, if it does. */
  public Optional<ArchiveRow> archiveOf(String hospital, Digest record) {
    LedgerStore store = store();
    return store
        .records()
        .find(hospital, record)
        .flatMap(position -> store.archives().at(hospital, hospital, position.height()));
  }

  /**
   * What the chain says: doctors and their credit, episodes, requests, consents.
   *
   * @throws LedgerException if there is no chain of that hospital here
   */
  public ChainState state(String hospital) {
    return state(hospital, hospital);
  }

  /**
   * The same from the copy that {@code holder} keeps: the hospital itself, or the cloud that
   * cosigns, where only that is hosted here.
   *
   * @throws LedgerException if there is no such copy here
   */
  public ChainState state(String holder, String hospital) {
    return ledger
        .state(holder, hospital)
        .orElseThrow(() -> new LedgerException(LedgerProblem.NO_CHAIN, hospital));
  }

  /**
   * Writes the chain up to its head, with its countersignatures, as one file for {@code
   * ChainVerifier}: from its founding on, or from the last archived epoch on.
   *
   * @throws LedgerException if there is no chain of that hospital here
   */
  public void export(String hospital, OutputStream out) throws IOException {
    new ChainFiles(store()).writeChain(hospital, out);
  }

  /** The closed epochs of this chain, the first one first. */
  public List<EpochSummary> epochs(String hospital) {
    return new EpochReading(store()).closed(hospital);
  }

  /**
   * Writes a closed epoch as one file for {@code ChainVerifier}.
   *
   * @return the digest with which the file ends
   * @throws LedgerException if there is no such epoch here, or it lies in an archive already
   */
  public Digest writeEpoch(String hospital, long epoch, OutputStream out) throws IOException {
    return new ChainFiles(store()).writeEpoch(hospital, epoch, out);
  }

  /**
   * Deletes the records of an epoch here, which lie in that file and were verified in it; headers
   * and hashes stay.
   *
   * @param name of the file, at most 128 characters
   * @param digest with which it ends
   * @param by who asks for it, at most 64 characters; kept with the archive
   * @throws LedgerException if the epoch may not be archived, or not by this file
   */
  public void deleteEpoch(String hospital, long epoch, String name, Digest digest, String by) {
    ledger.deleteEpoch(hospital, epoch, name, digest, by);
  }

  /** Records that were put into blocks since then and are kept here, by hour, earliest first. */
  public List<HourCount> recordsByHour(String hospital, Instant since) {
    return store().chains().recordsByHour(hospital, hospital, since);
  }

  /**
   * How many records this chain refused since the hour in which that is, by reason, the most
   * frequent first; of the last 30 days.
   */
  public List<RefusalCount> refusals(String hospital, Instant since) {
    return store().refusals().since(hospital, since);
  }

  private ChainSummary summary(ChainRow row) {
    String hospital = row.hospital();
    var proposal = store().proposals().find(hospital);
    return new ChainSummary(
        hospital,
        row.pid(),
        row.height(),
        row.head(),
        row.height() < 0 ? Optional.empty() : Optional.of(row.headTime()),
        row.records(),
        store().pending().count(hospital),
        store().pending().oldest(hospital),
        proposal.map(waiting -> waiting.height()),
        proposal.flatMap(waiting -> waiting.refusal()),
        store().leases().find(hospital).map(Chains::writer));
  }

  private static ChainWriter writer(LeaseRow lease) {
    return new ChainWriter(lease.server(), lease.taken(), lease.isHeld(), lease.agreed());
  }

  private ChainRecord at(String hospital, RecordPosition position) {
    Block block = StoredBlocks.at(store(), hospital, hospital, position.height());
    return new ChainRecord(
        block.records().get(position.index()),
        Receipts.inclusion(block, Block.tree(block.records()), position.index()));
  }

  private LedgerStore store() {
    return new LedgerStore(dataSource);
  }
}
