package org.epione.web.enrolment;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.epione.enrolment.boundary.PatientRegistry;
import org.epione.enrolment.boundary.PatientView;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** The search box of the registrar; what is searched for stays out of the address. */
@Named
@ViewScoped
public class PatientsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient PatientRegistry registry;

  private transient @Nullable List<PatientView> rows;
  private String query = "";

  public List<PatientView> getRows() {
    if (rows == null) {
      search();
    }
    return rows == null ? List.of() : rows;
  }

  /** Searches, and records that. */
  public void search() {
    try {
      rows = registry.find(query);
    } catch (RefusedException refusal) {
      rows = List.of();
      PageMessages.refused(refusal);
    }
  }

  /** Whether more may fit than are shown. */
  public boolean isCut() {
    return getRows().size() == PatientRegistry.MOST_FOUND;
  }

  public String getQuery() {
    return query;
  }

  public void setQuery(@Nullable String query) {
    this.query = Input.text(query);
  }
}
