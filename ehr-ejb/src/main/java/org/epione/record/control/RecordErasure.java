package org.epione.record.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;

/**
 * Destroys sealed records that are here: what waited for the cloud, and what was fetched to be
 * read. What the chain says of a record stays.
 */
@ApplicationScoped
public class RecordErasure implements PatientErasure {

  @Inject private ErasedRows rows;

  @Override
  public Erased what() {
    return Erased.RECORDS;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    String account = patient.account().toString();
    return rows.change("delete from RecordOpening o where o.account = :of", account)
        + rows.change(
            "update MedicalRecord r set r.heldCiphertext = null"
                + " where r.patientAccount = :of and r.heldCiphertext is not null",
            account);
  }
}
