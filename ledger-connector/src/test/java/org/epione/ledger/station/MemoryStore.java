package org.epione.ledger.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.finality.Equivocation;
import org.jspecify.annotations.Nullable;

/** A disk that outlives the station; on request the power fails before or after a write. */
final class MemoryStore implements StationStore {

  /** The power failed. */
  static final class PowerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final List<ByteString> blocks = new ArrayList<>();
  private @Nullable Equivocation evidence;
  private long delivered = -1;
  private boolean failBefore;
  private boolean failAfter;

  /** The next write is the last: it is lost, or done but not answered. */
  void failNext(boolean afterWrite) {
    failBefore = !afterWrite;
    failAfter = afterWrite;
  }

  void damage(int height, ByteString block) {
    blocks.set(height, block);
  }

  private void write(Runnable change) {
    if (failBefore) {
      failBefore = false;
      throw new PowerFailure();
    }
    change.run();
    if (failAfter) {
      failAfter = false;
      throw new PowerFailure();
    }
  }

  @Override
  public long height() {
    return blocks.size() - 1L;
  }

  @Override
  public ByteString block(long height) {
    return blocks.get((int) height);
  }

  @Override
  public void append(ByteString block) {
    write(() -> blocks.add(block));
  }

  @Override
  public Optional<Equivocation> evidence() {
    return Optional.ofNullable(evidence);
  }

  @Override
  public void keep(Equivocation found) {
    write(
        () -> {
          if (evidence == null) {
            evidence = found;
          }
        });
  }

  @Override
  public long delivered() {
    return delivered;
  }

  @Override
  public void setDelivered(long height) {
    write(() -> delivered = height);
  }
}
