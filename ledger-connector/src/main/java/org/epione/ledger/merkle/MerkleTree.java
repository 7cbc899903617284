package org.epione.ledger.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.epione.crypto.transcript.Digest;

/**
 * A Merkle tree as in RFC 6962 section 2.1, with SHA-256: leaves are hashed with 0x00 in front,
 * inner nodes with 0x01, so that neither passes for the other; the left part is the largest power
 * of two below the size. Immutable.
 */
public final class MerkleTree {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final List<Digest> leaves;

  private MerkleTree(List<Digest> leaves) {
    this.leaves = List.copyOf(leaves);
  }

  /** The tree over these leaf hashes, see {@link #leafHash}. */
  public static MerkleTree of(List<Digest> leafHashes) {
    return new MerkleTree(leafHashes);
  }

  /** Hash of a leaf with this content. */
  public static Digest leafHash(byte[] content) {
    return Digest.ofConcatenation(LEAF, content);
  }

  /** The root; of the empty tree it is the hash of nothing. */
  public Digest root() {
    return leaves.isEmpty() ? Digest.of(new byte[0]) : root(leaves);
  }

  /**
   * Proof that the leaf at {@code index} is in this tree.
   *
   * @throws IndexOutOfBoundsException if there is no such leaf
   */
  public InclusionProof proof(int index) {
    if (index < 0 || index >= leaves.size()) {
      throw new IndexOutOfBoundsException(index);
    }
    List<Digest> path = new ArrayList<>();
    List<Digest> part = leaves;
    int at = index;
    while (part.size() > 1) {
      int left = Integer.highestOneBit(part.size() - 1);
      List<Digest> first = part.subList(0, left);
      List<Digest> second = part.subList(left, part.size());
      if (at < left) {
        path.add(root(second));
        part = first;
      } else {
        path.add(root(first));
        part = second;
        at -= left;
      }
    }
    Collections.reverse(path);
    return new InclusionProof(index, leaves.size(), path);
  }

  static Digest node(Digest left, Digest right) {
    return Digest.ofConcatenation(NODE, left.bytes(), right.bytes());
  }

  private static Digest root(List<Digest> part) {
    if (part.size() == 1) {
      return part.get(0);
    }
    int left = Integer.highestOneBit(part.size() - 1);
    return node(root(part.subList(0, left)), root(part.subList(left, part.size())));
  }
}
