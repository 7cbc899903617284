package org.epione.web.audit;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.epione.audit.boundary.ContradictionView;
import org.epione.audit.boundary.Contradictions;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** Logs that contradicted themselves; the people of the witness decide what follows. */
@Named
@ViewScoped
public class ContradictionsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @EJB private transient Contradictions contradictions;
  @Inject private transient Texts texts;

  private transient @Nullable List<ContradictionView> rows;

  public List<ContradictionView> getRows() {
    if (rows == null) {
      rows = contradictions.all();
    }
    return rows;
  }

  /** The caller's party cosigns this hospital's log again. */
  public void resume(ContradictionView row) {
    rows = null;
    try {
      contradictions.resume(row.hospital());
      PageMessages.done(texts.get("auditText", "contradiction.resumed", row.hospitalName()), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }
}
