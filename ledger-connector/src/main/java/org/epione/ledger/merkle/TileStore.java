package org.epione.ledger.merkle;

import java.util.Optional;

/** Where {@link TiledHashes} are kept. */
public interface TileStore {

  /**
   * The hashes of the tile with this number at this level, 32 bytes each, as many as were put last.
   */
  Optional<byte[]> tile(int level, long number);

  /** Puts a tile that did not exist, or that was shorter; its first hashes are the same. */
  void put(int level, long number, byte[] hashes);
}
