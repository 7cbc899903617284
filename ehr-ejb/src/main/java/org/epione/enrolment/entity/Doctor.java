package org.epione.enrolment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.epione.enrolment.boundary.DoctorState;
import org.epione.ledger.identity.DoctorCertificate;

/** The certificate of a doctor on the staff, and whether it stands on the hospital's chain. */
@Entity
@Table(name = "doctor")
@NamedQuery(name = "Doctor.byPid", query = "select d from Doctor d where d.pid = :pid")
@NamedQuery(name = "Doctor.byRecord", query = "select d from Doctor d where d.recordId = :record")
public class Doctor {

  @Id
  @Column(name = "staff_member", length = 36)
  private String staffMember;

  @Column(nullable = false, length = 256)
  private String pid;

  @Column(nullable = false)
  private byte[] certificate;

  @Column(name = "record_id", nullable = false, length = 64)
  private String recordId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private DoctorState state = DoctorState.SUBMITTED;

  @Column(nullable = false, length = 40)
  private String refusal = "";

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Doctor() {}

  /**
   * A doctor whose enrolment was just submitted.
   *
   * @param recordId the DOCTOR_ENROLLED record, in hex
   */
  public Doctor(String staffMember, DoctorCertificate certificate, String recordId) {
    this.staffMember = staffMember;
    this.pid = certificate.pid().hex();
    this.certificate = certificate.encode();
    this.recordId = recordId;
  }

  public String staffMember() {
    return staffMember;
  }

  public DoctorCertificate certificate() {
    return DoctorCertificate.decode(certificate);
  }

  public DoctorState state() {
    return state;
  }

  /** The reason's code, or empty. */
  public String refusal() {
    return refusal;
  }

  public void enrolled() {
    state = DoctorState.ENROLLED;
    refusal = "";
  }

  /** Other keys are hers from now on. */
  public void certified(DoctorCertificate anew) {
    certificate = anew.encode();
  }

  public void refused(String reason) {
    state = DoctorState.REFUSED;
    refusal = reason;
  }
}
