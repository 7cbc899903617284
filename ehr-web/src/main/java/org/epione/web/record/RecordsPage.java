package org.epione.web.record;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.epione.record.boundary.MyRecords;
import org.epione.record.boundary.RecordRow;
import org.epione.web.guardian.ActingFor;
import org.jspecify.annotations.Nullable;

/** A patient's list of records, or a minor's for the guardian. */
@Named
@RequestScoped
public class RecordsPage {

  @EJB private MyRecords records;
  @Inject private ActingFor actingFor;

  private @Nullable List<RecordRow> rows;

  public List<RecordRow> getRows() {
    if (rows == null) {
      rows = actingFor.listed(records::of);
    }
    return rows;
  }

  /** How a state is marked. */
  public String mark(String state) {
    return switch (state) {
      case "FINAL" -> "good";
      case "REJECTED" -> "bad";
      default -> "";
    };
  }
}
