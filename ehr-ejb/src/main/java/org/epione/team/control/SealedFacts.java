package org.epione.team.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * What the hospital itself keeps of an episode, under its server key: the token alpha, ID_p, and
 * the facts for the team.
 */
record SealedFacts(ByteString alpha, ByteString patient, PatientFacts facts) {

  /** What stands in place of the facts of a patient who was forgotten: none. */
  static final SealedFacts FORGOTTEN =
      new SealedFacts(
          ByteString.of(new byte[32]),
          ByteString.of(new byte[0]),
          new PatientFacts("Forgotten patient", "", "", ""));

  private static final String TAG = "epione.team.facts";

  byte[] encode() {
    CanonicalWriter out =
        CanonicalWriter.of(TAG, 1).fixed(alpha.bytes(), 32).bytes(patient.bytes());
    facts.write(out);
    return out.toByteArray();
  }

  static SealedFacts decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString alpha = ByteString.of(in.fixed(32));
    ByteString patient = ByteString.of(in.bytes(256));
    PatientFacts facts = PatientFacts.read(in);
    return in.end(() -> new SealedFacts(alpha, patient, facts));
  }

  /** Never what is in it. */
  @Override
  public String toString() {
    return "SealedFacts";
  }
}
