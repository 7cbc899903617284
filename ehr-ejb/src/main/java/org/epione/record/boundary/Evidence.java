package org.epione.record.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.record.EpisodeOpenedBody;

/**
 * Evidence X of a diagnosis record (protocols 7): sealed to the hospital, it shows that the doctor
 * who submits was given this episode's token alpha, and ties the pseudo-identities on the chain to
 * identities that the hospital alone can read.
 *
 * @param alpha the episode's token, 32 bytes
 * @param patient ID_p, the patient's identity at the hospital
 * @param hospital PID_h
 * @param doctor ID_D, the submitting doctor's identity at the hospital
 */
public record Evidence(
    ByteString alpha, ByteString patient, ByteString hospital, ByteString doctor) {

  /** Length of alpha in bytes. */
  public static final int ALPHA = EpisodeOpenedBody.ALPHA_LENGTH;

  /** Longest encoding in bytes. */
  public static final int MAX_ENCODED = 1024;

  private static final String TAG = "epione.evidence";
  private static final int MAX_IDENTITY = 256;

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(alpha.bytes(), ALPHA)
        .bytes(patient.bytes())
        .bytes(hospital.bytes())
        .bytes(doctor.bytes())
        .toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static Evidence decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString alpha = ByteString.of(in.fixed(ALPHA));
    ByteString patient = ByteString.of(in.bytes(MAX_IDENTITY));
    ByteString hospital = ByteString.of(in.bytes(MAX_IDENTITY));
    ByteString doctor = ByteString.of(in.bytes(MAX_IDENTITY));
    return in.end(() -> new Evidence(alpha, patient, hospital, doctor));
  }

  /** HPKE info of the sealed evidence. */
  public static byte[] sealingInfo() {
    return CanonicalWriter.of("epione.evidence.seal", 1).toByteArray();
  }

  /** Never the identities. */
  @Override
  public String toString() {
    return "Evidence";
  }
}
