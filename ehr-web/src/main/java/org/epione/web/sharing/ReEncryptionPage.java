package org.epione.web.sharing;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.CaseView;
import org.epione.sharing.boundary.ReEncryptionDesk;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The system manager's queue of grants that wait for a re-encryption key, and those before. */
@Named("reEncryptionPage")
@ViewScoped
public class ReEncryptionPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @EJB private transient ReEncryptionDesk desk;
  @Inject private transient Texts texts;

  private transient @Nullable List<CaseView> cases;

  /** Issues the key of a grant. */
  public void issue(String id) {
    act(() -> desk.issue(id), "case.issued");
  }

  /** Refuses a grant's key. */
  public void refuse(String id) {
    act(() -> desk.refuse(id), "case.refused");
  }

  private void act(Runnable decision, String done) {
    try {
      decision.run();
      PageMessages.done(texts.get("sharingText", done), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    cases = null;
  }

  public List<CaseView> getCases() {
    if (cases == null) {
      cases = desk.cases();
    }
    return cases;
  }
}
