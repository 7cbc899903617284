package org.epione.sharing.control;

import java.util.Optional;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;

/**
 * {@code sharing.read}, from the reading doctor's hospital to the system manager: she wants to read
 * now.
 *
 * @param ledgerRecord the RECORD_READ record
 * @param inclusion that it is on the chain; empty where the chain did not take it or the hospital
 *     knows that the grant is over, so that the refusal can be recorded
 */
record ReadMessage(LedgerRecord ledgerRecord, Optional<Inclusion> inclusion) {

  static final String TYPE = "sharing.read";
  private static final String TAG = "epione.sharing.read";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(ledgerRecord.encode())
        .optional(inclusion, (out, each) -> out.bytes(each.encode()))
        .toByteArray();
  }

  static ReadMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    LedgerRecord ledgerRecord = LedgerRecord.decode(in.bytes(LedgerRecord.MAX_LENGTH));
    Optional<Inclusion> inclusion =
        in.optional(each -> Inclusion.decode(each.bytes(OnChain.MAX_INCLUSION)));
    return in.end(() -> new ReadMessage(ledgerRecord, inclusion));
  }
}
