package org.epione.operations.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.Optional;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.enrolment.boundary.Standing;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.state.ChainState;

/** What the chain of her hospital says about the doctor who asks. */
@Stateless
@RolesAllowed(Role.Name.DOCTOR)
public class OwnStanding {

  @EJB private Callers callers;
  @EJB private Doctors doctors;
  @EJB private Chains chains;

  /** Her credit; empty until her enrolment stands on the chain. */
  public Optional<Standing> mine() {
    return doctors.byAccount(callers.current().accountId()).flatMap(this::standing);
  }

  private Optional<Standing> standing(DoctorView doctor) {
    String hospital = doctor.hospital().value();
    return chains
        .summary(hospital)
        .filter(chain -> chain.height() >= 0)
        .flatMap(chain -> standing(chains.state(hospital), doctor));
  }

  private static Optional<Standing> standing(ChainState state, DoctorView doctor) {
    return state
        .credit()
        .of(doctor.pid())
        .map(
            score ->
                new Standing(
                    score.points(), state.credit().rules().floor(), !score.inGoodStanding()));
  }
}
