package org.epione.matching.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.platform.identity.PartyCode;

/**
 * A hospital's statement, signed with Ed25519, that a pseudonym is that of one of its patients who
 * looks for others. Both sides of a comparison bind its digest.
 *
 * @param pseudonym for this search alone
 * @param hospital who issued it and can resolve it
 * @param validity from the start to the end of the search
 * @param signature over {@link #toSign}, 64 bytes
 */
record MatchingCertificate(
    Pid pseudonym, PartyCode hospital, Validity validity, ByteString signature) {

  /** Most bytes in an encoding. */
  static final int MAX_LENGTH = 512;

  private static final String TAG = "epione.matching.certificate";
  private static final String SIGNED = "epione.matching.pseudonym";
  private static final int SIGNATURE = 64;
  private static final int MOST_CODE = 32;

  /** What the hospital signs. */
  static byte[] toSign(Pid pseudonym, PartyCode hospital, Validity validity) {
    CanonicalWriter to = CanonicalWriter.of(SIGNED, 1);
    pseudonym.write(to);
    to.text(hospital.value());
    validity.write(to);
    return to.toByteArray();
  }

  byte[] toSign() {
    return toSign(pseudonym, hospital, validity);
  }

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(toSign())
        .fixed(signature.bytes(), SIGNATURE)
        .toByteArray();
  }

  static MatchingCertificate decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from -> {
          byte[] signed = from.bytes(MAX_LENGTH);
          ByteString signature = ByteString.of(from.fixed(SIGNATURE));
          return CanonicalReader.decode(SIGNED, 1, signed, in -> read(in, signature));
        });
  }

  private static MatchingCertificate read(CanonicalReader in, ByteString signature) {
    return new MatchingCertificate(
        Pid.read(in), new PartyCode(in.text(MOST_CODE)), Validity.read(in), signature);
  }

  Digest digest() {
    return Digest.of(encode());
  }
}
