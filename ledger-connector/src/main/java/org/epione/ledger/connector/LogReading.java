package org.epione.ledger.connector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.merkle.TiledHashes;
import org.epione.ledger.state.RecordPosition;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.EntryBundle;
import org.epione.ledger.transparency.LogProof;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.transparency.TilePath;

/** Reads a hospital's log from the tables. */
final class LogReading {

  private final LedgerStore store;

  LogReading(LedgerStore store) {
    this.store = store;
  }

  /** The signed head of the log. */
  Optional<SignedNote> checkpoint(String hospital) {
    return store.checkpoints().latest(hospital);
  }

  /** The signed head of this size, if there was one. */
  Optional<SignedNote> checkpoint(String hospital, long size) {
    return store.checkpoints().find(hospital, size);
  }

  /** The hashes of a tile; nothing if the log does not reach there. */
  Optional<byte[]> tile(String hospital, TilePath path) {
    int length = path.width() * Digest.LENGTH;
    return store
        .tiles()
        .of(hospital)
        .tile(path.level(), path.number())
        .filter(hashes -> hashes.length >= length)
        .map(hashes -> Arrays.copyOf(hashes, length));
  }

  /** The bundle of entries that belongs to a tile of level 0; nothing if the log ends before. */
  Optional<byte[]> entries(String hospital, TilePath path) {
    List<RecordPosition> positions =
        store.records().leaves(hospital, path.number() * TiledHashes.WIDTH, path.width());
    if (positions.size() < path.width()) {
      return Optional.empty();
    }
    Map<Long, Block> blocks = new HashMap<>();
    List<byte[]> entries = new ArrayList<>();
    for (RecordPosition position : positions) {
      Block block =
          blocks.computeIfAbsent(
              position.height(), height -> StoredBlocks.at(store, hospital, hospital, height));
      entries.add(block.records().get(position.index()).encode());
    }
    return Optional.of(EntryBundle.encode(entries));
  }

  /**
   * The proof that a record stands in the log, under the head that most witnesses cosigned; nothing
   * if there is no such record.
   */
  Optional<LogProof> proof(String hospital, Digest record) {
    return proofs(hospital, List.of(record)).stream().findFirst();
  }

  /** The same for many records, under one head; in the order of the log. */
  List<LogProof> proofs(String hospital, Collection<Digest> records) {
    SortedMap<Long, Digest> leaves = new TreeMap<>();
    for (Digest record : records) {
      store.records().leaf(hospital, record).ifPresent(leaf -> leaves.put(leaf, record));
    }
    if (leaves.isEmpty()) {
      return List.of();
    }
    return store
        .checkpoints()
        .above(hospital, leaves.lastKey())
        .map(note -> proofs(hospital, leaves, note))
        .orElse(List.of());
  }

  private List<LogProof> proofs(String hospital, SortedMap<Long, Digest> leaves, SignedNote note) {
    MerkleTree tree =
        MerkleTree.of(
            Checkpoint.parse(note.text()).size(), new TiledHashes(store.tiles().of(hospital)));
    List<LogProof> proofs = new ArrayList<>();
    leaves.forEach(
        (leaf, record) ->
            store
                .records()
                .find(hospital, record)
                .map(position -> encoded(hospital, position))
                .map(bytes -> new LogProof(bytes, leaf, tree.proof(leaf).path(), note))
                .ifPresent(proofs::add));
    return proofs;
  }

  private ByteString encoded(String hospital, RecordPosition position) {
    return ByteString.of(
        StoredBlocks.at(store, hospital, hospital, position.height())
            .records()
            .get(position.index())
            .encode());
  }
}
