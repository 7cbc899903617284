package org.epione.ledger.record;

import java.util.HashSet;
import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * A doctor reports the hospital to the system manager (Liu D: "doctors have the right to report
 * these behaviors of the hospital to SM").
 *
 * @param matter names the report
 * @param text commitment to what the doctor writes
 * @param records digests of the contents of 1 to 16 different records of this chain that show it
 */
public record HospitalReportedBody(MatterId matter, Digest text, List<Digest> records)
    implements RecordBody {

  /** Most records that one report names. */
  public static final int MOST_RECORDS = 16;

  private static final String TAG = "epione.hospital-reported";

  /** Checks the number of records. */
  public HospitalReportedBody {
    records = List.copyOf(records);
    if (records.isEmpty()
        || records.size() > MOST_RECORDS
        || new HashSet<>(records).size() != records.size()) {
      throw new IllegalArgumentException("a report names 1 to 16 different records");
    }
  }

  @Override
  public RecordType type() {
    return RecordType.HOSPITAL_REPORTED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    matter.write(to);
    RecordFields.digest(to, text);
    return to.list(records, RecordFields::digest).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static HospitalReportedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new HospitalReportedBody(
                MatterId.read(from),
                RecordFields.digest(from),
                from.list(MOST_RECORDS, RecordFields::digest)));
  }
}
