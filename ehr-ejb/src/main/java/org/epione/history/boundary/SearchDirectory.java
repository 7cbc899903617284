package org.epione.history.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.custody.boundary.KeySession;
import org.epione.history.control.SearchDesk;
import org.epione.history.control.SearchViews;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * Searches by symptom for other features; they decide on access themselves, pages and resources do
 * not call this.
 */
@Stateless
@PermitAll
public class SearchDirectory {

  @Inject private SearchDesk desk;
  @Inject private SearchViews views;

  /**
   * Begins a search of the records of whose keys the session is.
   *
   * @param question what names the question for which it is, at most 64 characters
   * @throws RefusedException as {@link HistorySearch#begin}
   */
  public void begin(PartyCode hospital, KeySession keys, String symptomCode, String question) {
    desk.begin(hospital, keys, symptomCode, Optional.of(question));
  }

  /** The last search for that question within a day. */
  public Optional<SearchView> last(AccountId patient, String question) {
    return desk.last(patient, question).map(views::of);
  }
}
