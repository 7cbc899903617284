package org.epione.ledger.block;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.BlockRules;

/**
 * A block whose records are not decoded yet, so that a verifier can say which of them is damaged.
 *
 * @param signedHeader header and both signatures
 * @param records the encoded records in order
 */
public record EncodedBlock(SignedHeader signedHeader, List<ByteString> records) {

  /** Reads what {@link Block#encode} wrote, down to the records. */
  public static EncodedBlock decode(byte[] encoded) {
    return CanonicalReader.decode(
        Block.TAG,
        1,
        encoded,
        from ->
            new EncodedBlock(
                SignedHeader.decode(from.bytes(SignedHeader.MAX_LENGTH)),
                from.list(
                    BlockRules.MOST_RECORDS,
                    item -> ByteString.of(item.bytes(LedgerRecord.MAX_LENGTH)))));
  }

  /** The block with its records decoded. */
  public Block block() {
    return new Block(
        signedHeader,
        records.stream().map(encoded -> LedgerRecord.decode(encoded.bytes())).toList());
  }
}
