package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;

/**
 * A doctor appeals against a rejection, or, when expelled, asks to be readmitted.
 *
 * @param appeal what it is about
 */
public record DoctorAppealedBody(Appeal appeal) implements RecordBody {

  private static final String TAG = "epione.doctor-appealed";

  @Override
  public RecordType type() {
    return RecordType.DOCTOR_APPEALED;
  }

  @Override
  public byte[] encode() {
    return appeal.encode(TAG);
  }

  /** Reads what {@link #encode} wrote. */
  public static DoctorAppealedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG, 1, encoded, from -> new DoctorAppealedBody(Appeal.read(from)));
  }
}
