package org.epione.disclosure.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.disclosure.control.OwnDisclosures;

/** A patient sees who had to do with her records; nobody else's are told to her. */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class Disclosures {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private OwnDisclosures own;

  /** Those that are wanted, newest first. */
  public List<Disclosure> of(DisclosureFilter filter) {
    return own.of(patientWhoMay()).stream().filter(filter::wants).toList();
  }

  /** References of the patient's episodes, latest first. */
  public List<String> episodes() {
    return own.episodes(patientWhoMay());
  }

  /**
   * A file that proves offline that one of them stands on the chain (C2SP tlog-proof).
   *
   * @param id of one that is on the chain
   * @throws org.epione.platform.error.RefusedException EHR-1003 if it is none of the patient's
   */
  public byte[] proof(String id) {
    return own.proof(patientWhoMay(), id);
  }

  private Caller patientWhoMay() {
    Caller patient = callers.current();
    access.require(patient, Act.READ_DISCLOSURES, Subject.of(patient.accountId(), patient.party()));
    return patient;
  }
}
