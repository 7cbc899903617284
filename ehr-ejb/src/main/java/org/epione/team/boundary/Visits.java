package org.epione.team.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.epione.custody.boundary.KeySession;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.team.control.TeamDoctors;
import org.epione.team.control.VisitOpening;
import org.epione.team.control.VisitedTeam;

/**
 * Turns of teams of other hospitals in the hands of this one's doctors, for who has them; pages and
 * resources do not call this.
 */
@Stateless
@PermitAll
public class Visits {

  @Inject private TeamDoctors doctors;
  @Inject private VisitedTeam teams;
  @Inject private VisitOpening opening;

  /** Whether the chain of the doctor's own hospital lets her sign now. */
  public boolean isInGoodStanding(DoctorView doctor) {
    return doctors.isInGoodStanding(doctor);
  }

  /**
   * Checks that the turn is of a team of that hospital, and this doctor's.
   *
   * @param own her certificate
   * @throws PartRefusedException if not
   */
  public void verify(VisitingTurn turn, PartyCode hospital, DoctorCertificate own)
      throws PartRefusedException {
    teams.verify(turn, hospital, own);
  }

  /**
   * Opens it in the doctor's key session, with all that was signed before verified and decrypted.
   *
   * @throws RefusedException EHR-3004 without a warrant valid now, EHR-3006 if the team or what was
   *     signed before does not hold, EHR-3007 if the group key is not what the hospital sealed to
   *     her
   */
  public OpenVisit open(
      KeySession session, VisitingTurn turn, PartyCode hospital, DoctorCertificate own) {
    return opening.open(session, turn, hospital, own);
  }
}
