package org.epione.benchmark.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.block.Block;
import org.epione.ledger.state.BlockCheck;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Evidence;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.SignatureChecks;

/**
 * All signatures of some blocks, verified in batches on all processors, and nothing else: the limit
 * of whatever verifies these blocks. Nothing is remembered from elsewhere. One use.
 */
final class SignaturesAlone {

  private static final int TOGETHER = 256;

  private final List<SignatureChecks> batches = new ArrayList<>();

  /** The signatures of blocks that follow on this state. */
  SignaturesAlone(ChainState before, List<Block> blocks) {
    SignatureChecks checks = new SignatureChecks(CryptoSuite.create(new SecureRandomSource()));
    BlockCheck check = new BlockCheck(new RecordRules(checks, Evidence.NOT_OURS));
    SignatureChecks later = checks.deferring();
    ChainState state = before;
    for (Block block : blocks) {
      state = check.checkFinal(state, block, later).after().orElseThrow();
      if (later.open() >= TOGETHER) {
        batches.add(later);
        later = checks.deferring();
      }
    }
    batches.add(later);
  }

  /** How long they take. */
  Stopwatch measure() {
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      return Stopwatch.of(() -> settle(pool));
    } finally {
      pool.shutdownNow();
    }
  }

  private boolean settle(ExecutorService pool) throws InterruptedException, ExecutionException {
    List<Future<Boolean>> settled = new ArrayList<>();
    batches.forEach(batch -> settled.add(pool.submit(batch::settle)));
    boolean all = true;
    for (Future<Boolean> each : settled) {
      all &= each.get();
    }
    return all;
  }
}
