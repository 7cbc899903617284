package org.epione.ledger.verification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.export.ExportReader;
import org.epione.ledger.state.SignatureChecks;

/**
 * Blocks that follow each other, whose signatures are verified together. While it is filled, every
 * rule is checked on the hope that the signatures hold, in this batch and those before it; if
 * anything comes out wrong, {@link #recount} goes through the blocks one by one, so that what is
 * named is the first fault. Filled by one thread, then {@link #settle settled} by one.
 */
final class Batch {

  private final BlockSteps steps;
  private final Tally before;
  private final Size full;
  private final SignatureChecks checks;
  private final List<ExportedBlock> blocks = new ArrayList<>();
  private long bytes;
  private Tally hoped;
  private boolean sound = true;
  private Optional<End> end = Optional.empty();

  Batch(BlockSteps steps, Tally before, Size full) {
    this.steps = steps;
    this.before = before;
    this.full = full;
    this.hoped = before;
    this.checks = steps.deferring();
  }

  /**
   * When a batch is full.
   *
   * @param checks with so many signatures
   * @param bytes with blocks of so many bytes
   */
  record Size(int checks, long bytes) {}

  /** Why nothing comes after this batch. */
  private record End(Optional<MalformedEncodingException> damage, Optional<IOException> failure) {}

  /** Reads the next block; whether another may be read. */
  boolean read(ExportReader reader) {
    Optional<byte[]> next;
    try {
      next = reader.next();
      if (next.isEmpty() && reader.blocks() == 0) {
        throw new MalformedEncodingException("no block");
      }
    } catch (MalformedEncodingException damage) {
      return ended(new End(Optional.of(damage), Optional.empty()));
    } catch (IOException failure) {
      return ended(new End(Optional.empty(), Optional.of(failure)));
    }
    if (next.isEmpty()) {
      return ended(new End(Optional.empty(), Optional.empty()));
    }
    ExportedBlock block = new ExportedBlock(ByteString.of(next.get()), reader.votes());
    blocks.add(block);
    bytes += block.block().size();
    bytes += block.votes().stream().mapToLong(vote -> vote.length).sum();
    Step step = steps.next(hoped, block, checks);
    hoped = step.after();
    sound = step.fault().isEmpty();
    return sound;
  }

  private boolean ended(End why) {
    end = Optional.of(why);
    return false;
  }

  boolean isFull() {
    return checks.open() >= full.checks() || bytes >= full.bytes();
  }

  /** The one after it. */
  Batch next() {
    return new Batch(steps, hoped, full);
  }

  /** Whether all hopes were right. */
  boolean settle() {
    return sound && checks.settle();
  }

  /** What the blocks up to this batch come to if all hopes were right. */
  Tally hoped() {
    return hoped;
  }

  /** Goes through the blocks one by one, up to the first fault. */
  Step recount() {
    Tally tally = before;
    for (ExportedBlock block : blocks) {
      Step step = steps.next(tally, block);
      if (step.fault().isPresent()) {
        return step;
      }
      tally = step.after();
    }
    if (!sound) {
      throw new IllegalStateException("refused only as long as signatures were not verified");
    }
    return new Step(tally, Optional.empty());
  }

  /** What is wrong with the file after the last block. */
  Optional<Fault> damage() throws IOException {
    if (end.isPresent() && end.get().failure().isPresent()) {
      throw end.get().failure().get();
    }
    return end.flatMap(End::damage)
        .map(damage -> Faults.ofFile(hoped.state().nextHeight(), damage));
  }
}
