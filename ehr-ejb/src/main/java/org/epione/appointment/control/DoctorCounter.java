package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.appointment.boundary.AccountKind;
import org.epione.platform.error.RefusedException;

/** A doctor reads her calendar. */
@ApplicationScoped
public class DoctorCounter implements Counter {

  @EJB private DoctorDesk desk;

  @Override
  public AccountKind kind() {
    return AccountKind.DOCTOR;
  }

  @Override
  public void carryOut(Caller doctor, DeskRequest request) {
    throw new IllegalStateException("not a doctor's");
  }

  @Override
  public byte[] state(Caller doctor, Optional<RefusedException> refusal) {
    return desk.state(doctor, refusal);
  }
}
