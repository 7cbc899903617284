package org.epione.sharing.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.record.LedgerRecord;

/**
 * {@code sharing.withdrawn}, from the asked hospital to the system manager: the patient withdraws.
 * It is sent at once and counts at once, without waiting for the chain: the signature is the
 * patient's own.
 *
 * @param ledgerRecord the CONSENT_WITHDRAWN record
 */
record WithdrawnMessage(LedgerRecord ledgerRecord) {

  static final String TYPE = "sharing.withdrawn";
  private static final String TAG = "epione.sharing.withdrawn";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1).bytes(ledgerRecord.encode()).toByteArray();
  }

  static WithdrawnMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    LedgerRecord ledgerRecord = LedgerRecord.decode(in.bytes(LedgerRecord.MAX_LENGTH));
    return in.end(() -> new WithdrawnMessage(ledgerRecord));
  }
}
