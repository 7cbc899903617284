package org.epione.crypto.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.epione.crypto.transcript.Digest;

/** The same bytes in every run, from a seed; for tests only. */
public final class DeterministicRandomSource implements RandomSource {

  private final byte[] seed;
  private long counter;

  /** Another seed gives other bytes. */
  public DeterministicRandomSource(String seed) {
    this.seed = seed.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public synchronized byte[] bytes(int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      byte[] count = ByteBuffer.allocate(Long.BYTES).putLong(counter++).array();
      byte[] block = Digest.ofConcatenation(count, seed).bytes();
      bytes.put(block, 0, Math.min(block.length, bytes.remaining()));
    }
    return bytes.array();
  }
}
