package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.state.FormerTeam;
import org.epione.ledger.state.SignatureChecks;
import org.epione.party.boundary.Parties;
import org.epione.platform.identity.PartyCode;
import org.epione.team.boundary.PartFault;
import org.epione.team.boundary.PartRefusedException;
import org.epione.team.boundary.VisitingTurn;

/**
 * What a doctor of another hospital checks before she believes a turn: that the team's certificates
 * lead to the system manager, through the certificate of the hospital that her own directory has,
 * and that the place is hers.
 */
@ApplicationScoped
public class VisitedTeam {

  @Inject private CryptoSuite suite;
  @Inject private TeamDoctors doctors;
  @EJB private Parties parties;

  /** Checks the team of a turn, as {@link #verified} does. */
  public void verify(VisitingTurn turn, PartyCode asking, DoctorCertificate own)
      throws PartRefusedException {
    verified(turn, asking, own);
  }

  /**
   * The team of a turn.
   *
   * @param asking the hospital of the team
   * @param own the certificate that the doctor whose turn it is has now
   */
  Roster verified(VisitingTurn turn, PartyCode asking, DoctorCertificate own)
      throws PartRefusedException {
    PartyCertificate hospital =
        parties
            .certificate(asking)
            .orElseThrow(() -> new PartRefusedException(PartFault.FALSE_SIGNATURE));
    SignatureChecks checks = new SignatureChecks(suite);
    List<SigningOrder.Signer> signers = new ArrayList<>();
    for (int place = 1; place <= turn.team().size(); place++) {
      VisitingTurn.Member member = turn.team().get(place - 1);
      if (place == turn.turn().place()) {
        require(isHers(member.certificate(), own), PartFault.WRONG_ORDER);
      } else {
        require(checks.certified(member.certificate(), hospital), PartFault.FALSE_SIGNATURE);
      }
      signers.add(signer(member.certificate()));
    }
    List<Validity> warrants = turn.team().stream().map(VisitingTurn.Member::warrant).toList();
    try {
      return new Roster(
          EpisodeId.of(turn.turn().episode().bytes()),
          turn.patient().pseudonym(),
          new SigningOrder(signers, turn.former().stream().map(FormerTeam::order).toList()),
          warrants);
    } catch (IllegalArgumentException twice) {
      throw new PartRefusedException(PartFault.WRONG_ORDER, twice);
    }
  }

  /** With her present key, or with the one that she had when she was given the place. */
  private boolean isHers(DoctorCertificate certificate, DoctorCertificate own) {
    if (certificate.equals(own)) {
      return true;
    }
    return certificate.pid().equals(own.pid())
        && parties
            .find(own.hospital())
            .flatMap(home -> parties.certificate(home.code()))
            .filter(home -> new SignatureChecks(suite).certified(certificate, home))
            .isPresent();
  }

  private SigningOrder.Signer signer(DoctorCertificate certificate) throws PartRefusedException {
    try {
      return doctors
          .signer(certificate)
          .orElseThrow(() -> new PartRefusedException(PartFault.FALSE_SIGNATURE));
    } catch (MalformedEncodingException malformed) {
      throw new PartRefusedException(PartFault.MALFORMED, malformed);
    }
  }

  private static void require(boolean holds, PartFault fault) throws PartRefusedException {
    if (!holds) {
      throw new PartRefusedException(fault);
    }
  }
}
