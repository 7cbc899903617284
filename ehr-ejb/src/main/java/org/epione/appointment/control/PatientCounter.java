package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.appointment.boundary.AccountKind;
import org.epione.platform.error.RefusedException;

/** A patient books, moves and cancels. */
@ApplicationScoped
public class PatientCounter implements Counter {

  @EJB private AccessDecisions access;
  @EJB private PatientDesk desk;

  @Override
  public AccountKind kind() {
    return AccountKind.PATIENT;
  }

  @Override
  public void carryOut(Caller patient, DeskRequest request) {
    access.require(patient, Act.BOOK_APPOINTMENT, Subject.of(patient.accountId(), patient.party()));
    switch (request.act()) {
      case BOOK -> desk.book(patient, request.slot(), request.reason());
      case MOVE -> desk.move(patient, request.appointment(), request.slot());
      case CANCEL -> desk.cancel(patient, request.appointment());
      default -> throw new IllegalStateException("not a patient's");
    }
  }

  @Override
  public byte[] state(Caller patient, Optional<RefusedException> refusal) {
    return desk.state(patient, refusal);
  }
}
