package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.identity.DoctorCertificate;

/**
 * A doctor signs with another key from the next record on, under a new certificate of her hospital.
 * The record is signed with the key before, so that neither the hospital alone nor whoever has that
 * key alone can put another in its place. Her pseudo-identity, credit and receiving key stay.
 *
 * @param certificate the doctor's keys from now on, signed by the hospital
 */
public record DoctorKeyChangedBody(DoctorCertificate certificate) implements RecordBody {

  private static final String TAG = "epione.doctor-key-changed";

  @Override
  public RecordType type() {
    return RecordType.DOCTOR_KEY_CHANGED;
  }

  @Override
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).bytes(certificate.encode()).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static DoctorKeyChangedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new DoctorKeyChangedBody(
                DoctorCertificate.decode(from.bytes(DoctorCertificate.MAX_LENGTH))));
  }
}
