package org.epione.ledger.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.export.ExportReader;
import org.epione.ledger.state.SignatureChecks;

/**
 * Verifies an exported chain: every hash, link, signature, certificate, warrant, team signature,
 * consent, score and countersignature, by the same rules by which the supernodes made it, except
 * for sealed evidence, which only the hospital can open. docs/verification.md says what that shows
 * and what not.
 *
 * <p>The rules are checked in order by the calling thread, on the hope that signatures hold; the
 * signatures are verified beside it, those of some blocks together. Memory is needed for a few
 * megabytes of blocks and for the state of the chain, which grows with the number of records.
 * Thread-safe.
 */
public final class ChainVerifier {

  private static final Batch.Size FULL = new Batch.Size(256, 1 << 20);

  private final SignatureChecks checks;
  private final int threads;
  private final Batch.Size full;

  /** Verifies with {@code suite} in the calling thread. */
  public ChainVerifier(CryptoSuite suite) {
    this(suite, 1);
  }

  /**
   * Verifies with {@code suite}.
   *
   * @param threads so many verify signatures; more than one are started for each verification and
   *     end with it
   */
  public ChainVerifier(CryptoSuite suite, int threads) {
    this(suite, threads, FULL);
  }

  ChainVerifier(CryptoSuite suite, int threads, Batch.Size full) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread");
    }
    this.checks = new SignatureChecks(suite);
    this.threads = threads;
    this.full = full;
  }

  /**
   * Verifies the export in {@code file} up to the first fault, whatever the number of threads; does
   * not close it. The listener is called in the calling thread.
   *
   * @throws IOException if it cannot be read; what is read but wrong is in the report
   */
  public VerificationReport verify(InputStream file, ProgressListener progress) throws IOException {
    return verify(Optional.empty(), file, progress);
  }

  /**
   * Verifies the file that continues the one which gave {@code before}, without a fault: it begins
   * with the block with which that one ends. The report is about both.
   *
   * @throws IOException if it cannot be read; what is read but wrong is in the report
   */
  public VerificationReport verifyNext(
      VerificationReport before, InputStream file, ProgressListener progress) throws IOException {
    if (!before.isValid()) {
      throw new IllegalArgumentException("what is not valid is not continued");
    }
    VerificationReport both = verify(Optional.of(before), file, progress);
    return both.beginningAt(before.beginning());
  }

  private VerificationReport verify(
      Optional<VerificationReport> before, InputStream file, ProgressListener progress)
      throws IOException {
    ExportReader reader;
    Beginning beginning;
    try {
      reader = new ExportReader(file);
      beginning = Beginning.of(reader, before);
    } catch (MalformedEncodingException e) {
      return new VerificationReport(
          Optional.empty(), 0, Tally.NONE, Optional.of(Faults.ofFile(0, e)));
    }
    Optional<Fault> uncertified = beginning.uncertified(checks);
    if (uncertified.isPresent()) {
      return report(reader, beginning, new Step(Tally.NONE, uncertified));
    }
    if (threads == 1) {
      return verify(reader, beginning, progress, ChainVerifier::now);
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      return verify(reader, beginning, progress, pool::submit);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Where signatures are verified. */
  @FunctionalInterface
  private interface Verifying {
    Future<Boolean> start(Callable<Boolean> work);
  }

  private static Future<Boolean> now(Callable<Boolean> work) {
    FutureTask<Boolean> task = new FutureTask<>(work);
    task.run();
    return task;
  }

  /** A batch whose signatures are being verified. */
  private record Pending(Batch batch, Future<Boolean> settled) {}

  private VerificationReport verify(
      ExportReader reader, Beginning beginning, ProgressListener progress, Verifying verifying)
      throws IOException {
    Deque<Pending> window = new ArrayDeque<>();
    Tally tally = beginning.tally();
    Batch batch = new Batch(new BlockSteps(reader.chain(), beginning, checks), tally, full);
    while (true) {
      boolean more = batch.read(reader);
      if (more && !batch.isFull()) {
        continue;
      }
      Batch filled = batch;
      window.add(new Pending(filled, verifying.start(filled::settle)));
      while (window.size() > (more ? threads : 0)) {
        Step confirmed = confirm(window.remove());
        if (confirmed.fault().isPresent()) {
          return report(reader, beginning, confirmed);
        }
        boolean further = confirmed.after().records() > tally.records();
        tally = confirmed.after();
        if (further) {
          progress.verified(
              tally.state().nextHeight() - beginning.height(),
              tally.records() - beginning.tally().records(),
              reader.blocks());
        }
      }
      if (!more) {
        return report(reader, beginning, new Step(filled.hoped(), filled.damage()));
      }
      batch = filled.next();
    }
  }

  private static VerificationReport report(ExportReader reader, Beginning beginning, Step last) {
    return new VerificationReport(
        Optional.of(reader.chain()), beginning.height(), last.after(), last.fault());
  }

  private static Step confirm(Pending pending) throws IOException {
    return isSettled(pending.settled())
        ? new Step(pending.batch().hoped(), Optional.empty())
        : pending.batch().recount();
  }

  private static boolean isSettled(Future<Boolean> settled) throws IOException {
    try {
      return settled.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("verification was interrupted").initCause(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("signatures could not be verified", e);
    }
  }
}
