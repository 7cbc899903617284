package org.epione.supervision.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.supervision.control.Filings;
import org.epione.supervision.control.NameableRecords;

/** Doctors report their hospital and appeal; administrators appeal for the hospital. */
@Stateless
@RolesAllowed(Role.Name.DOCTOR)
public class Grievances {

  @EJB private Callers callers;
  @Inject private Filings filings;
  @Inject private NameableRecords nameable;

  /**
   * Reports the hospital to the system manager. The hospital sees that there is a report and by
   * whom, and which records it names, but not what is written.
   *
   * @param text what happened, at most 4,000 bytes
   * @param records ids of 1 to 16 records of the hospital's chain, in hex
   * @throws RefusedException EHR-4701 for the text, EHR-4702 for the records, EHR-4703 if the chain
   *     would not take it, EHR-1011 for a wrong password
   */
  public FilingView report(String text, List<String> records, char[] password) {
    Caller doctor = callers.current();
    return checked(() -> filings.report(doctor, text, records, password));
  }

  /**
   * Appeals against a record that lowered the doctor's score, or asks to be readmitted.
   *
   * @param against digest of the record's content, in hex; empty to be readmitted
   * @throws RefusedException EHR-4701 for the text, EHR-4703 if the chain would not take it,
   *     EHR-1011 for a wrong password
   */
  public FilingView appeal(Optional<String> against, String text, char[] password) {
    Caller doctor = callers.current();
    return checked(() -> filings.appeal(doctor, against, text, password));
  }

  /** The records that she will most likely name in a report, latest first. */
  public List<EvidenceView> records() {
    return nameable.of(callers.current());
  }

  /** What the doctor reported and appealed against, newest first. */
  public List<FilingView> mine() {
    return filings.of(callers.current());
  }

  /**
   * Appeals for the hospital against an upheld report, or asks to be readmitted.
   *
   * @param against digest of the record's content, in hex; empty to be readmitted
   * @throws RefusedException EHR-4701 for the text, EHR-4703 if the chain would not take it
   */
  @RolesAllowed(Role.Name.HOSPITAL_ADMINISTRATOR)
  public FilingView appealForHospital(Optional<String> against, String text) {
    return filings.appealForHospital(callers.current(), against, text);
  }

  /** The hospital's own appeals, newest first. */
  @RolesAllowed(Role.Name.HOSPITAL_ADMINISTRATOR)
  public List<FilingView> ofHospital() {
    return filings.ofHospital(callers.current().party());
  }

  private interface Signed {
    FilingView file() throws WrongPasswordException;
  }

  private static FilingView checked(Signed act) {
    try {
      return act.file();
    } catch (WrongPasswordException e) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }
}
