package org.epione.ledger.block;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.BlockRules;

/**
 * A block that the hospital signed and asks the cloud to cosign, with what the cloud needs to check
 * it: payload of {@code ledger.propose}.
 *
 * @param header the header
 * @param hospital the hospital's Ed25519 signature over the header, 64 bytes
 * @param records in the order of the tree's leaves
 * @param refused the refused records to which the REJECTION records among {@code records} refer;
 *     they do not go on the chain
 */
public record ProposedBlock(
    BlockHeader header,
    ByteString hospital,
    List<LedgerRecord> records,
    List<LedgerRecord> refused) {

  private static final String TAG = "epione.proposed-block";

  /** Checks the length of the signature. */
  public ProposedBlock {
    KeyLengths.require(hospital, KeyLengths.ED25519_SIGNATURE, "an Ed25519 signature");
    records = List.copyOf(records);
    refused = List.copyOf(refused);
  }

  /** A block that was decided on and is not signed yet: zeros stand where the signature will. */
  public static ProposedBlock unsigned(
      BlockHeader header, List<LedgerRecord> records, List<LedgerRecord> refused) {
    ByteString none = ByteString.of(new byte[KeyLengths.ED25519_SIGNATURE]);
    return new ProposedBlock(header, none, records, refused);
  }

  /** The same with the hospital's signature, 64 bytes. */
  public ProposedBlock signed(ByteString signature) {
    return new ProposedBlock(header, signature, records, refused);
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(header.encode())
        .fixed(hospital.bytes(), KeyLengths.ED25519_SIGNATURE)
        .list(records, (to, record) -> to.bytes(record.encode()))
        .list(refused, (to, record) -> to.bytes(record.encode()))
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static ProposedBlock decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new ProposedBlock(
                BlockHeader.decode(from.bytes(SignedHeader.MAX_LENGTH)),
                ByteString.of(from.fixed(KeyLengths.ED25519_SIGNATURE)),
                records(from),
                records(from)));
  }

  private static List<LedgerRecord> records(CanonicalReader from) {
    return from.list(
        BlockRules.MOST_RECORDS, item -> LedgerRecord.decode(item.bytes(LedgerRecord.MAX_LENGTH)));
  }
}
