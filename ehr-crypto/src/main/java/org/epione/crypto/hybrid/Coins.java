package org.epione.crypto.hybrid;

import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.transcript.Hkdf;

/**
 * All randomness of one encapsulation, derived from a seed: draw number i is HKDF(seed, info {@code
 * header("epione.fo.coins", 1) digest(context) u32(i)}) of the length asked for. Whoever knows the
 * seed repeats the encapsulation exactly. Keeps a copy of the seed, wiped when closed. For one
 * thread.
 */
final class Coins implements RandomSource, AutoCloseable {

  private final SecretBytes seed;
  private final Digest context;
  private long draws;

  Coins(SecretBytes seed, Digest context) {
    this.seed = seed.copy();
    this.context = context;
  }

  @Override
  public byte[] bytes(int length) {
    byte[] info =
        CanonicalWriter.of("epione.fo.coins", 1)
            .fixed(context.bytes(), Digest.LENGTH)
            .u32(draws++)
            .toByteArray();
    try (SecretBytes drawn = Hkdf.derive(seed, DomainTag.FO_COINS, info, length)) {
      return drawn.reveal(SecretAccess.token());
    }
  }

  @Override
  public void close() {
    seed.close();
  }

  @Override
  public String toString() {
    return "Coins";
  }
}
