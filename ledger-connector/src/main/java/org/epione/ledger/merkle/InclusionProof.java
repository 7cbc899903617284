package org.epione.ledger.merkle;

import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * Shows that a leaf is in a tree of which only the root is known (RFC 6962 section 2.1.1; checked
 * as in RFC 9162 section 2.1.3.2).
 *
 * @param index of the leaf, from 0
 * @param size number of leaves of the tree
 * @param path the sibling hashes from the leaf up to below the root
 */
public record InclusionProof(long index, long size, List<Digest> path) {

  /** More siblings than any tree has whose size fits 63 bits. */
  public static final int MAX_PATH = 64;

  private static final String TAG = "epione.inclusion-proof";

  /** Checks that the index is within the tree. */
  public InclusionProof {
    path = List.copyOf(path);
    if (index < 0 || index >= size || path.size() > MAX_PATH) {
      throw new IllegalArgumentException("no such inclusion proof");
    }
  }

  /** Whether the leaf with this hash is at {@code index} of the tree with this root. */
  public boolean proves(Digest leafHash, Digest root) {
    long node = index;
    long last = size - 1;
    Digest hash = leafHash;
    for (Digest sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = MerkleTree.node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = MerkleTree.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .u64(index)
        .u64(size)
        .list(path, (to, hash) -> to.fixed(hash.bytes(), Digest.LENGTH))
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static InclusionProof decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new InclusionProof(
                from.u64(),
                from.u64(),
                from.list(MAX_PATH, item -> Digest.decode(item.fixed(Digest.LENGTH)))));
  }
}
