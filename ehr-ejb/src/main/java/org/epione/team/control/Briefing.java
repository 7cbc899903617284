package org.epione.team.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * What the hospital tells each doctor of a team at the beginning, and nobody else can read: the
 * group key, the evidence alpha, and who the patient is and why she came.
 *
 * @param groupKey 32 bytes
 * @param alpha 32 bytes, the episode's token
 * @param patient ID_p, for the evidence in the diagnosis record
 * @param recordKey the patient's SCOPED public key, 96 bytes
 */
public record Briefing(
    ByteString groupKey,
    ByteString alpha,
    ByteString patient,
    ByteString recordKey,
    PatientFacts facts) {

  /** Most bytes of its encoding. */
  public static final int MAX_ENCODED = 16 * 1024;

  private static final String TAG = "epione.team.briefing";
  private static final int YEAR = 4;

  /**
   * The same for a doctor of another hospital: neither who the patient is nor what completes the
   * record, which a doctor of this hospital does.
   *
   * @param reference of the episode, in place of the name
   */
  Briefing forVisitor(String reference) {
    String year = facts.birthDate().length() < YEAR ? "" : facts.birthDate().substring(0, YEAR);
    return new Briefing(
        groupKey,
        ByteString.of(new byte[32]),
        ByteString.of(new byte[0]),
        ByteString.of(new byte[96]),
        new PatientFacts(reference, year, facts.complaint(), facts.symptomCode()));
  }

  byte[] encode() {
    CanonicalWriter out =
        CanonicalWriter.of(TAG, 1)
            .fixed(groupKey.bytes(), 32)
            .fixed(alpha.bytes(), 32)
            .bytes(patient.bytes())
            .fixed(recordKey.bytes(), 96);
    facts.write(out);
    return out.toByteArray();
  }

  static Briefing decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString groupKey = ByteString.of(in.fixed(32));
    ByteString alpha = ByteString.of(in.fixed(32));
    ByteString patient = ByteString.of(in.bytes(256));
    ByteString recordKey = ByteString.of(in.fixed(96));
    PatientFacts facts = PatientFacts.read(in);
    return in.end(() -> new Briefing(groupKey, alpha, patient, recordKey, facts));
  }

  /** HPKE info; the place is in the associated data. */
  static byte[] sealingInfo() {
    return CanonicalWriter.of("epione.team.briefing.seal", 1).toByteArray();
  }

  /** HPKE associated data: a briefing opens only at the place it was made for. */
  static byte[] place(ByteString episode, int epoch, int position, byte[] doctor) {
    return CanonicalWriter.of("epione.team.briefing.place", 1)
        .fixed(episode.bytes(), 16)
        .u16(epoch)
        .u8(position)
        .bytes(doctor)
        .toByteArray();
  }

  /** Never what is in it. */
  @Override
  public String toString() {
    return "Briefing";
  }
}
