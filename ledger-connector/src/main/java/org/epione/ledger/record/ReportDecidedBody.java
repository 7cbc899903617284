package org.epione.ledger.record;

import java.util.Optional;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.rules.Severity;

/**
 * The system manager has examined a report.
 *
 * @param matter the report
 * @param severity how serious what it found is; absent if the report is dismissed
 * @param reason commitment to the reason
 */
public record ReportDecidedBody(MatterId matter, Optional<Severity> severity, Digest reason)
    implements RecordBody {

  private static final String TAG = "epione.report-decided";

  @Override
  public RecordType type() {
    return RecordType.REPORT_DECIDED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    matter.write(to);
    to.optional(severity, (writer, value) -> writer.u8(value.code()));
    RecordFields.digest(to, reason);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static ReportDecidedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new ReportDecidedBody(
                MatterId.read(from),
                from.optional(value -> Severity.of(value.u8())),
                RecordFields.digest(from)));
  }
}
