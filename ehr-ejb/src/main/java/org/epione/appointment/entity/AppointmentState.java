package org.epione.appointment.entity;

/** Where an appointment stands. */
public enum AppointmentState {
  BOOKED,
  /** By the patient. */
  CANCELLED,
  /** By the hospital, which gave a reason. */
  CALLED_OFF
}
