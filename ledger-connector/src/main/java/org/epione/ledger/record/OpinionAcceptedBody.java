package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.PartyCertificate;

/**
 * A doctor of another hospital agrees to give her opinion within the team of an episode, and brings
 * the certificates under which her signatures are to be verified. It gives her no place: that the
 * patient does, by a {@link TeamChangedBody} with a warrant.
 *
 * @param episode identity of the episode (EID)
 * @param doctor her certificate
 * @param hospital certificate of the hospital that signed it, by the system manager of the chain
 * @param question commitment to what she was asked, see {@link SaltedText#commitment}
 */
public record OpinionAcceptedBody(
    RecordId episode, DoctorCertificate doctor, PartyCertificate hospital, Digest question)
    implements RecordBody {

  private static final String TAG = "epione.opinion-accepted";

  @Override
  public RecordType type() {
    return RecordType.OPINION_ACCEPTED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    RecordFields.episode(to, episode);
    to.bytes(doctor.encode()).bytes(hospital.encode());
    RecordFields.digest(to, question);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static OpinionAcceptedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new OpinionAcceptedBody(
                RecordFields.episode(from),
                DoctorCertificate.decode(from.bytes(DoctorCertificate.MAX_LENGTH)),
                PartyCertificate.decode(from.bytes(PartyCertificate.MAX_LENGTH)),
                RecordFields.digest(from)));
  }
}
