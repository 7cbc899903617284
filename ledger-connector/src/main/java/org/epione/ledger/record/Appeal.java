package org.epione.ledger.record;

import java.util.Optional;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * What a doctor or a hospital asks the system manager to correct.
 *
 * @param matter names the appeal
 * @param against digest of the content of the REJECTION or REPORT_DECIDED record that lowered the
 *     appellant's score; absent for a request to be readmitted
 * @param text commitment to what the appellant writes
 */
public record Appeal(MatterId matter, Optional<Digest> against, Digest text) {

  byte[] encode(String tag) {
    CanonicalWriter to = CanonicalWriter.of(tag, 1);
    matter.write(to);
    to.optional(against, RecordFields::digest);
    RecordFields.digest(to, text);
    return to.toByteArray();
  }

  static Appeal read(CanonicalReader from) {
    return new Appeal(
        MatterId.read(from), from.optional(RecordFields::digest), RecordFields.digest(from));
  }
}
