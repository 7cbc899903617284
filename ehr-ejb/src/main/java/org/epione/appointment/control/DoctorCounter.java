package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.appointment.boundary.AccountKind;
import org.epione.appointment.boundary.CallingOff;
import org.epione.appointment.boundary.SlotOrder;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** A doctor keeps her calendar: what a registrar may do with all doctors' times, with her own. */
@ApplicationScoped
public class DoctorCounter implements Counter {

  @EJB private AccessDecisions access;
  @EJB private DoctorDesk desk;

  @Override
  public AccountKind kind() {
    return AccountKind.DOCTOR;
  }

  @Override
  public void carryOut(Caller doctor, DeskRequest request) {
    switch (request.act()) {
      case OFFER -> {
        require(doctor, Subject.of(doctor.accountId(), doctor.party()));
        desk.offer(doctor, order(doctor, request));
      }
      case WITHDRAW -> {
        require(doctor, Subject.of(doctor.accountId(), doctor.party()));
        desk.withdraw(doctor, request.slot());
      }
      case CALL_OFF ->
          callOff(doctor, new CallingOff(request.appointment(), request.slot(), request.reason()));
      default -> throw new IllegalStateException("not a doctor's");
    }
  }

  /**
   * The patient is told that it was called off: what is refused for its form, or for the time at
   * which the appointment is, is refused before anything is recorded about her.
   */
  private void callOff(Caller doctor, CallingOff order) {
    require(doctor, new Subject(SubjectKind.PATIENT, desk.patient(doctor, order), doctor.party()));
    desk.callOff(doctor, order);
  }

  private void require(Caller doctor, Subject subject) {
    access.require(doctor, Act.OFFER_APPOINTMENTS, subject);
  }

  private static SlotOrder order(Caller doctor, DeskRequest request) {
    try {
      return new SlotOrder(
          doctor.accountId().toString(),
          LocalDateTime.parse(request.start()),
          request.minutes(),
          request.number(),
          request.place());
    } catch (DateTimeParseException none) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "Give the day and the time when the first begins.");
    }
  }

  @Override
  public byte[] state(Caller doctor, Optional<RefusedException> refusal) {
    return desk.state(doctor, refusal);
  }
}
