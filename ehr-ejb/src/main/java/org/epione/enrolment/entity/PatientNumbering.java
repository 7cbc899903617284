package org.epione.enrolment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.epione.platform.identity.PartyCode;

/** The last patient number that a hospital gave out itself; locked while the next is taken. */
@Entity
@Table(name = "patient_numbering")
public class PatientNumbering {

  @Id
  @Column(length = 32)
  private String hospital;

  @Column(name = "last_number", nullable = false)
  private long lastNumber;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected PatientNumbering() {}

  /** A hospital that gave out none yet. */
  public PatientNumbering(PartyCode hospital) {
    this.hospital = hospital.value();
  }

  /** The next number, from 1. */
  public long next() {
    lastNumber++;
    return lastNumber;
  }
}
