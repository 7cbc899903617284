package org.epione.sharing.control;

import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.record.LedgerRecord;

/**
 * {@code sharing.requests}, from the asking hospital to the asked one: the requests that a doctor
 * signed in one act, see {@link Bundles}. As {@link AskMessage}, which it stands for so many times.
 *
 * @param requests 1 to {@value Bundles#MOST_RECORDS} ACCESS_REQUESTED records
 * @param doctorName as her hospital shows it
 * @param specialty as her hospital shows it, may be empty
 */
record AskTogetherMessage(List<LedgerRecord> requests, String doctorName, String specialty) {

  static final String TYPE = "sharing.requests";
  private static final String TAG = "epione.sharing.requests";

  AskTogetherMessage {
    requests = List.copyOf(requests);
    Bundles.requireOneAct(requests);
  }

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .list(requests, (out, each) -> out.bytes(each.encode()))
        .text(doctorName)
        .text(specialty)
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
                in.text(AskMessage.MAX_NAME)));
  }
}
