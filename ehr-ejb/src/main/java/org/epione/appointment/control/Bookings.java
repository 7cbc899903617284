package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.epione.account.boundary.Caller;
import org.epione.appointment.boundary.BookableDoctor;
import org.epione.appointment.boundary.BookingView;
import org.epione.appointment.boundary.CallingOff;
import org.epione.appointment.boundary.Reminder;
import org.epione.appointment.boundary.SlotView;
import org.epione.appointment.entity.Appointment;
import org.epione.appointment.entity.AppointmentState;
import org.epione.appointment.entity.Slot;
import org.epione.custody.boundary.ServerKeys;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.PatientId;
import org.epione.enrolment.boundary.Patients;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** What patients booked. A time is one appointment's at most: who changes it locks it first. */
@ApplicationScoped
public class Bookings {

  /** How many a patient can have to come: nobody holds a hospital's times for all others. */
  static final int MOST_OF_ONE = 5;

  private static final int LONGEST = 500;
  private static final Duration SOON = Duration.ofDays(3);

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys keys;
  @EJB private Patients patients;
  @Inject private Offers offers;
  @Inject private HospitalTime time;
  @Inject private Clock clock;

  /** Books a time; again for the same patient changes nothing. */
  void book(Caller patient, String slotId, String reason) {
    if (reason.isEmpty() || reason.length() > LONGEST) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "Say in 1 to 500 characters why you come.");
    }
    Slot slot = offered(patient, slotId);
    List<Appointment> own = booked(patient.accountId());
    if (own.stream().anyMatch(each -> each.slot().id().equals(slotId))) {
      return;
    }
    requireFree(slot, own);
    if (own.size() >= MOST_OF_ONE) {
      throw new RefusedException(ErrorCode.APPOINTMENTS_TOO_MANY);
    }
    String id = UUID.randomUUID().toString();
    byte[] kept = keys.protect(patient.party(), label("reason", id), bytes(reason));
    entities.persist(
        new Appointment(
            id,
            slot,
            PatientId.of(patient.personReference()),
            patient.accountId(),
            kept,
            clock.instant()));
    entities.flush();
  }

  /** Goes to another time, which is taken before the old one is let go: both or none. */
  void move(Caller patient, String id, String slotId) {
    Appointment appointment = own(patient, id);
    if (appointment.slot().id().equals(slotId)) {
      return;
    }
    // In one order, so that two who change places do not wait for each other.
    Stream.of(appointment.slot().id(), slotId).sorted().forEach(offers::lock);
    Slot to = offered(patient, slotId);
    requireFree(
        to, booked(patient.accountId()).stream().filter(each -> !each.id().equals(id)).toList());
    appointment.slot().release();
    // Only then: an appointment has one time at any moment, which the database holds to.
    entities.flush();
    appointment.move(to, clock.instant());
    entities.flush();
  }

  /** The patient does not come. */
  void cancel(Caller patient, String id) {
    Appointment appointment = own(patient, id);
    offers.lock(appointment.slot().id());
    appointment.cancel(clock.instant());
    entities.flush();
  }

  /** The hospital calls one off. */
  public void cancelByHospital(PartyCode hospital, CallingOff order) {
    callOff(order, slot -> slot.hospital().equals(hospital));
  }

  /** The doctor calls off one of hers; looked at when nobody can move it to another any more. */
  void callOffByDoctor(Caller doctor, CallingOff order) {
    callOff(order, slot -> slot.isOf(doctor.party(), doctor.accountId()));
  }

  private void callOff(CallingOff order, Predicate<Slot> mayBe) {
    String id = order.appointment();
    Appointment appointment =
        lock(id)
            .filter(each -> mayBe.test(each.slot()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    requireToCome(appointment);
    requireAt(order.slot(), appointment.slot());
    offers.lock(appointment.slot().id());
    PartyCode hospital = appointment.slot().hospital();
    appointment.callOff(
        keys.protect(hospital, label("note", id), bytes(order.note())), clock.instant());
    entities.flush();
  }

  /** Her appointments to come, and those that the hospital called off; soonest first. */
  List<Appointment> of(AccountId patient) {
    return entities
        .createNamedQuery("Appointment.ofPatient", Appointment.class)
        .setParameter("account", patient.toString())
        .setParameter("now", clock.instant())
        .getResultStream()
        .filter(each -> each.state() != AppointmentState.CANCELLED)
        .toList();
  }

  /** Why she comes. */
  String reason(Appointment appointment) {
    return text(appointment, "reason", appointment.protectedReason());
  }

  /** Why the hospital called it off; empty if it did not. */
  String note(Appointment appointment) {
    return appointment.protectedNote().map(kept -> text(appointment, "note", kept)).orElse("");
  }

  /** What whoever is signed in is reminded of, for herself or for that ward. */
  public List<Reminder> reminders(AccountId patient, String ward) {
    return of(patient).stream()
        .map(
            each ->
                new Reminder(
                    ward,
                    each.slot().start(),
                    time.zone(),
                    each.state() == AppointmentState.CALLED_OFF))
        .toList();
  }

  /** How many are soon, or called off. */
  public long near(AccountId patient) {
    Instant soon = clock.instant().plus(SOON);
    return of(patient).stream()
        .filter(
            each ->
                each.state() == AppointmentState.CALLED_OFF || each.slot().start().isBefore(soon))
        .count();
  }

  /** The hospital's times to come, and who booked them. */
  public List<SlotView> ofHospital(PartyCode hospital) {
    List<BookableDoctor> doctors = offers.doctors(hospital);
    return offers.offered(hospital).stream().map(slot -> view(slot, doctors)).toList();
  }

  /** The doctor's times to come, and who booked them. */
  List<SlotView> ofDoctor(Caller doctor) {
    List<BookableDoctor> doctors = offers.doctors(doctor.party());
    return offers.offered(doctor).stream().map(slot -> view(slot, doctors)).toList();
  }

  /**
   * An appointment of the hospital.
   *
   * @throws RefusedException EHR-1003 if there is none that stands
   */
  public SlotView booked(PartyCode hospital, String id) {
    return standing(id, slot -> slot.hospital().equals(hospital))
        .map(each -> view(each.slot(), offers.doctors(hospital)))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /**
   * Who comes to that doctor.
   *
   * @throws RefusedException EHR-1003 if it is no appointment of hers that stands, EHR-3308 if it
   *     has begun, EHR-1005 if it is at another time than that
   */
  PatientId comingTo(Caller doctor, String id, String slotId) {
    Appointment appointment =
        standing(id, slot -> slot.isOf(doctor.party(), doctor.accountId()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    requireToCome(appointment);
    requireAt(slotId, appointment.slot());
    return appointment.patient();
  }

  private Optional<Appointment> standing(String id, Predicate<Slot> mayBe) {
    return Optional.ofNullable(entities.find(Appointment.class, id))
        .filter(each -> mayBe.test(each.slot()))
        .filter(each -> each.slot().appointment().filter(id::equals).isPresent());
  }

  /** Whether that patient has an appointment with the doctor to come. */
  boolean isExpected(Caller doctor, String patient) {
    return entities
            .createNamedQuery("Appointment.between", Long.class)
            .setParameter("patient", patient)
            .setParameter("doctor", doctor.accountId().toString())
            .setParameter("booked", AppointmentState.BOOKED)
            .setParameter("now", clock.instant())
            .getSingleResult()
        > 0;
  }

  private SlotView view(Slot slot, List<BookableDoctor> doctors) {
    String doctor =
        doctors.stream()
            .filter(each -> each.account().equals(slot.doctor().toString()))
            .map(BookableDoctor::name)
            .findFirst()
            .orElse("");
    return new SlotView(
        slot.id(),
        slot.doctor().toString(),
        doctor,
        slot.start(),
        slot.end(),
        slot.place(),
        slot.appointment()
            .flatMap(id -> Optional.ofNullable(entities.find(Appointment.class, id)))
            .map(this::view));
  }

  private BookingView view(Appointment appointment) {
    Optional<PatientFacts> patient = patients.find(appointment.patient());
    return new BookingView(
        appointment.id(),
        appointment.patient().toString(),
        patient.map(PatientFacts::displayName).orElse(""),
        patient.map(PatientFacts::number).orElse(""),
        reason(appointment));
  }

  private List<Appointment> booked(AccountId patient) {
    return of(patient).stream().filter(each -> each.state() == AppointmentState.BOOKED).toList();
  }

  private Slot offered(Caller patient, String slotId) {
    return offers
        .lock(slotId)
        .filter(slot -> slot.hospital().equals(patient.party()))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private void requireFree(Slot slot, List<Appointment> own) {
    if (!slot.isFree(clock.instant())) {
      throw new RefusedException(ErrorCode.SLOT_TAKEN);
    }
    boolean elsewhere =
        own.stream()
            .map(Appointment::slot)
            .anyMatch(
                other -> other.start().isBefore(slot.end()) && slot.start().isBefore(other.end()));
    if (elsewhere) {
      throw new RefusedException(
          ErrorCode.SLOT_TAKEN, "You have another appointment at that time.");
    }
  }

  private Appointment own(Caller patient, String id) {
    Appointment appointment =
        lock(id)
            .filter(each -> each.account().equals(patient.accountId()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    requireToCome(appointment);
    return appointment;
  }

  private void requireToCome(Appointment appointment) {
    if (appointment.state() != AppointmentState.BOOKED
        || !appointment.slot().start().isAfter(clock.instant())) {
      throw new RefusedException(ErrorCode.APPOINTMENT_OVER);
    }
  }

  /** Who moves an appointment keeps its id: whoever saw it elsewhere did not mean this time. */
  private static void requireAt(String slotId, Slot slot) {
    if (!slot.id().equals(slotId)) {
      throw new RefusedException(
          ErrorCode.CONFLICT, "The appointment is at another time than the one that you saw.");
    }
  }

  /** As it is now, until the transaction ends. */
  private Optional<Appointment> lock(String id) {
    Optional<Appointment> appointment =
        Optional.ofNullable(entities.find(Appointment.class, id, LockModeType.PESSIMISTIC_WRITE));
    appointment.ifPresent(entities::refresh);
    return appointment;
  }

  private String text(Appointment appointment, String what, byte[] kept) {
    return new String(
        keys.unprotect(appointment.slot().hospital(), label(what, appointment.id()), kept),
        StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String label(String what, String id) {
    return "appointment." + what + ":" + id;
  }
}
