package org.epione.history.boundary;

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
import org.epione.custody.boundary.KeySession;
import org.epione.history.control.SearchDesk;
import org.epione.history.control.SearchViews;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.team.boundary.EpisodeDirectory;

/**
 * A patient searches her own records for a symptom, or a minor's for whom she acts. What is sent to
 * be searched with names neither her nor the symptom.
 */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class HistorySearch {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private EpisodeDirectory episodes;
  @Inject private SearchDesk desk;
  @Inject private SearchViews views;

  /**
   * Begins a search.
   *
   * @param session the caller's; its keys make the trapdoor
   * @param patient the caller, or a minor for whom she acts
   * @throws RefusedException EHR-1002 for anybody else's records, EHR-1004 unless it is a symptom
   *     code, EHR-4861 while one goes on, EHR-4862 after ten within a day, EHR-4863 without a
   *     finished record
   */
  public SearchView begin(KeySession session, AccountId patient, String symptomCode) {
    Caller caller = permitted(patient);
    if (!session.account().equals(caller.accountId())) {
      throw new RefusedException(ErrorCode.KEYS_OF_ANOTHER);
    }
    return views.of(
        desk.begin(caller.party(), session.actingFor(patient), symptomCode, Optional.empty()));
  }

  /** The searches of the last day, latest first. */
  public List<SearchView> of(AccountId patient) {
    permitted(patient);
    return desk.of(patient).stream().map(views::of).toList();
  }

  /**
   * One of them.
   *
   * @throws RefusedException EHR-1003 if there is none
   */
  public SearchView one(AccountId patient, String search) {
    permitted(patient);
    return desk.find(patient, search)
        .map(views::of)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** The codes for which her finished records were opened, by code. */
  public List<String> symptomCodes(AccountId patient) {
    return episodes.symptomCodes(patient, permitted(patient).party());
  }

  private Caller permitted(AccountId patient) {
    Caller caller = callers.current();
    access.require(caller, Act.SEARCH_OWN_RECORDS, Subject.of(patient, caller.party()));
    return caller;
  }
}
