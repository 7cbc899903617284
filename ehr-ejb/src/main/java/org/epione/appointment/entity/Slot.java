package org.epione.appointment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** A time that a hospital offers with one of its doctors. Whoever changes it holds its lock. */
@Entity
@Table(name = "appointment_slot")
@NamedQuery(
    name = "Slot.offered",
    query =
        "select s from Slot s where s.hospital = :hospital and s.startsAt > :now and s.offeredKey"
            + " is not null order by s.startsAt, s.id")
@NamedQuery(
    name = "Slot.ofDoctor",
    query =
        "select s from Slot s where s.doctor = :doctor and s.hospital = :hospital and s.startsAt >"
            + " :now and s.offeredKey is not null order by s.startsAt, s.id")
@NamedQuery(
    name = "Slot.overlapping",
    query =
        "select count(s) from Slot s where s.doctor = :doctor and s.offeredKey is not null and"
            + " s.startsAt < :end and s.endsAt > :start")
public class Slot {

  @Id
  @Column(length = 36)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(nullable = false, length = 36, updatable = false)
  private String doctor;

  @Column(name = "starts_at", nullable = false, updatable = false)
  private Instant startsAt;

  @Column(name = "ends_at", nullable = false, updatable = false)
  private Instant endsAt;

  @Column(nullable = false, length = 120, updatable = false)
  private String place;

  @Column(name = "offered_by", nullable = false, length = 36, updatable = false)
  private String offeredBy;

  @Column(name = "offered_at", nullable = false, updatable = false)
  private Instant offeredAt;

  /** Unique while it is offered: pressing twice does not offer twice. */
  @Column(name = "offered_key", length = 64)
  private @Nullable String offeredKey;

  @Column(length = 36)
  private @Nullable String appointment;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Slot() {}

  /** A free time. */
  public Slot(
      PartyCode hospital,
      AccountId doctor,
      Instant start,
      Duration length,
      String place,
      AccountId offeredBy,
      Instant now) {
    this.id = UUID.randomUUID().toString();
    this.hospital = hospital.value();
    this.doctor = doctor.toString();
    this.startsAt = start;
    this.endsAt = start.plus(length);
    this.place = place;
    this.offeredBy = offeredBy.toString();
    this.offeredAt = now;
    this.offeredKey = doctor + "@" + start.toEpochMilli();
  }

  public String id() {
    return id;
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public AccountId doctor() {
    return AccountId.of(doctor);
  }

  /** Whether it is that doctor's, at that hospital. */
  public boolean isOf(PartyCode atHospital, AccountId ofDoctor) {
    return hospital().equals(atHospital) && doctor().equals(ofDoctor);
  }

  public Instant start() {
    return startsAt;
  }

  public Instant end() {
    return endsAt;
  }

  public String place() {
    return place;
  }

  /** Whether somebody can book it at that moment. */
  public boolean isFree(Instant now) {
    return offeredKey != null && appointment == null && startsAt.isAfter(now);
  }

  /** Whether it is still offered, free or booked. */
  public boolean isOffered() {
    return offeredKey != null;
  }

  /** The id of the appointment that has it. */
  public Optional<String> appointment() {
    return Optional.ofNullable(appointment);
  }

  /** An appointment takes it. */
  public void take(String byAppointment) {
    appointment = byAppointment;
  }

  /** The appointment lets it go; it can be booked again. */
  public void release() {
    appointment = null;
  }

  /** It is offered no more. */
  public void withdraw() {
    offeredKey = null;
  }

  @Override
  public String toString() {
    return "Slot[" + id + "]";
  }
}
