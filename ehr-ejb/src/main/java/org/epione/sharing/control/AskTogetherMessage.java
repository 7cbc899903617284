package org.epione.sharing.control;

import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.record.LedgerRecord;
import org.epione.team.boundary.SymptomCode;

/**
 * {@code sharing.requests}, from the asking hospital to the asked one: the requests that a doctor
 * signed in one act, see {@link Bundles}. As {@link AskMessage}, which it stands for so many times.
 *
 * @param requests 1 to {@value Bundles#MOST_RECORDS} ACCESS_REQUESTED records
 * @param doctorName as her hospital shows it
 * @param specialty as her hospital shows it, may be empty
 * @param further whether the patient is asked for further records, and for which: those with this
 *     symptom code, or all where it is empty
 */
record AskTogetherMessage(
    List<LedgerRecord> requests, String doctorName, String specialty, Optional<String> further) {

  static final String TYPE = "sharing.requests";
  private static final String TAG = "epione.sharing.requests";

  AskTogetherMessage {
    requests = List.copyOf(requests);
    Bundles.requireOneAct(requests);
    if (further.filter(code -> !code.isEmpty() && !SymptomCode.isCode(code)).isPresent()) {
      throw new MalformedEncodingException(TAG + ": no symptom code");
    }
  }

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .list(requests, (out, each) -> out.bytes(each.encode()))
        .text(doctorName)
        .text(specialty)
        .optional(further, CanonicalWriter::text)
        .toByteArray();
  }

  static AskTogetherMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new AskTogetherMessage(
                in.list(
                    Bundles.MOST_RECORDS,
                    from -> LedgerRecord.decode(from.bytes(LedgerRecord.MAX_LENGTH))),
                in.text(AskMessage.MAX_NAME),
                in.text(AskMessage.MAX_NAME),
                in.optional(from -> from.text(SymptomCode.MAX_LENGTH))));
  }
}
