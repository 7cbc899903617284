package org.epione.cloud.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.ledger.record.LedgerRecord;

/**
 * {@code cloud.store}, hospital to cloud: keep this ciphertext, which this diagnosis record is
 * about. Answered by {@code cloud.stored} ({@link StoreReceipt}) or {@code cloud.refused} ({@link
 * StoreRefusal}).
 *
 * @param record encoded and signed DIAGNOSIS record, not yet on the chain
 * @param ciphertext encoded SCOPED ciphertext
 */
public record StoreRequest(ByteString record, ByteString ciphertext) {

  public static final String TYPE = "cloud.store";

  /** Longest ciphertext in bytes; a cloud may allow less. */
  public static final int MAX_CIPHERTEXT = ScopedCiphertext.MAX_PAYLOAD + 1024;

  private static final String TAG = "epione.cloud.store";

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).bytes(record.bytes()).bytes(ciphertext.bytes()).toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static StoreRequest decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString record = ByteString.of(in.bytes(LedgerRecord.MAX_LENGTH));
    ByteString ciphertext = ByteString.of(in.bytes(MAX_CIPHERTEXT));
    return in.end(() -> new StoreRequest(record, ciphertext));
  }
}
