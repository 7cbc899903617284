package org.epione.web.history;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.epione.history.boundary.HistorySearch;
import org.epione.history.boundary.SearchStanding;
import org.epione.history.boundary.SearchView;
import org.epione.platform.error.RefusedException;
import org.epione.record.boundary.MyRecords;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.TreatmentView;
import org.epione.web.error.PageMessages;
import org.epione.web.guardian.ActingFor;
import org.epione.web.input.Input;
import org.epione.web.session.SignedInUser;
import org.jspecify.annotations.Nullable;

/**
 * A patient searches her own records for a symptom, or a minor's for the guardian, and sees how far
 * it is.
 */
@Named
@ViewScoped
public class HistoryPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String FINAL = "FINAL";

  /** How often the page looks by itself before it says that it takes long. */
  private static final int PATIENCE = 90;

  @EJB private transient HistorySearch history;
  @EJB private transient MyRecords records;
  @EJB private transient MyTreatments treatments;
  @Inject private transient SignedInUser user;
  @Inject private ActingFor actingFor;

  private int looks;
  private transient String code = "";
  private transient @Nullable List<SearchView> searches;
  private transient @Nullable Boolean searchable;
  private transient @Nullable List<String> codes;
  private transient @Nullable Map<String, TreatmentView> episodes;

  /** Begins a search for the code that was entered. */
  public void begin() {
    try {
      history.begin(user.keySession(), actingFor.patient(), code);
      code = "";
      looks = 0;
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    searches = null;
  }

  /** Looks how far it is. */
  public void look() {
    looks++;
    searches = null;
  }

  /** The searches of the last day, latest first. */
  public List<SearchView> getSearches() {
    if (searches == null) {
      searches = actingFor.listed(history::of);
    }
    return searches;
  }

  /** Whether one goes on for which the page looks. */
  public boolean isLooking() {
    return isSearching() && looks < PATIENCE;
  }

  /** Whether one goes on for which the page does not look any more. */
  public boolean isSlow() {
    return isSearching() && looks >= PATIENCE;
  }

  private boolean isSearching() {
    return getSearches().stream().anyMatch(each -> each.standing() == SearchStanding.SEARCHING);
  }

  /** Whether there is a record that can be searched. */
  public boolean isSearchable() {
    if (searchable == null) {
      searchable =
          actingFor.listed(records::of).stream().anyMatch(each -> each.state().equals(FINAL));
    }
    return searchable;
  }

  /** The codes of the patient's records. */
  public List<String> getCodes() {
    if (codes == null) {
      codes = actingFor.listed(history::symptomCodes);
    }
    return codes;
  }

  /** How a standing is marked. */
  public String mark(SearchStanding standing) {
    return switch (standing) {
      case SEARCHING -> "";
      case DONE -> "good";
      case BUSY, UNANSWERED -> "bad";
    };
  }

  /** The patient's episode of a record; null where it is not listed any more. */
  public @Nullable TreatmentView episode(String reference) {
    if (episodes == null) {
      episodes =
          actingFor.listed(treatments::of).stream()
              .collect(
                  Collectors.toMap(
                      TreatmentView::reference, Function.identity(), (one, other) -> one));
    }
    return episodes.get(reference);
  }

  public String getCode() {
    return Input.text(code);
  }

  public void setCode(@Nullable String code) {
    this.code = Input.text(code);
  }
}
