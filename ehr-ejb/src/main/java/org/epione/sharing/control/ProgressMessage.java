package org.epione.sharing.control;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.record.RequestId;

/**
 * {@code sharing.progress}, from the asked hospital to the asking one: where a request stands.
 * Against {@link IssuedMessage} and {@link DeniedMessage}, which are the system manager's word.
 */
record ProgressMessage(RequestId request, Step step) {

  static final String TYPE = "sharing.progress";
  private static final String TAG = "epione.sharing.progress";

  /** Where a request stands at the asked hospital; the byte in the encoding is the ordinal. */
  enum Step {
    /** There is no such record for this doctor; why is not told, so that nobody can probe. */
    UNAVAILABLE,
    /** On the chain, and waiting for the patient. */
    WITH_PATIENT,
    /** The patient refused; on the chain. */
    REFUSED_BY_PATIENT,
    /** The patient consented; on the chain, and with the system manager. */
    CONSENTED,
    /** The patient withdrew a consent. */
    WITHDRAWN,
    /** As CONSENTED; the patient had allowed it beforehand. */
    CONSENTED_AHEAD,
    /** The patient was forgotten: nobody can read the record any more. */
    FORGOTTEN
  }

  /** The code of a step is its place here; new ones are added at the end. */
  private static final List<Step> CODES =
      List.of(
          Step.UNAVAILABLE,
          Step.WITH_PATIENT,
          Step.REFUSED_BY_PATIENT,
          Step.CONSENTED,
          Step.WITHDRAWN,
          Step.CONSENTED_AHEAD,
          Step.FORGOTTEN);

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(request.value().bytes(), RequestId.LENGTH)
        .u8(CODES.indexOf(step))
        .toByteArray();
  }

  static ProgressMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RequestId request = new RequestId(ByteString.of(in.fixed(RequestId.LENGTH)));
    int step = in.u8();
    return in.end(() -> new ProgressMessage(request, stepOf(step)));
  }

  private static Step stepOf(int code) {
    if (code >= CODES.size()) {
      throw new IllegalArgumentException("unknown step");
    }
    return CODES.get(code);
  }
}
