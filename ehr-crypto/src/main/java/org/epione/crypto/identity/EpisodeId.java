package org.epione.crypto.identity;

import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;

/** Identifies an episode of treatment; random, so it tells nothing. 16 bytes, immutable. */
public final class EpisodeId extends Identifier {

  private EpisodeId(byte[] bytes) {
    super(bytes, "an episode identifier");
  }

  /**
   * The identifier with this value.
   *
   * @throws MalformedEncodingException unless there are exactly 16 bytes
   */
  public static EpisodeId of(byte[] bytes) {
    return new EpisodeId(bytes);
  }

  /** A new one that nobody has. */
  public static EpisodeId random(RandomSource random) {
    return of(random.bytes(LENGTH));
  }
}
