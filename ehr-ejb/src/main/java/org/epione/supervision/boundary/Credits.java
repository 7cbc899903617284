package org.epione.supervision.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.control.Filings;
import org.epione.supervision.control.Scores;

/** Scores with the records that they come from: a doctor's own, or all of a chain. */
@Stateless
@RolesAllowed(Role.Name.DOCTOR)
public class Credits {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private Doctors doctors;
  @Inject private Scores scores;
  @Inject private Filings filings;

  /** The calling doctor's score; empty until her enrolment stands on the chain. */
  public Optional<CreditView> mine() {
    return doctor().flatMap(doctor -> scores.of(doctor.hospital(), doctor.pid()));
  }

  /**
   * A file that proves offline that a record which moved the calling doctor's score, or that she
   * made as report or appeal, stands on the chain (C2SP tlog-proof).
   *
   * @param record its id, in hex
   * @throws RefusedException EHR-1003 if it is another record
   */
  public byte[] proof(String record) {
    return doctor()
        .filter(
            doctor ->
                scores.isMovedBy(doctor.hospital(), doctor.pid(), record)
                    || filings.of(callers.current()).stream()
                        .anyMatch(filing -> filing.recordId().equals(record)))
        .map(doctor -> scores.proof(doctor.hospital(), record))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** The hospitals whose scores the caller may see: an administrator only her own. */
  @RolesAllowed({Role.Name.HOSPITAL_ADMINISTRATOR, Role.Name.AUDITOR})
  public List<PartyCode> hospitals() {
    Caller caller = callers.current();
    return scores.hospitals().stream()
        .filter(code -> caller.role() == Role.AUDITOR || code.equals(caller.party()))
        .toList();
  }

  /**
   * All scores of a chain; names only for an administrator of that hospital.
   *
   * @throws RefusedException EHR-4601 if there is no such chain here
   */
  @RolesAllowed({Role.Name.HOSPITAL_ADMINISTRATOR, Role.Name.AUDITOR})
  public CreditView of(String hospital) {
    if (!PartyCode.isValid(hospital)) {
      throw new RefusedException(ErrorCode.CHAIN_UNKNOWN);
    }
    PartyCode code = new PartyCode(hospital);
    Caller caller = callers.current();
    access.require(caller, Act.AUDIT_CHAIN, Subject.of(code));
    return scores.all(code, caller.role() == Role.HOSPITAL_ADMINISTRATOR);
  }

  private Optional<DoctorView> doctor() {
    return doctors.byAccount(callers.current().accountId());
  }
}
