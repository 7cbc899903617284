package org.epione.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * What is needed of a growing tree to add leaves and know its root: the roots of its complete
 * subtrees, the largest first, one for each one-bit of the size. Immutable.
 *
 * @param size number of leaves
 * @param subtrees their roots
 */
public record TreeFrontier(long size, List<Digest> subtrees) {

  /** Of the tree without leaves. */
  public static final TreeFrontier EMPTY = new TreeFrontier(0, List.of());

  /** Checks that there is one for each one-bit. */
  public TreeFrontier {
    subtrees = List.copyOf(subtrees);
    if (size < 0 || Long.bitCount(size) != subtrees.size()) {
      throw new IllegalArgumentException("no such frontier of a tree");
    }
  }

  /** With a leaf of this hash more, see {@link MerkleTree#leafHash}. */
  public TreeFrontier with(Digest leafHash) {
    List<Digest> next = new ArrayList<>(subtrees);
    Digest last = leafHash;
    for (long bits = size; (bits & 1) == 1; bits >>= 1) {
      last = MerkleTree.node(next.remove(next.size() - 1), last);
    }
    next.add(last);
    return new TreeFrontier(size + 1, next);
  }

  /** The root of the tree, as {@link MerkleTree#root}. */
  public Digest root() {
    if (subtrees.isEmpty()) {
      return Digest.of(new byte[0]);
    }
    Digest root = subtrees.get(subtrees.size() - 1);
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      root = MerkleTree.node(subtrees.get(i), root);
    }
    return root;
  }

  /** Adds it to an encoding: size and hashes. */
  public void write(CanonicalWriter to) {
    to.u64(size).list(subtrees, (each, hash) -> each.fixed(hash.bytes(), Digest.LENGTH));
  }

  /** Reads what {@link #write} wrote. */
  public static TreeFrontier read(CanonicalReader from) {
    return new TreeFrontier(
        from.u64(), from.list(Long.SIZE, each -> Digest.decode(each.fixed(Digest.LENGTH))));
  }
}
