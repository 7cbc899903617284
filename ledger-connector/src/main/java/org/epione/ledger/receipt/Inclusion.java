package org.epione.ledger.receipt;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.signature.Ed25519;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.merkle.InclusionProof;
import org.epione.ledger.record.LedgerRecord;

/**
 * Where a record stands on a chain, provable to anyone who has the certificates of both supernodes
 * and nothing else.
 *
 * @param block header of its block with both signatures
 * @param proof that the record is under the header's root
 */
public record Inclusion(SignedHeader block, InclusionProof proof) {

  private static final String TAG = "epione.inclusion";
  private static final int MAX_PROOF = 4096;

  /** Position of the record within its block, from 0. */
  public int index() {
    return Math.toIntExact(proof.index());
  }

  /** Height of its block. */
  public long height() {
    return block.header().height();
  }

  /** Whether {@code record} stands on the chain of {@code hospital}, signed by both. */
  public boolean proves(
      Ed25519 ed25519, LedgerRecord record, PartyCertificate hospital, PartyCertificate cloud) {
    BlockHeader header = block.header();
    return header.chain().equals(hospital.pid())
        && header.chain().equals(record.chain())
        && proof.size() == header.recordCount()
        && proof.proves(record.leafHash(), header.root())
        && SignedHeader.signedBy(ed25519, hospital, header, block.hospital())
        && SignedHeader.signedBy(ed25519, cloud, header, block.cloud());
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).bytes(block.encode()).bytes(proof.encode()).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static Inclusion decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new Inclusion(
                SignedHeader.decode(from.bytes(SignedHeader.MAX_LENGTH)),
                InclusionProof.decode(from.bytes(MAX_PROOF))));
  }
}
