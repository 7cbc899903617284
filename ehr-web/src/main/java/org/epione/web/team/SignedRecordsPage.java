package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.AddendumDesk;
import org.epione.team.boundary.SignedRecordView;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a doctor signed, and what was added to it. The rows stay those that are shown until
 * something is done: a button means its own row, whatever has come in meanwhile.
 */
@Named
@ViewScoped
public class SignedRecordsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient AddendumDesk desk;
  @Inject private transient Texts texts;

  private transient @Nullable List<SignedRecordView> rows;

  public List<SignedRecordView> getRows() {
    if (rows == null) {
      rows = desk.signed();
    }
    return rows;
  }

  /** Asks the patient for a warrant to add to that record. */
  public void add(String episode) {
    act(() -> desk.open(episode), "signed.asked");
  }

  /** Takes the question back. */
  public void takeBack(String addendum) {
    act(() -> desk.takeBack(addendum), "signed.takenBack");
  }

  private void act(Runnable act, String done) {
    try {
      act.run();
      PageMessages.done(texts.get("teamText", done), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    rows = null;
  }
}
