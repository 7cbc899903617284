package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.AddendumDesk;
import org.epione.team.boundary.SignedRecordView;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** What a doctor signed, and what was added to it. */
@Named
@RequestScoped
public class SignedRecordsPage {

  @EJB private AddendumDesk desk;
  @Inject private Texts texts;

  private @Nullable List<SignedRecordView> rows;

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
