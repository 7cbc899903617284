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
import org.epione.platform.identity.AccountId;

/**
 * A patient sees who had to do with her records, and a guardian with a minor's; nobody else's are
 * told.
 */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class Disclosures {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private OwnDisclosures own;

  /** Those that are wanted, newest first. */
  public List<Disclosure> of(DisclosureFilter filter) {
    return of(callers.current().accountId(), filter);
  }

  /**
   * Those of the caller or of a minor for whom she acts that are wanted, newest first.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1002 for anybody else's
   */
  public List<Disclosure> of(AccountId patient, DisclosureFilter filter) {
    Caller caller = whoMay(patient);
    return own.of(patient, caller.party()).stream().filter(filter::wants).toList();
  }

  /** References of the patient's episodes, latest first. */
  public List<String> episodes() {
    return episodesOf(callers.current().accountId());
  }

  /**
   * References of the episodes of the caller or of a minor for whom she acts, latest first.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1002 for anybody else's
   */
  public List<String> episodesOf(AccountId patient) {
    whoMay(patient);
    return own.episodes(patient);
  }

  /**
   * A file that proves offline that one of them stands on the chain (C2SP tlog-proof).
   *
   * @param id of one that is on the chain
   * @throws org.epione.platform.error.RefusedException EHR-1003 if it is none of the patient's
   */
  public byte[] proof(String id) {
    return proof(callers.current().accountId(), id);
  }

  /**
   * The same of the caller's list or of that of a minor for whom she acts.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1002 for anybody else's, EHR-1003 if it
   *     is none of that list
   */
  public byte[] proof(AccountId patient, String id) {
    return own.proof(patient, whoMay(patient).party(), id);
  }

  private Caller whoMay(AccountId patient) {
    Caller caller = callers.current();
    access.require(caller, Act.READ_DISCLOSURES, Subject.of(patient, caller.party()));
    return caller;
  }
}
