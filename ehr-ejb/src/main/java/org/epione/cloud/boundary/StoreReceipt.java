package org.epione.cloud.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.record.LedgerRecord;

/**
 * {@code cloud.stored}, cloud to hospital: the ciphertext is on disk.
 *
 * @param record the STORED record, signed by the cloud, for the hospital to put on the chain
 */
public record StoreReceipt(ByteString record) {

  public static final String TYPE = "cloud.stored";
  private static final String TAG = "epione.cloud.stored";

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).bytes(record.bytes()).toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static StoreReceipt decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString record = ByteString.of(in.bytes(LedgerRecord.MAX_LENGTH));
    return in.end(() -> new StoreReceipt(record));
  }
}
