package org.epione.supervision.control;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.record.HospitalReportedBody;

/**
 * {@code supervision.lodged}, from the hospital to the system manager: a report or appeal that is
 * final on the chain.
 *
 * @param filed its record
 * @param named the records that it names, in its order
 * @param sealedText what was written, sealed to the system manager
 */
record LodgedMessage(Proven filed, List<Proven> named, ByteString sealedText) {

  static final String TYPE = "supervision.lodged";
  private static final String TAG = "epione.supervision.lodged";

  LodgedMessage {
    named = List.copyOf(named);
  }

  byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    Proven.write(to, filed);
    return to.list(named, Proven::write).bytes(sealedText.bytes()).toByteArray();
  }

  static LodgedMessage decode(byte[] encoded) {
    CanonicalReader from = CanonicalReader.of(TAG, 1, encoded);
    Proven filed = Proven.read(from);
    List<Proven> named = from.list(HospitalReportedBody.MOST_RECORDS, Proven::read);
    ByteString text = ByteString.of(from.bytes(SealedTexts.MAX_LENGTH));
    return from.end(() -> new LodgedMessage(filed, named, text));
  }
}
