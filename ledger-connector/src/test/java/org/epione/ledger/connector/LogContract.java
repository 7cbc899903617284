package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.EntryBundle;
import org.epione.ledger.transparency.LogProof;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteVerifier;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.transparency.TilePath;
import org.junit.jupiter.api.Test;

/** The chain as a transparency log. */
abstract class LogContract extends ConnectorOnDatabase {

  private final NoteVerifier verifier = new NoteVerifier(world.suite().ed25519());

  private NoteKey key() {
    return NoteKey.of(world.hospital().certificate().identity(), NoteKey.Role.LOG);
  }

  private <T> Optional<T> read(Function<LogReading, Optional<T>> question) {
    return node.run(c -> question.apply(new LogReading(c.store())));
  }

  private SignedNote latest() {
    return read(log -> log.checkpoint(A)).orElseThrow();
  }

  private List<LedgerRecord> records() {
    List<LedgerRecord> records = new ArrayList<>();
    for (byte[] block : node.run(c -> c.store().chains().blocks(A, A, 0, 1000))) {
      records.addAll(Block.decode(block).records());
    }
    return records;
  }

  @Test
  void checkpoint_shouldCoverAllRecordsOfTheChain_afterEachBlock() {
    List<Checkpoint> heads = new ArrayList<>();
    heads.add(Checkpoint.parse(latest().text()));
    for (int i = 0; i < 3; i++) {
      enrol(List.of(world.doctor(i)));
      SignedNote note = latest();
      assertThat(verifier.isSigned(note, key())).isTrue();
      heads.add(Checkpoint.parse(note.text()));
    }
    MerkleTree tree =
        MerkleTree.of(records().stream().map(r -> MerkleTree.leafHash(r.encode())).toList());
    Checkpoint last = heads.get(heads.size() - 1);
    assertThat(last).isEqualTo(new Checkpoint(key().name(), tree.size(), tree.root()));
    for (Checkpoint head : heads) {
      assertThat(tree.consistencyProof(head.size()).proves(head.root(), last.root())).isTrue();
    }
  }

  @Test
  void proof_shouldHoldForEachRecord() {
    enrol(world.doctors());
    List<LedgerRecord> records = records();
    for (int i = 0; i < records.size(); i++) {
      Digest id = records.get(i).id();
      LogProof proof = read(log -> log.proof(A, id)).orElseThrow();
      assertThat(proof.holds(verifier, key())).isTrue();
      assertThat(proof.index()).isEqualTo(i);
      assertThat(LedgerRecord.decode(proof.record().bytes())).isEqualTo(records.get(i));
    }
    Digest unknown = Digest.of(new byte[] {1});
    assertThat(read(log -> log.proof(A, unknown))).isEmpty();
  }

  @Test
  void tiles_shouldHoldTheHashesOfTheEntries() {
    enrol(world.doctors());
    int size = records().size();
    TilePath hashes = new TilePath(0, 0, size);
    TilePath entries = TilePath.parse("entries/000.p/" + size).orElseThrow();
    byte[] tile = read(log -> log.tile(A, hashes)).orElseThrow();
    byte[] bundle = read(log -> log.entries(A, entries)).orElseThrow();
    List<byte[]> decoded = EntryBundle.decode(bundle);
    assertThat(decoded).hasSize(size);
    for (int i = 0; i < size; i++) {
      assertThat(MerkleTree.leafHash(decoded.get(i)).bytes())
          .isEqualTo(Arrays.copyOfRange(tile, i * Digest.LENGTH, (i + 1) * Digest.LENGTH));
    }
  }

  @Test
  void tiles_shouldBeAbsent_whenTheLogDoesNotReachThere() {
    int size = records().size();
    for (TilePath path :
        List.of(
            new TilePath(0, 0, size + 1),
            new TilePath(0, 0, 256),
            new TilePath(0, 1, 1),
            new TilePath(1, 0, 1))) {
      assertThat(read(log -> log.tile(A, path))).isEmpty();
      assertThat(read(log -> log.tile("HOSPITAL-X", path))).isEmpty();
    }
    TilePath beyond = TilePath.parse("entries/000.p/" + (size + 1)).orElseThrow();
    assertThat(read(log -> log.entries(A, beyond))).isEmpty();
  }
}
