package org.epione.web.account;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.epione.account.boundary.SessionView;
import org.epione.account.boundary.Sessions;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.session.SignedInUser;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A person sees where she is signed in, and ends it elsewhere. The rows stay those that are shown
 * until something is done: a button means its own row, whatever has come in meanwhile.
 */
@Named
@ViewScoped
public class SessionsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String BUNDLE = "accountText";

  @EJB private transient Sessions sessions;
  @Inject private transient SignedInUser user;
  @Inject private transient Texts texts;

  private transient @Nullable List<SessionView> rows;

  /** Ends one elsewhere. */
  public void end(String id) {
    act(() -> sessions.end(id), "sessions.ended");
  }

  /** Ends all elsewhere. */
  public void endOthers() {
    act(() -> sessions.endOthers(user.keySession()), "sessions.othersEnded");
  }

  private void act(Runnable act, String done) {
    rows = null;
    try {
      act.run();
      PageMessages.done(texts.get(BUNDLE, done), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  public List<SessionView> getRows() {
    if (rows == null) {
      rows = sessions.mine(user.keySession());
    }
    return rows;
  }

  /** What people call the browser. */
  public String browser(SessionView row) {
    String name = BrowserName.of(row.browser());
    return name.isEmpty() ? texts.get(BUNDLE, "sessions.program") : name;
  }

  /** What a screen reader calls the button that ends it. */
  public String endOf(SessionView row) {
    return texts.get(BUNDLE, "sessions.endOf", browser(row), row.address());
  }
}
