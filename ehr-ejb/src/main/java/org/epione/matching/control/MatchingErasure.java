package org.epione.matching.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;

/**
 * Leaves a patient's conversations, ends her search, and destroys what her browser sealed and what
 * she reported. Rows that say that two pseudonyms were compared stay, emptied: the other side may
 * still write to them.
 */
@ApplicationScoped
public class MatchingErasure implements PatientErasure {

  @Inject private Conversations conversations;
  @Inject private Searches searches;
  @Inject private MatchRegister register;
  @Inject private ErasedRows rows;

  @Override
  public Erased what() {
    return Erased.MATCHING;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    String account = patient.account().toString();
    conversations.forgetAll(patient.account());
    searches.end(patient.account());
    register.flush();
    return rows.change("delete from Vault v where v.account = :of", account)
        + rows.change("delete from Report r where r.account = :of", account)
        + rows.change("delete from Block b where b.account = :of", account)
        + rows.change(
            "delete from Said s where s.exchange in"
                + " (select e.id from Exchange e where e.account = :of)",
            account)
        + rows.change(
            "update Exchange e set e.sealed = null"
                + " where e.account = :of and e.sealed is not null",
            account)
        + rows.change(
            "update Search s set s.sealed = null where s.account = :of and s.sealed is not null",
            account);
  }
}
