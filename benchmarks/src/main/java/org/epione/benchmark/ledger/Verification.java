package org.epione.benchmark.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.EncodedBlock;
import org.epione.ledger.export.ExportReader;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;

/**
 * The verification of an export beside that of its signatures alone, both on all processors, in
 * turns: what is more is reading, decoding, rules, trees, scores and waiting for each other.
 */
final class Verification {

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final byte[] export;
  private final long records;

  /** A chain of so many episodes by teams of two, five records each. */
  Verification(int episodes) {
    World world = new World("verification");
    GrowingChain chain = GrowingChain.founded(world);
    for (int i = 0; i < episodes; i++) {
      Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
      LedgerRecord diagnosis = treatment.diagnosis();
      chain.add(treatment.opened());
      chain.add(diagnosis, treatment.stored(diagnosis));
      SharingActs sharing = new SharingActs(world, treatment, world.foreign());
      chain.add(sharing.requested(), sharing.consented());
      world.clock().move(Duration.ofSeconds(1));
    }
    this.export = chain.export();
    this.records = chain.state().head().orElseThrow().records();
  }

  String measure(int rounds) {
    List<Stopwatch> whole = new ArrayList<>();
    List<Stopwatch> signatures = new ArrayList<>();
    for (int round = -1; round < rounds; round++) {
      Stopwatch verified = Stopwatch.of(this::verify);
      Stopwatch settled = new SignaturesAlone(ChainState.EMPTY, blocks()).measure();
      // The first round warms up.
      if (round >= 0) {
        whole.add(verified);
        signatures.add(settled);
      }
    }
    Stopwatch all = Stopwatch.median(whole);
    Stopwatch alone = Stopwatch.median(signatures);
    return String.format(
            Locale.ROOT,
            "## Verification of an export: %d records, %d bytes, %d threads%n%n",
            records,
            export.length,
            threads)
        + "| what | s | s of processors | records a second |\n| --- | ---: | ---: | ---: |\n"
        + row("verification", all)
        + row("its signatures alone, in batches", alone)
        + String.format(
            Locale.ROOT,
            "| ratio | %.2f | %.2f | |%n",
            all.wall() / alone.wall(),
            all.processor() / alone.processor());
  }

  private String row(String what, Stopwatch taken) {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.0f |%n",
        what,
        taken.wall(),
        taken.processor(),
        records / taken.wall());
  }

  private static CryptoSuite suite() {
    return CryptoSuite.create(new SecureRandomSource());
  }

  private boolean verify() throws IOException {
    return new ChainVerifier(suite(), threads)
        .verify(new ByteArrayInputStream(export), ProgressListener.NONE)
        .isValid();
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    try {
      ExportReader reader = new ExportReader(new ByteArrayInputStream(export));
      Optional<byte[]> next = reader.next();
      while (next.isPresent()) {
        blocks.add(EncodedBlock.decode(next.get()).block());
        next = reader.next();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return blocks;
  }
}
