package org.epione.benchmark.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockDecoder;
import org.epione.ledger.merkle.InclusionProof;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.merkle.TileStore;
import org.epione.ledger.merkle.TiledHashes;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.world.World;

/**
 * What a record costs on a chain of growing length: in the state and the log's tree when it is
 * appended, when it is proven, and when a server reads the whole chain as it starts. Signatures and
 * the database are left out: they cost the same at any length, or are the database's.
 */
final class Growth {

  private static final int BLOCK = 50;
  private static final int TOGETHER = 50; // as ChainStates
  private static final int SAMPLE = 20;
  private static final int PROOFS = 1000;

  private final World world = new World("growth");
  private final Tiles tiles = new Tiles();
  private final List<byte[]> blocks = new ArrayList<>();
  private final List<Stopwatch> appended = new ArrayList<>();
  private ChainState state = ChainState.EMPTY;
  private long size;

  /** At 1000 records, and ten times as many each time up to {@code most}. */
  String measure(long most) {
    StringBuilder text =
        new StringBuilder(
            "## Growth\n\n"
                + "| records | append, µs a record | proof, µs | proof, bytes | start-up, s |"
                + " start-up, µs a record |\n"
                + "| ---: | ---: | ---: | ---: | ---: | ---: |\n");
    append(List.of(world.founding()));
    for (long records = 1000; records <= most; records *= 10) {
      while (size < records) {
        append(Stream.generate(this::record).limit(BLOCK).toList());
      }
      text.append(row());
    }
    return text.toString();
  }

  private LedgerRecord record() {
    world.clock().move(Duration.ofMillis(1));
    return world.creditRules(CreditRules.DEFAULT);
  }

  private void append(List<LedgerRecord> records) {
    GrownBlock next = new GrownBlock(world, state, records);
    List<Digest> leaves = records.stream().map(LedgerRecord::leafHash).toList();
    appended.add(
        Stopwatch.of(
            () -> {
              state = state.after(next.block());
              state.credit().digest();
              new TiledHashes(tiles).append(size, leaves);
              size += leaves.size();
              return true;
            }));
    blocks.add(next.block().encode());
  }

  private String row() {
    double append =
        appended.subList(appended.size() - SAMPLE, appended.size()).stream()
            .mapToDouble(Stopwatch::wall)
            .sorted()
            .skip(SAMPLE / 2)
            .findFirst()
            .orElseThrow();
    MerkleTree tree = MerkleTree.of(size, new TiledHashes(tiles));
    List<InclusionProof> proofs = new ArrayList<>();
    Stopwatch proving =
        Stopwatch.of(
            () -> {
              for (int i = 0; i < PROOFS; i++) {
                proofs.add(tree.proof(size * i / PROOFS));
              }
              return true;
            });
    Stopwatch starting = Stopwatch.of(this::restarts);
    return String.format(
        Locale.ROOT,
        "| %d | %.1f | %.1f | %d | %.2f | %.1f |%n",
        size,
        append * 1e6 / BLOCK,
        proving.wall() * 1e6 / PROOFS,
        proofs.stream().mapToInt(proof -> proof.encode().length).max().orElseThrow(),
        starting.wall(),
        starting.wall() * 1e6 / size);
  }

  private boolean restarts() {
    ChainState again = ChainState.EMPTY;
    try (BlockDecoder decoder = new BlockDecoder()) {
      for (int read = 0; read < blocks.size(); read += TOGETHER) {
        List<byte[]> next = blocks.subList(read, Math.min(blocks.size(), read + TOGETHER));
        for (Block block : decoder.decode(next)) {
          again = again.after(block);
        }
      }
    }
    return again.head().equals(state.head());
  }

  /** In memory. */
  private static final class Tiles implements TileStore {
    private final Map<String, byte[]> all = new HashMap<>();

    @Override
    public Optional<byte[]> tile(int level, long number) {
      return Optional.ofNullable(all.get(level + "/" + number));
    }

    @Override
    public void put(int level, long number, byte[] hashes) {
      all.put(level + "/" + number, hashes);
    }
  }
}
