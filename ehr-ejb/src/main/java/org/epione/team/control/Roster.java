package org.epione.team.control;

import java.util.List;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.ledger.identity.Validity;

/**
 * What was agreed about a team and is on the chain: against this every part is checked, never
 * against what the parts themselves say.
 *
 * @param patient PID_p
 * @param order the doctors with their certified keys
 * @param warrants when the patient's warrants hold, in the same order; the chain took only true
 *     ones
 */
record Roster(EpisodeId episode, Pseudonym patient, SigningOrder order, List<Validity> warrants) {

  Roster {
    warrants = List.copyOf(warrants);
    if (warrants.size() != order.signers().size()) {
      throw new IllegalArgumentException("one warrant for each doctor");
    }
  }

  /** The key with which the doctor of this place signs, from 1. */
  BlsPublicKey keyOf(int place) {
    return order.signers().get(place - 1).key().key();
  }

  int size() {
    return warrants.size();
  }

  /** What a doctor confirms of the group key: for whom, by whom, at which place, in which seal. */
  static byte[] confirmationTranscript(
      InvitationMessage invitation, String hospital, List<Pseudonym> doctors) {
    return CanonicalWriter.of("epione.team.transcript", 1)
        .fixed(invitation.episode().bytes(), 16)
        .u16(invitation.epoch())
        .text(hospital)
        .list(doctors, (out, doctor) -> out.bytes(doctor.bytes()))
        .u8(invitation.position())
        .bytes(invitation.sealedBriefing().bytes())
        .toByteArray();
  }
}
