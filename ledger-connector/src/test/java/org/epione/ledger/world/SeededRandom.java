package org.epione.ledger.world;

import java.util.Arrays;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.transcript.Digest;

/** The same bytes in every run. */
public final class SeededRandom implements RandomSource {

  private final String seed;
  private long counter;

  public SeededRandom(String seed) {
    this.seed = seed;
  }

  @Override
  public synchronized byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int at = 0; at < length; at += Digest.LENGTH) {
      byte[] block =
          Digest.of(CanonicalWriter.of("test.random", 1).text(seed).u64(counter++).toByteArray())
              .bytes();
      System.arraycopy(block, 0, bytes, at, Math.min(Digest.LENGTH, length - at));
    }
    return Arrays.copyOf(bytes, length);
  }
}
