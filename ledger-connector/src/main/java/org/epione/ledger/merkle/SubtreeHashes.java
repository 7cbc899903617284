package org.epione.ledger.merkle;

import org.epione.crypto.transcript.Digest;

/** Where a tree's hashes come from: a list in memory, or stored {@link TiledHashes}. */
@FunctionalInterface
public interface SubtreeHashes {

  /**
   * The hash over the 2^{@code level} leaves from number {@code index} 2^{@code level} on, all of
   * which exist; a leaf's hash at level 0.
   */
  Digest hash(int level, long index);
}
