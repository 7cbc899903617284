package org.epione.appointment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.epione.platform.identity.AccountId;

/**
 * A doctor's calendar as a whole. Whoever offers times in it holds its lock: of two who offer at
 * once, the second sees what the first offered.
 */
@Entity
@Table(name = "appointment_calendar")
public class Calendar {

  @Id
  @Column(length = 36)
  private String doctor;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Calendar() {}

  /** Of a doctor who has none. */
  public Calendar(AccountId doctor) {
    this.doctor = doctor.toString();
  }

  @Override
  public String toString() {
    return "Calendar[" + doctor + "]";
  }
}
