package org.epione.appointment.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.appointment.boundary.CallingOff;
import org.epione.appointment.boundary.SlotOrder;
import org.epione.appointment.boundary.SlotView;
import org.epione.platform.error.RefusedException;

/**
 * What a doctor who proved her password does with her own times, each step in a transaction of its
 * own. Called by {@link DoctorCounter} only, which has decided that she may.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DoctorDesk {

  @Inject private Offers offers;
  @Inject private Bookings bookings;
  @Inject private DeskAnswer answers;

  /** Offers times of hers. */
  public void offer(Caller doctor, SlotOrder own) {
    offers.offer(doctor, own);
  }

  /** Takes back a time of hers that nobody booked. */
  public void withdraw(Caller doctor, String slot) {
    offers.withdrawOwn(doctor, slot);
  }

  /**
   * Who comes to her at that time.
   *
   * @return the patient's registration
   */
  public String patient(Caller doctor, CallingOff order) {
    return bookings.comingTo(doctor, order.appointment(), order.slot()).toString();
  }

  /** Calls an appointment with her off; the patient is told why. */
  public void callOff(Caller doctor, CallingOff order) {
    bookings.callOffByDoctor(doctor, order);
  }

  /**
   * All that she sees, as JSON: the hospital with its time zone, her times to come, free or with
   * who comes and why, and why the last request was refused, if it was.
   */
  public byte[] state(Caller doctor, Optional<RefusedException> refusal) {
    JsonArrayBuilder times = Json.createArrayBuilder();
    bookings.ofDoctor(doctor).forEach(each -> times.add(time(each)));
    return answers.of(
        doctor.party(),
        Json.createObjectBuilder().add("doctor", doctor.displayName()).add("times", times),
        refusal);
  }

  private static JsonObjectBuilder time(SlotView slot) {
    JsonObjectBuilder time =
        Json.createObjectBuilder()
            .add("slot", slot.id())
            .add("start", slot.start().toString())
            .add("end", slot.end().toString())
            .add("place", slot.place());
    slot.booking()
        .ifPresent(
            booking ->
                time.add("appointment", booking.id())
                    .add("patient", booking.patient())
                    .add("reason", booking.reason()));
    return time;
  }
}
