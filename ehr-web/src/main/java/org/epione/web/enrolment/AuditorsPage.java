package org.epione.web.enrolment;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.epione.enrolment.boundary.Auditors;
import org.epione.enrolment.boundary.StaffView;
import org.epione.web.shell.Texts;

/** The auditors for the system manager. */
@Named
@ViewScoped
public class AuditorsPage extends PeoplePage {

  private static final long serialVersionUID = 1L;

  @EJB private transient Auditors auditors;
  @Inject private transient Texts texts;

  /** Invites the auditor of the form. */
  public void invite() {
    if (attempt("invited", () -> auditors.invite(getDisplayName()).displayName())) {
      setDisplayName("");
    }
  }

  @Override
  List<StaffView> all() {
    return auditors.all();
  }

  @Override
  void letIn(StaffView member) {
    auditors.unlock(member.accountId());
  }

  @Override
  void takeSecondFactor(StaffView member) {
    auditors.resetSecondFactor(member.accountId());
  }

  @Override
  Texts texts() {
    return texts;
  }
}
