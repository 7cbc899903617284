package org.epione.ledger.identity;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * What a {@link DoctorCertificate} certifies; the hospital signs {@link #toSign}.
 *
 * @param pid the doctor's pseudo-identity, one for life at this hospital
 * @param hospital pseudo-identity of the hospital that enrols
 * @param signingKey BLS public key, 96 bytes
 * @param possession proof of possession of its secret key, 48 bytes; keeps rogue keys out of
 *     aggregates
 * @param receivingKey HPKE public key (X25519), 32 bytes
 * @param validity when the certificate counts
 */
public record DoctorIdentity(
    Pid pid,
    Pid hospital,
    ByteString signingKey,
    ByteString possession,
    ByteString receivingKey,
    Validity validity) {

  private static final String TAG = "epione.doctor-identity";

  /** Checks the lengths; keys are checked as keys only where they are used. */
  public DoctorIdentity {
    KeyLengths.require(signingKey, KeyLengths.BLS_KEY, "a BLS key");
    KeyLengths.require(possession, KeyLengths.BLS_SIGNATURE, "a proof of possession");
    KeyLengths.require(receivingKey, KeyLengths.HPKE_KEY, "an HPKE key");
  }

  /** The canonical encoding, which is what the hospital signs with Ed25519. */
  public byte[] toSign() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    pid.write(to);
    hospital.write(to);
    to.fixed(signingKey.bytes(), KeyLengths.BLS_KEY);
    to.fixed(possession.bytes(), KeyLengths.BLS_SIGNATURE);
    to.fixed(receivingKey.bytes(), KeyLengths.HPKE_KEY);
    validity.write(to);
    return to.toByteArray();
  }

  /** Reads what {@link #toSign} wrote. */
  public static DoctorIdentity decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new DoctorIdentity(
                Pid.read(from),
                Pid.read(from),
                ByteString.of(from.fixed(KeyLengths.BLS_KEY)),
                ByteString.of(from.fixed(KeyLengths.BLS_SIGNATURE)),
                ByteString.of(from.fixed(KeyLengths.HPKE_KEY)),
                Validity.read(from)));
  }

  /** The certificate with the hospital's signature over {@link #toSign}. */
  public DoctorCertificate signed(byte[] signature) {
    return new DoctorCertificate(this, ByteString.of(signature));
  }
}
