package org.epione.ledger.record;

import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;

/**
 * The patient agrees to another team from one place of the order on: a doctor is left out, replaced
 * or added. What the doctors before that place signed stands; from the record's time on the new
 * order is the one that is signed.
 *
 * @param episode identity of the episode (EID)
 * @param epoch number of the new team, which is that of its group key: from 2, none left out
 * @param kept how many doctors of the team before keep place and warrant, 0 to 7
 * @param doctors who sign after them, in order; 1 to 8 in all
 * @param warrants one for each of these doctors, in the same order
 * @param reason commitment to the reason, see {@link SaltedText#commitment}
 */
public record TeamChangedBody(
    RecordId episode,
    int epoch,
    int kept,
    List<Pid> doctors,
    List<SignedWarrant> warrants,
    Digest reason)
    implements RecordBody {

  private static final String TAG = "epione.team-changed";

  /** Checks numbers. */
  public TeamChangedBody {
    doctors = List.copyOf(doctors);
    warrants = List.copyOf(warrants);
    if (epoch < 2) {
      throw new IllegalArgumentException("the first team is that of the opening");
    }
    if (kept < 0 || doctors.isEmpty() || kept + doctors.size() > Statement.MAX_SIGNERS) {
      throw new IllegalArgumentException("a team has 1 to " + Statement.MAX_SIGNERS + " doctors");
    }
    if (warrants.size() != doctors.size()) {
      throw new IllegalArgumentException("one warrant for each doctor");
    }
  }

  @Override
  public RecordType type() {
    return RecordType.TEAM_CHANGED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    RecordFields.episode(to, episode);
    to.u16(epoch).u8(kept);
    to.list(doctors, (writer, doctor) -> doctor.write(writer));
    to.list(warrants, (writer, warrant) -> warrant.write(writer));
    RecordFields.digest(to, reason);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static TeamChangedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new TeamChangedBody(
                RecordFields.episode(from),
                from.u16(),
                from.u8(),
                from.list(Statement.MAX_SIGNERS, Pid::read),
                from.list(Statement.MAX_SIGNERS, SignedWarrant::read),
                RecordFields.digest(from)));
  }
}
