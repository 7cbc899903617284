package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;

/**
 * The hospital appeals against an upheld report, or, when suspended, asks to be readmitted.
 *
 * @param appeal what it is about
 */
public record HospitalAppealedBody(Appeal appeal) implements RecordBody {

  private static final String TAG = "epione.hospital-appealed";

  @Override
  public RecordType type() {
    return RecordType.HOSPITAL_APPEALED;
  }

  @Override
  public byte[] encode() {
    return appeal.encode(TAG);
  }

  /** Reads what {@link #encode} wrote. */
  public static HospitalAppealedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG, 1, encoded, from -> new HospitalAppealedBody(Appeal.read(from)));
  }
}
