package org.epione.history.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;

/**
 * Deletes a patient's searches, with codes, trapdoors and what was found. At clouds a search is
 * deleted when it ends, and names nobody.
 */
@ApplicationScoped
public class SearchErasure implements PatientErasure {

  @Inject private ErasedRows rows;

  @Override
  public Erased what() {
    return Erased.SEARCHES;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    String account = patient.account().toString();
    return rows.change(
            "delete from HistoryAnswer a where a.searchId in"
                + " (select s.id from SymptomSearch s where s.patient = :of)",
            account)
        + rows.change("delete from SymptomSearch s where s.patient = :of", account);
  }
}
