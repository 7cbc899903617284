package org.epione.ledger.identity;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * A hospital's statement, signed with Ed25519, that a doctor's keys belong to a pseudo-identity. A
 * decoded certificate has the right form, no more: whether the signature and the proof of
 * possession hold is decided where it is used.
 *
 * @param identity what is certified
 * @param signature the hospital's Ed25519 signature over {@link DoctorIdentity#toSign}, 64 bytes
 */
public record DoctorCertificate(DoctorIdentity identity, ByteString signature) {

  /** Most bytes in an encoding. */
  public static final int MAX_LENGTH = 1024;

  private static final String TAG = "epione.doctor-certificate";

  /** Checks the length of the signature. */
  public DoctorCertificate {
    KeyLengths.require(signature, KeyLengths.ED25519_SIGNATURE, "an Ed25519 signature");
  }

  /** Pseudo-identity of the doctor. */
  public Pid pid() {
    return identity.pid();
  }

  /** Pseudo-identity of the hospital. */
  public Pid hospital() {
    return identity.hospital();
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(identity.toSign())
        .fixed(signature.bytes(), KeyLengths.ED25519_SIGNATURE)
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static DoctorCertificate decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new DoctorCertificate(
                DoctorIdentity.decode(from.bytes(MAX_LENGTH)),
                ByteString.of(from.fixed(KeyLengths.ED25519_SIGNATURE))));
  }
}
