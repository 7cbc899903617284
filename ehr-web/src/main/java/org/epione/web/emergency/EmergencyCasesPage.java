package org.epione.web.emergency;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.epione.emergency.boundary.EmergencyCaseView;
import org.epione.emergency.boundary.EmergencyCases;
import org.epione.web.shell.CasesPage;
import org.epione.web.shell.Texts;

/** Emergencies at the system manager, who decides, and for auditors, who look. */
@Named
@ViewScoped
public class EmergencyCasesPage extends CasesPage<EmergencyCaseView> {

  private static final long serialVersionUID = 1L;

  @EJB private transient EmergencyCases cases;
  @Inject private transient Texts texts;
  @Inject private transient Clock clock;

  @Override
  protected List<EmergencyCaseView> all() {
    return cases.cases();
  }

  @Override
  protected String idOf(EmergencyCaseView row) {
    return row.id();
  }

  @Override
  protected void releaseShare(String id, String why, char[] typed) {
    cases.release(id, why, typed);
  }

  @Override
  protected void refuseShare(String id, String why) {
    cases.refuse(id, why);
  }

  @Override
  protected String text(String name) {
    return texts.get("emergencyText", name);
  }

  /** For how long a review has been open; empty otherwise. */
  public String age(EmergencyCaseView row) {
    return row.decided()
        .filter(decided -> row.toReview())
        .map(decided -> Ages.text(decided, clock.instant()))
        .orElse("");
  }

  /** How a state is marked: good, warn, bad, or not at all. */
  public String mark(EmergencyCaseView row) {
    return switch (row.state()) {
      case WAITING, RELEASED -> "warn";
      case REVIEWED -> row.justified().orElse(false) ? "good" : "bad";
      case REFUSED, EXPIRED -> "";
    };
  }
}
