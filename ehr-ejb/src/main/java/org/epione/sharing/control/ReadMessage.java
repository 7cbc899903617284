package org.epione.sharing.control;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code sharing.read}, from the reading doctor's hospital to the system manager: she wants to read
 * now.
 *
 * @param ledgerRecord the encoded RECORD_READ record
 * @param receipt that it is on the chain; empty where the chain did not take it or the hospital
 *     knows that the grant is over, so that the refusal can be recorded
 */
record ReadMessage(ByteString ledgerRecord, Optional<ByteString> receipt) {

  static final String TYPE = "sharing.read";
  private static final String TAG = "epione.sharing.read";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(ledgerRecord.bytes())
        .optional(receipt, (out, each) -> out.bytes(each.bytes()))
        .toByteArray();
  }

  static ReadMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString ledgerRecord = ByteString.of(in.bytes(OnChain.MAX_RECORD));
    Optional<ByteString> receipt =
        in.optional(each -> ByteString.of(each.bytes(OnChain.MAX_RECEIPT)));
    return in.end(() -> new ReadMessage(ledgerRecord, receipt));
  }
}
