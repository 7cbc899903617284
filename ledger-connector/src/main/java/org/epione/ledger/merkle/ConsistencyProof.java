package org.epione.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * Shows that a tree begins with all leaves of a smaller one, of both of which only the roots are
 * known: nothing was removed, changed or put in between (RFC 6962 section 2.1.2; checked as in RFC
 * 9162 section 2.1.4.2).
 *
 * @param oldSize number of leaves of the smaller tree
 * @param newSize number of leaves of the larger tree, not below that
 * @param path hashes from which both roots are computed; none if the sizes are equal or the smaller
 *     tree is empty
 */
public record ConsistencyProof(long oldSize, long newSize, List<Digest> path) {

  /** Longest encoding in bytes. */
  public static final int MAX_LENGTH = 4096;

  private static final String TAG = "epione.consistency-proof";

  /** Checks the sizes. */
  public ConsistencyProof {
    path = List.copyOf(path);
    if (oldSize < 0 || oldSize > newSize || path.size() > 1 + InclusionProof.MAX_PATH) {
      throw new IllegalArgumentException("no such consistency proof");
    }
  }

  /** Whether the trees with these roots are of these sizes and the larger begins with the other. */
  public boolean proves(Digest oldRoot, Digest newRoot) {
    if (oldSize == 0) {
      return path.isEmpty() && oldRoot.equals(Digest.of(new byte[0]));
    }
    if (oldSize == newSize) {
      return path.isEmpty() && oldRoot.equals(newRoot);
    }
    return !path.isEmpty() && computes(oldRoot, newRoot);
  }

  private boolean computes(Digest oldRoot, Digest newRoot) {
    List<Digest> hashes = new ArrayList<>(path);
    if (Long.bitCount(oldSize) == 1) {
      hashes.add(0, oldRoot);
    }
    int shared = Long.numberOfTrailingZeros(~(oldSize - 1));
    long node = (oldSize - 1) >> shared;
    long last = (newSize - 1) >> shared;
    Digest older = hashes.get(0);
    Digest newer = hashes.get(0);
    for (Digest hash : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        older = MerkleTree.node(hash, older);
        newer = MerkleTree.node(hash, newer);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        newer = MerkleTree.node(newer, hash);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && older.equals(oldRoot) && newer.equals(newRoot);
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .u64(oldSize)
        .u64(newSize)
        .list(path, (to, hash) -> to.fixed(hash.bytes(), Digest.LENGTH))
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static ConsistencyProof decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new ConsistencyProof(
                from.u64(),
                from.u64(),
                from.list(
                    1 + InclusionProof.MAX_PATH,
                    item -> Digest.decode(item.fixed(Digest.LENGTH)))));
  }
}
