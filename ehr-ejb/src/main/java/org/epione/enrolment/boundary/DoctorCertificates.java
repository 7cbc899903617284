package org.epione.enrolment.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.ProofOfPossession;
import org.epione.enrolment.control.DoctorCertification;
import org.epione.enrolment.control.Staff;
import org.epione.enrolment.entity.StaffMember;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/**
 * Certificates of other keys for doctors of the hospitals hosted here, for the other features;
 * pages and resources do not call this.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class DoctorCertificates {

  @Inject private Staff staff;
  @Inject private DoctorCertification certification;

  /**
   * Certifies another key for a doctor, who holds it, in the hospital's name; it counts once it
   * stands on the chain.
   */
  public DoctorCertificate certify(
      AccountId doctor, BlsPublicKey signing, ProofOfPossession possession) {
    StaffMember member = member(doctor);
    return certification.anew(
        member, staff.doctor(member).orElseThrow().certificate(), signing, possession);
  }

  /** What the chain says is the doctor's certificate from now on. */
  public void changed(AccountId doctor, DoctorCertificate certificate) {
    staff.doctor(member(doctor)).orElseThrow().certified(certificate);
  }

  private StaffMember member(AccountId doctor) {
    return staff
        .byAccount(doctor)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "No such doctor."));
  }
}
