package org.epione.sharing.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.record.LedgerRecord;

/**
 * {@code sharing.request}, from the asking hospital to the asked one: a doctor's signed request,
 * and how her hospital calls her. Names are not on the chain; the hospital answers for them with
 * the envelope's signature.
 *
 * @param ledgerRecord the ACCESS_REQUESTED record
 * @param doctorName as her hospital shows it
 * @param specialty as her hospital shows it, may be empty
 */
record AskMessage(LedgerRecord ledgerRecord, String doctorName, String specialty) {

  static final String TYPE = "sharing.request";
  static final int MAX_NAME = 256;
  private static final String TAG = "epione.sharing.request";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(ledgerRecord.encode())
        .text(doctorName)
        .text(specialty)
        .toByteArray();
  }

  static AskMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    LedgerRecord ledgerRecord = LedgerRecord.decode(in.bytes(LedgerRecord.MAX_LENGTH));
    String doctorName = in.text(MAX_NAME);
    String specialty = in.text(MAX_NAME);
    return in.end(() -> new AskMessage(ledgerRecord, doctorName, specialty));
  }
}
