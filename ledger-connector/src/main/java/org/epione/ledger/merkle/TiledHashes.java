package org.epione.ledger.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epione.crypto.transcript.Digest;

/**
 * The hashes of a growing tree in tiles of up to 256, as C2SP tlog-tiles has them: tile n of level
 * l holds the hashes over 256^l leaves each, from number 256 n on. Only complete tiles are hashed
 * into the level above. An append touches one tile of each level, whatever the size of the tree.
 */
public final class TiledHashes implements SubtreeHashes {

  /** Number of hashes of a complete tile. */
  public static final int WIDTH = 256;

  /** A tile is a complete subtree of this height. */
  private static final int HEIGHT = 8;

  private final TileStore store;

  /** The tiles of this store. */
  public TiledHashes(TileStore store) {
    this.store = store;
  }

  /** Adds leaves behind the first {@code size}. */
  public void append(long size, List<Digest> leafHashes) {
    append(0, size, leafHashes);
  }

  private void append(int level, long count, List<Digest> hashes) {
    List<Digest> above = new ArrayList<>();
    long next = count;
    int done = 0;
    while (done < hashes.size()) {
      long number = next / WIDTH;
      int present = (int) (next % WIDTH);
      int added = Math.min(WIDTH - present, hashes.size() - done);
      byte[] tile =
          Arrays.copyOf(
              present == 0 ? new byte[0] : existing(level, number, present),
              (present + added) * Digest.LENGTH);
      for (int i = 0; i < added; i++) {
        System.arraycopy(
            hashes.get(done + i).bytes(), 0, tile, (present + i) * Digest.LENGTH, Digest.LENGTH);
      }
      store.put(level, number, tile);
      if (present + added == WIDTH) {
        above.add(within(tile, HEIGHT, 0));
      }
      next += added;
      done += added;
    }
    if (!above.isEmpty()) {
      append(level + 1, count / WIDTH, above);
    }
  }

  @Override
  public Digest hash(int level, long index) {
    int tileLevel = level / HEIGHT;
    int height = level % HEIGHT;
    long first = index << height;
    int offset = (int) (first % WIDTH);
    byte[] tile = existing(tileLevel, first / WIDTH, offset + (1 << height));
    return within(tile, height, offset);
  }

  private byte[] existing(int level, long number, int width) {
    byte[] tile =
        store
            .tile(level, number)
            .orElseThrow(
                () -> new IllegalStateException("no tile " + number + " at level " + level));
    if (tile.length < width * Digest.LENGTH) {
      throw new IllegalStateException("tile " + number + " at level " + level + " is too short");
    }
    return Arrays.copyOf(tile, width * Digest.LENGTH);
  }

  private static Digest within(byte[] tile, int height, int offset) {
    if (height == 0) {
      int at = offset * Digest.LENGTH;
      return Digest.decode(Arrays.copyOfRange(tile, at, at + Digest.LENGTH));
    }
    int half = 1 << (height - 1);
    return MerkleTree.node(
        within(tile, height - 1, offset), within(tile, height - 1, offset + half));
  }
}
