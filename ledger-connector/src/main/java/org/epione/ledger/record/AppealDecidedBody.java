package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * The system manager has decided an appeal. Granted against a record, the points that it took are
 * given back; a granted request for readmission ends expulsion or suspension.
 *
 * @param matter the appeal
 * @param granted whether the appellant is right
 * @param reason commitment to the reason
 */
public record AppealDecidedBody(MatterId matter, boolean granted, Digest reason)
    implements RecordBody {

  private static final String TAG = "epione.appeal-decided";

  @Override
  public RecordType type() {
    return RecordType.APPEAL_DECIDED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    matter.write(to);
    to.u8(granted ? 1 : 0);
    RecordFields.digest(to, reason);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static AppealDecidedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new AppealDecidedBody(
                MatterId.read(from), RecordFields.flag(from), RecordFields.digest(from)));
  }
}
