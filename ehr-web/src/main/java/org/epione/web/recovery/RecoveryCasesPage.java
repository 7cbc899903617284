package org.epione.web.recovery;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.epione.recovery.boundary.CaseState;
import org.epione.recovery.boundary.RecoveryCaseView;
import org.epione.recovery.boundary.RecoveryCases;
import org.epione.web.shell.CasesPage;
import org.epione.web.shell.Texts;

/** Lost passwords at the system manager, who decides, and for auditors, who look. */
@Named
@ViewScoped
public class RecoveryCasesPage extends CasesPage<RecoveryCaseView> {

  private static final long serialVersionUID = 1L;

  @EJB private transient RecoveryCases cases;
  @Inject private transient Texts texts;

  @Override
  protected List<RecoveryCaseView> all() {
    return cases.cases();
  }

  @Override
  protected String idOf(RecoveryCaseView row) {
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
    return texts.get("recoveryText", name);
  }

  /** How a state is marked: good, warn, or not at all. */
  public String mark(CaseState state) {
    return switch (state) {
      case WAITING -> "warn";
      case COMPLETED -> "good";
      case REFUSED -> "bad";
      case RELEASED, CANCELLED, EXPIRED -> "";
    };
  }
}
