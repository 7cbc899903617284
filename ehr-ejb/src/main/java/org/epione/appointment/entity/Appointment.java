package org.epione.appointment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.epione.enrolment.boundary.PatientId;
import org.epione.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;

/** What a patient booked. */
@Entity
@Table(name = "appointment")
@NamedQuery(
    name = "Appointment.ofPatient",
    query =
        "select a from Appointment a where a.account = :account and a.slot.startsAt > :now order"
            + " by a.slot.startsAt")
@NamedQuery(
    name = "Appointment.between",
    query =
        "select count(a) from Appointment a where a.patient = :patient and a.slot.doctor = :doctor"
            + " and a.state = :booked and a.slot.startsAt > :now")
public class Appointment {

  @Id
  @Column(length = 36)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "slot", nullable = false)
  private Slot slot;

  @Column(nullable = false, length = 36, updatable = false)
  private String patient;

  @Column(nullable = false, length = 36, updatable = false)
  private String account;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private AppointmentState state;

  @Column(name = "protected_reason", nullable = false, updatable = false)
  private byte[] protectedReason;

  @Column(name = "booked_at", nullable = false, updatable = false)
  private Instant bookedAt;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Column(name = "protected_note")
  private byte @Nullable [] protectedNote;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Appointment() {}

  /** A patient books; takes the slot. */
  public Appointment(
      String id,
      Slot slot,
      PatientId patient,
      AccountId account,
      byte[] protectedReason,
      Instant now) {
    this.id = id;
    this.hospital = slot.hospital().value();
    this.slot = slot;
    this.patient = patient.toString();
    this.account = account.toString();
    this.state = AppointmentState.BOOKED;
    this.protectedReason = protectedReason.clone();
    this.bookedAt = now;
    this.changedAt = now;
    slot.take(id);
  }

  /** Goes to another time; the one before was released. */
  public void move(Slot to, Instant now) {
    to.take(id);
    slot = to;
    changedAt = now;
  }

  /** The patient does not come; the time can be booked again. */
  public void cancel(Instant now) {
    state = AppointmentState.CANCELLED;
    changedAt = now;
    slot.release();
  }

  /** The hospital calls it off; the time is offered no more. */
  public void callOff(byte[] note, Instant now) {
    state = AppointmentState.CALLED_OFF;
    protectedNote = note.clone();
    changedAt = now;
    slot.release();
    slot.withdraw();
  }

  public String id() {
    return id;
  }

  public Slot slot() {
    return slot;
  }

  public PatientId patient() {
    return PatientId.of(patient);
  }

  public AccountId account() {
    return AccountId.of(account);
  }

  public AppointmentState state() {
    return state;
  }

  public byte[] protectedReason() {
    return protectedReason.clone();
  }

  /** Why the hospital called it off. */
  public Optional<byte[]> protectedNote() {
    return Optional.ofNullable(protectedNote).map(byte[]::clone);
  }

  @Override
  public String toString() {
    return "Appointment[" + id + "]";
  }
}
