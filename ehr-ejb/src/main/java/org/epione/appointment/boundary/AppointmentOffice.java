package org.epione.appointment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.appointment.control.Bookings;
import org.epione.appointment.control.HospitalTime;
import org.epione.appointment.control.Offers;

/** Registrars offer doctors' times, see who booked them, and cancel. */
@Stateless
@RolesAllowed(Role.Name.REGISTRAR)
public class AppointmentOffice {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private Offers offers;
  @Inject private Bookings bookings;
  @Inject private HospitalTime time;

  /** The hospital's doctors, by name. */
  public List<BookableDoctor> doctors() {
    return offers.doctors(callers.current().party());
  }

  /** The time zone in which the hospital's clocks go. */
  public ZoneId zone() {
    return time.zone();
  }

  /** The times from now on, soonest first, and who comes. */
  public List<SlotView> slots() {
    return bookings.ofHospital(registrar(Act.READ_APPOINTMENTS).party());
  }

  /**
   * Offers times.
   *
   * @throws org.epione.platform.error.RefusedException EHR-3307 if they cannot be: in the past, not
   *     on the hospital's clock, beside others of the doctor, or out of bounds; EHR-1005 if
   *     somebody else offered the doctor's very first at the same moment
   */
  public void offer(SlotOrder order) {
    offers.offer(registrar(Act.OFFER_APPOINTMENTS), order);
  }

  /**
   * Takes back a time that nobody booked.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1003 if it is none of the hospital's,
   *     EHR-3304 if it was booked meanwhile
   */
  public void withdraw(String slot) {
    offers.withdraw(registrar(Act.OFFER_APPOINTMENTS), slot);
  }

  /**
   * One appointment to come, from which an episode is opened.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1003 if it is none of the hospital's
   */
  public SlotView appointment(String id) {
    Caller registrar = callers.current();
    SlotView slot = bookings.booked(registrar.party(), id);
    access.require(registrar, Act.READ_APPOINTMENTS, patient(slot, registrar));
    return slot;
  }

  /**
   * Cancels an appointment, and tells the patient why.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1003 if it is none of the hospital's,
   *     EHR-3308 if it has begun or was cancelled, EHR-1005 if it is at another time meanwhile
   */
  public void cancel(CallingOff order) {
    Caller registrar = callers.current();
    SlotView slot = bookings.booked(registrar.party(), order.appointment());
    access.require(registrar, Act.OFFER_APPOINTMENTS, patient(slot, registrar));
    bookings.cancelByHospital(registrar.party(), order);
  }

  private static Subject patient(SlotView slot, Caller registrar) {
    return new Subject(
        SubjectKind.PATIENT, slot.booking().orElseThrow().patientId(), registrar.party());
  }

  private Caller registrar(Act act) {
    Caller registrar = callers.current();
    access.require(registrar, act, Subject.of(registrar.party()));
    return registrar;
  }
}
