package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.crypto.signature.PossessedKey;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.state.FormerTeam;
import org.epione.party.boundary.Parties;
import org.epione.platform.identity.PartyCode;

/**
 * What a doctor of another hospital checks before she believes a turn: that the team's certificates
 * lead to the system manager, through the certificate of the hospital that her own directory has,
 * and that the place is hers.
 */
@ApplicationScoped
public class VisitedTeam {

  @Inject private CryptoSuite suite;
  @EJB private Parties parties;

  /**
   * The team of a turn.
   *
   * @param asking the hospital of the team
   * @param own the certificate of the doctor whose turn it is
   */
  Roster verified(VisitMessage message, PartyCode asking, DoctorCertificate own)
      throws PartRefusedException {
    PartyCertificate hospital =
        parties
            .certificate(asking)
            .orElseThrow(() -> new PartRefusedException(PartFault.FALSE_SIGNATURE));
    List<SigningOrder.Signer> signers = new ArrayList<>();
    for (int place = 1; place <= message.team().size(); place++) {
      VisitMessage.Member member = message.team().get(place - 1);
      if (place == message.turn().place()) {
        require(member.certificate().equals(own), PartFault.WRONG_ORDER);
      } else {
        require(isOf(member, hospital), PartFault.FALSE_SIGNATURE);
      }
      signers.add(signer(member.certificate()));
    }
    List<Validity> warrants = message.team().stream().map(VisitMessage.Member::warrant).toList();
    try {
      return new Roster(
          EpisodeId.of(message.turn().episode().bytes()),
          message.patient().pseudonym(),
          new SigningOrder(signers, message.former().stream().map(FormerTeam::order).toList()),
          warrants);
    } catch (IllegalArgumentException twice) {
      throw new PartRefusedException(PartFault.WRONG_ORDER, twice);
    }
  }

  /** The hospital certified her, under the key for which the system manager vouches. */
  private boolean isOf(VisitMessage.Member member, PartyCertificate hospital) {
    DoctorCertificate doctor = member.certificate();
    return doctor.hospital().equals(hospital.pid())
        && suite
            .ed25519()
            .verify(
                suite.ed25519().decodePublicKey(hospital.identity().signingKey().bytes()),
                doctor.identity().toSign(),
                doctor.signature().bytes());
  }

  private SigningOrder.Signer signer(DoctorCertificate certificate) throws PartRefusedException {
    DoctorIdentity identity = certificate.identity();
    PossessedKey key =
        suite
            .bls()
            .possessed(
                suite.bls().decodePublicKey(identity.signingKey().bytes()),
                suite.bls().decodePossession(identity.possession().bytes()))
            .orElseThrow(() -> new PartRefusedException(PartFault.FALSE_SIGNATURE));
    return new SigningOrder.Signer(certificate.pid().pseudonym(), key);
  }

  private static void require(boolean holds, PartFault fault) throws PartRefusedException {
    if (!holds) {
      throw new PartRefusedException(fault);
    }
  }
}
