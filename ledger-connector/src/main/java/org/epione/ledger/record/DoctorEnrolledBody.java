package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.identity.DoctorCertificate;

/**
 * The hospital enrols a doctor, who from now on is a delegate with credit.
 *
 * @param certificate the doctor's keys, signed by the hospital
 */
public record DoctorEnrolledBody(DoctorCertificate certificate) implements RecordBody {

  private static final String TAG = "epione.doctor-enrolled";

  @Override
  public RecordType type() {
    return RecordType.DOCTOR_ENROLLED;
  }

  @Override
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).bytes(certificate.encode()).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static DoctorEnrolledBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new DoctorEnrolledBody(
                DoctorCertificate.decode(from.bytes(DoctorCertificate.MAX_LENGTH))));
  }
}
