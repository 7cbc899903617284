package org.epione.ledger.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.epione.crypto.transcript.Digest;

/**
 * A Merkle tree as in RFC 6962 section 2.1, with SHA-256: leaves are hashed with 0x00 in front,
 * inner nodes with 0x01, so that neither passes for the other; the left part is the largest power
 * of two below the size. Immutable, as long as the hashes it was made from are.
 */
public final class MerkleTree {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final long size;
  private final SubtreeHashes subtrees;

  private MerkleTree(long size, SubtreeHashes subtrees) {
    this.size = size;
    this.subtrees = subtrees;
  }

  /** The tree over these leaf hashes, see {@link #leafHash}. */
  public static MerkleTree of(List<Digest> leafHashes) {
    List<List<Digest>> complete = complete(List.copyOf(leafHashes));
    return new MerkleTree(
        leafHashes.size(), (level, index) -> complete.get(level).get(Math.toIntExact(index)));
  }

  /**
   * The tree over the first {@code size} leaves; asks for about one hash for each bit of the size
   * and each proof.
   */
  public static MerkleTree of(long size, SubtreeHashes subtrees) {
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no negative size");
    }
    return new MerkleTree(size, subtrees);
  }

  /** Hash of a leaf with this content. */
  public static Digest leafHash(byte[] content) {
    return Digest.ofConcatenation(LEAF, content);
  }

  /** Number of leaves. */
  public long size() {
    return size;
  }

  /** The root; of the empty tree it is the hash of nothing. */
  public Digest root() {
    return size == 0 ? Digest.of(new byte[0]) : hash(0, size);
  }

  /**
   * Proof that the leaf at {@code index} is in this tree (RFC 6962 section 2.1.1).
   *
   * @throws IndexOutOfBoundsException if there is no such leaf
   */
  public InclusionProof proof(long index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("no leaf " + index + " of " + size);
    }
    List<Digest> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + leftWidth(to - from);
      if (index < middle) {
        path.add(hash(middle, to));
        to = middle;
      } else {
        path.add(hash(from, middle));
        from = middle;
      }
    }
    Collections.reverse(path);
    return new InclusionProof(index, size, path);
  }

  /**
   * Proof that this tree begins with the tree of {@code oldSize} leaves (RFC 6962 section 2.1.2).
   *
   * @throws IndexOutOfBoundsException if this tree is smaller than that
   */
  public ConsistencyProof consistencyProof(long oldSize) {
    if (oldSize < 0 || oldSize > size) {
      throw new IndexOutOfBoundsException("no tree of " + oldSize + " within " + size);
    }
    List<Digest> path = new ArrayList<>();
    if (oldSize > 0 && oldSize < size) {
      long from = 0;
      long to = size;
      while (to != oldSize) {
        long middle = from + leftWidth(to - from);
        if (oldSize <= middle) {
          path.add(hash(middle, to));
          to = middle;
        } else {
          path.add(hash(from, middle));
          from = middle;
        }
      }
      if (from != 0) {
        path.add(hash(from, to));
      }
    }
    Collections.reverse(path);
    return new ConsistencyProof(oldSize, size, path);
  }

  static Digest node(Digest left, Digest right) {
    return Digest.ofConcatenation(NODE, left.bytes(), right.bytes());
  }

  private Digest hash(long from, long to) {
    long width = to - from;
    if (Long.bitCount(width) == 1) {
      return subtrees.hash(Long.numberOfTrailingZeros(width), from / width);
    }
    long middle = from + leftWidth(width);
    return node(hash(from, middle), hash(middle, to));
  }

  private static long leftWidth(long width) {
    return Long.highestOneBit(width - 1);
  }

  /** Of each level the complete subtrees, so that each is hashed once for all proofs. */
  private static List<List<Digest>> complete(List<Digest> leaves) {
    List<List<Digest>> levels = new ArrayList<>();
    List<Digest> level = leaves;
    while (!level.isEmpty()) {
      levels.add(level);
      List<Digest> above = new ArrayList<>(level.size() / 2);
      for (int i = 1; i < level.size(); i += 2) {
        above.add(node(level.get(i - 1), level.get(i)));
      }
      level = above;
    }
    return levels;
  }
}
