package org.epione.appointment.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.epione.account.boundary.Caller;
import org.epione.appointment.boundary.BookableDoctor;
import org.epione.appointment.entity.Appointment;
import org.epione.appointment.entity.Slot;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/**
 * What a patient who proved her password does, each step in a transaction of its own. Called by
 * {@link PatientCounter} only, which has decided that she may.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PatientDesk {

  @Inject private Offers offers;
  @Inject private Bookings bookings;
  @Inject private DeskAnswer answers;

  /** Books a time. */
  public void book(Caller patient, String slot, String reason) {
    bookings.book(patient, slot, reason);
  }

  /** Goes to another time. */
  public void move(Caller patient, String appointment, String slot) {
    bookings.move(patient, appointment, slot);
  }

  /** Does not come. */
  public void cancel(Caller patient, String appointment) {
    bookings.cancel(patient, appointment);
  }

  /**
   * All that she sees, as JSON: the hospital with its time zone, her appointments to come, the
   * times that are free, and why the last request was refused, if it was.
   */
  public byte[] state(Caller patient, Optional<RefusedException> refusal) {
    Map<AccountId, BookableDoctor> doctors =
        offers.doctors(patient.party()).stream()
            .collect(
                Collectors.toMap(doctor -> AccountId.of(doctor.account()), Function.identity()));
    JsonArrayBuilder own = Json.createArrayBuilder();
    bookings.of(patient.accountId()).forEach(each -> own.add(appointment(each, doctors)));
    JsonArrayBuilder free = Json.createArrayBuilder();
    offers.free(patient.party()).stream()
        .filter(slot -> doctors.containsKey(slot.doctor()))
        .forEach(slot -> free.add(slot(slot, doctors).add("slot", slot.id())));
    return answers.of(
        patient.party(),
        Json.createObjectBuilder()
            .add("patient", patient.displayName())
            .add("appointments", own)
            .add("offers", free),
        refusal);
  }

  private JsonObjectBuilder appointment(
      Appointment appointment, Map<AccountId, BookableDoctor> doctors) {
    return slot(appointment.slot(), doctors)
        .add("appointment", appointment.id())
        .add("state", appointment.state().name())
        .add("reason", bookings.reason(appointment))
        .add("note", bookings.note(appointment));
  }

  private static JsonObjectBuilder slot(Slot slot, Map<AccountId, BookableDoctor> doctors) {
    Optional<BookableDoctor> doctor = Optional.ofNullable(doctors.get(slot.doctor()));
    return Json.createObjectBuilder()
        .add("doctor", doctor.map(BookableDoctor::name).orElse(""))
        .add("specialty", doctor.map(BookableDoctor::specialty).orElse(""))
        .add("start", slot.start().toString())
        .add("end", slot.end().toString())
        .add("place", slot.place());
  }
}
