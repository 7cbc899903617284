package org.epione.web.supervision;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.boundary.CreditView;
import org.epione.supervision.boundary.Credits;
import org.epione.supervision.boundary.FilingView;
import org.epione.supervision.boundary.Grievances;
import org.epione.supervision.boundary.ScoreView;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** All scores of a chain, for its administrator and for auditors; the hospital's own appeals. */
@Named("scoresPage")
@ViewScoped
public class ScoresPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient Credits credits;
  @EJB private transient Grievances grievances;
  @Inject private transient Texts texts;

  private String hospital = "";
  private String text = "";
  private String against = "";
  private transient @Nullable CreditView credit;
  private transient @Nullable List<FilingView> filings;

  /** Shows another hospital, or the same anew. */
  public void refresh() {
    credit = null;
    filings = null;
  }

  /** Appeals for the hospital against the chosen record, or to be readmitted if none is chosen. */
  public void appeal() {
    try {
      grievances.appealForHospital(Optional.of(against).filter(given -> !given.isEmpty()), text);
      PageMessages.done(
          texts.get("supervisionText", "appeal.sent"), texts.get("supervisionText", "sent.detail"));
      text = "";
      against = "";
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    refresh();
  }

  public List<PartyCode> getHospitals() {
    return credits.hospitals();
  }

  /** All scores, or null where no chain is to be seen. */
  public @Nullable CreditView getCredit() {
    String chosen = getHospital();
    if (credit == null && !chosen.isEmpty()) {
      try {
        credit = credits.of(chosen);
      } catch (RefusedException refusal) {
        PageMessages.refused(refusal);
        hospital = "";
      }
    }
    return credit;
  }

  /** The hospital's own score, or null where the rules give it none. */
  public @Nullable ScoreView getOwn() {
    CreditView view = getCredit();
    return view == null
        ? null
        : view.scores().stream().filter(ScoreView::hospital).findFirst().orElse(null);
  }

  public List<FilingView> getFilings() {
    if (filings == null) {
      filings = grievances.ofHospital();
    }
    return filings;
  }

  /** The chosen hospital: the first until another is chosen. */
  public String getHospital() {
    if (hospital.isEmpty()) {
      hospital = getHospitals().stream().findFirst().map(PartyCode::value).orElse("");
    }
    return hospital;
  }

  public void setHospital(@Nullable String hospital) {
    this.hospital = Objects.requireNonNullElse(hospital, "");
  }

  public String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = Objects.requireNonNullElse(text, "");
  }

  public String getAgainst() {
    return against;
  }

  public void setAgainst(@Nullable String against) {
    this.against = Objects.requireNonNullElse(against, "");
  }
}
