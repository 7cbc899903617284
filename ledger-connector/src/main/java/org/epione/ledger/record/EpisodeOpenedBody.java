package org.epione.ledger.record;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.identity.Pid;

/**
 * A hospital opens an episode: which patient (under a pseudo-identity and a key made for this
 * episode alone), which doctors in which order, and the patient's warrant for each.
 *
 * @param episode identity of the episode (EID)
 * @param patient the patient's pseudo-identity in this episode
 * @param patientKey the patient's BLS key of this episode, 96 bytes
 * @param possession proof of possession of it, 48 bytes
 * @param doctors the team in the order in which it signs, 1 to 8
 * @param warrants one for each doctor, in the same order
 * @param evidence commitment to the evidence alpha, see {@link #commitment}
 */
public record EpisodeOpenedBody(
    RecordId episode,
    Pid patient,
    ByteString patientKey,
    ByteString possession,
    List<Pid> doctors,
    List<SignedWarrant> warrants,
    Digest evidence)
    implements RecordBody {

  /** Length of the evidence alpha in bytes. */
  public static final int ALPHA_LENGTH = 32;

  private static final String TAG = "epione.episode-opened";

  /** Checks lengths and numbers. */
  public EpisodeOpenedBody {
    KeyLengths.require(patientKey, KeyLengths.BLS_KEY, "a BLS key");
    KeyLengths.require(possession, KeyLengths.BLS_SIGNATURE, "a proof of possession");
    doctors = List.copyOf(doctors);
    warrants = List.copyOf(warrants);
    if (doctors.isEmpty() || doctors.size() > Statement.MAX_SIGNERS) {
      throw new IllegalArgumentException("a team has 1 to " + Statement.MAX_SIGNERS + " doctors");
    }
    if (warrants.size() != doctors.size()) {
      throw new IllegalArgumentException("one warrant for each doctor");
    }
  }

  /**
   * SHA-256(alpha, EID): hides the random {@code alpha} of 32 bytes and binds it to the episode.
   */
  public static Digest commitment(byte[] alpha, RecordId episode) {
    if (alpha.length != ALPHA_LENGTH) {
      throw new IllegalArgumentException("alpha has " + ALPHA_LENGTH + " bytes");
    }
    return Digest.ofConcatenation(alpha, episode.bytes());
  }

  @Override
  public RecordType type() {
    return RecordType.EPISODE_OPENED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    RecordFields.episode(to, episode);
    patient.write(to);
    to.fixed(patientKey.bytes(), KeyLengths.BLS_KEY);
    to.fixed(possession.bytes(), KeyLengths.BLS_SIGNATURE);
    to.list(doctors, (writer, doctor) -> doctor.write(writer));
    to.list(warrants, (writer, warrant) -> warrant.write(writer));
    RecordFields.digest(to, evidence);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static EpisodeOpenedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new EpisodeOpenedBody(
                RecordFields.episode(from),
                Pid.read(from),
                RecordFields.fixed(from, KeyLengths.BLS_KEY),
                RecordFields.fixed(from, KeyLengths.BLS_SIGNATURE),
                from.list(Statement.MAX_SIGNERS, Pid::read),
                from.list(Statement.MAX_SIGNERS, SignedWarrant::read),
                RecordFields.digest(from)));
  }
}
