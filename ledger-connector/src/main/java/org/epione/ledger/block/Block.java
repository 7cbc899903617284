package org.epione.ledger.block;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.record.LedgerRecord;

/**
 * A final block: signed header and records. Decoding checks the form only, not that header and
 * records belong together.
 *
 * @param signedHeader header and both signatures
 * @param records in the order of the tree's leaves
 */
public record Block(SignedHeader signedHeader, List<LedgerRecord> records) {

  /** Most bytes in an encoding; what databases take as one binary value everywhere. */
  public static final int MAX_LENGTH = 1_000_000;

  /** Most bytes of all records of a block together; leaves room for the header. */
  public static final int MAX_RECORD_BYTES = 900_000;

  static final String TAG = "epione.block";

  /** Copies the list. */
  public Block {
    records = List.copyOf(records);
  }

  /** The final block that a proposal becomes with the cloud's signature. */
  public static Block of(ProposedBlock proposed, ByteString cloudSignature) {
    return new Block(
        new SignedHeader(proposed.header(), proposed.hospital(), cloudSignature),
        proposed.records());
  }

  /** The header. */
  public BlockHeader header() {
    return signedHeader.header();
  }

  /** Names the block. */
  public Digest hash() {
    return header().hash();
  }

  /** The tree over these records. */
  public static MerkleTree tree(List<LedgerRecord> records) {
    return MerkleTree.of(records.stream().map(LedgerRecord::leafHash).toList());
  }

  /** Whether the header's root is that of the tree over the records. */
  public boolean belongsTogether() {
    return tree(records).root().equals(header().root());
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(signedHeader.encode())
        .list(records, (to, record) -> to.bytes(record.encode()))
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static Block decode(byte[] encoded) {
    return EncodedBlock.decode(encoded).block();
  }
}
