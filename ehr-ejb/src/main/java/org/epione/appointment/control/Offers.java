package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.epione.account.boundary.Caller;
import org.epione.appointment.boundary.BookableDoctor;
import org.epione.appointment.boundary.SlotOrder;
import org.epione.appointment.entity.Calendar;
import org.epione.appointment.entity.Slot;
import org.epione.enrolment.boundary.Doctors;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The times that hospitals offer. */
@ApplicationScoped
public class Offers {

  /** The most times that one order offers. */
  public static final int MOST_AT_ONCE = 32;

  private static final int MOST_SHOWN = 200;
  private static final int LEAST_MINUTES = 5;
  private static final int MOST_MINUTES = 480;
  private static final int LONGEST_PLACE = 120;
  private static final Duration AHEAD = Duration.ofDays(400);

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Doctors doctors;
  @Inject private HospitalTime time;
  @Inject private Clock clock;

  /** Whose times can be offered, by name. */
  public List<BookableDoctor> doctors(PartyCode hospital) {
    return doctors.ofHospital(hospital).stream()
        .map(
            doctor ->
                new BookableDoctor(
                    doctor.account().toString(), doctor.displayName(), doctor.specialty()))
        .toList();
  }

  /** Offers times at the hospital of who offers them, all of them or none. */
  public void offer(Caller by, SlotOrder order) {
    Duration length = Duration.ofMinutes(checked(order.minutes(), LEAST_MINUTES, MOST_MINUTES));
    int number = checked(order.number(), 1, MOST_AT_ONCE);
    String place = order.place().strip();
    if (place.isEmpty() || place.length() > LONGEST_PLACE) {
      throw unfit("A place has 1 to 120 characters.");
    }
    AccountId doctor = doctor(by.party(), order.doctor());
    Instant start =
        time.instant(order.start())
            .orElseThrow(() -> unfit("The clocks never show that: they are put forward then."));
    Instant now = clock.instant();
    if (!start.isAfter(now) || start.isAfter(now.plus(AHEAD))) {
      throw unfit("It begins in the past, or in more than 400 days.");
    }
    lockCalendar(doctor);
    if (overlaps(doctor, start, start.plus(length.multipliedBy(number)))) {
      throw unfit("This doctor has another time then.");
    }
    try {
      for (int i = 0; i < number; i++) {
        Instant each = start.plus(length.multipliedBy(i));
        entities.persist(new Slot(by.party(), doctor, each, length, place, by.accountId(), now));
      }
      entities.flush();
    } catch (PersistenceException offeredJustNow) {
      throw (RefusedException)
          unfit("This doctor has another time then.").initCause(offeredJustNow);
    }
  }

  /** Takes a free time back. */
  public void withdraw(Caller registrar, String id) {
    withdraw(id, slot -> slot.hospital().equals(registrar.party()));
  }

  /** The same for a doctor's own. */
  void withdrawOwn(Caller doctor, String id) {
    withdraw(id, slot -> slot.isOf(doctor.party(), doctor.accountId()));
  }

  private void withdraw(String id, Predicate<Slot> mayBe) {
    Slot slot =
        lock(id)
            .filter(each -> mayBe.test(each) && each.isOffered())
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (slot.appointment().isPresent()) {
      throw new RefusedException(
          ErrorCode.SLOT_TAKEN, "Cancel the appointment if it cannot take place.");
    }
    slot.withdraw();
  }

  /** The times that can be booked, soonest first. */
  List<Slot> free(PartyCode hospital) {
    Instant now = clock.instant();
    return offered(hospital).stream().filter(slot -> slot.isFree(now)).limit(MOST_SHOWN).toList();
  }

  /** The times to come, free and booked, soonest first. */
  List<Slot> offered(PartyCode hospital) {
    return entities
        .createNamedQuery("Slot.offered", Slot.class)
        .setParameter("hospital", hospital.value())
        .setParameter("now", clock.instant())
        .getResultList();
  }

  /** A doctor's own times to come, free and booked, soonest first. */
  List<Slot> offered(Caller doctor) {
    return entities
        .createNamedQuery("Slot.ofDoctor", Slot.class)
        .setParameter("hospital", doctor.party().value())
        .setParameter("doctor", doctor.accountId().toString())
        .setParameter("now", clock.instant())
        .getResultList();
  }

  /** A time, locked until the transaction ends, as it is now. */
  Optional<Slot> lock(String id) {
    Optional<Slot> slot =
        Optional.ofNullable(entities.find(Slot.class, id, LockModeType.PESSIMISTIC_WRITE));
    slot.ifPresent(entities::refresh);
    return slot;
  }

  /** Until the transaction ends nobody else offers times of that doctor. */
  private void lockCalendar(AccountId doctor) {
    if (entities.find(Calendar.class, doctor.toString(), LockModeType.PESSIMISTIC_WRITE) != null) {
      return;
    }
    try {
      entities.persist(new Calendar(doctor));
      entities.flush();
    } catch (PersistenceException madeJustNow) {
      throw (RefusedException) new RefusedException(ErrorCode.CONFLICT).initCause(madeJustNow);
    }
  }

  private boolean overlaps(AccountId doctor, Instant start, Instant end) {
    return entities
            .createNamedQuery("Slot.overlapping", Long.class)
            .setParameter("doctor", doctor.toString())
            .setParameter("start", start)
            .setParameter("end", end)
            .getSingleResult()
        > 0;
  }

  private AccountId doctor(PartyCode hospital, String account) {
    return doctors(hospital).stream()
        .map(BookableDoctor::account)
        .filter(account::equals)
        .findFirst()
        .map(AccountId::of)
        .orElseThrow(() -> unfit("That is no doctor of this hospital."));
  }

  private static int checked(int value, int least, int most) {
    if (value < least || value > most) {
      throw unfit("Give a number from " + least + " to " + most + ".");
    }
    return value;
  }

  private static RefusedException unfit(String detail) {
    return new RefusedException(ErrorCode.SLOT_UNFIT, detail);
  }
}
