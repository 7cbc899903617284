package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;
import org.epione.sharing.entity.Inquiry;

/**
 * Ends a patient's consents, given and made beforehand, at the hospital that keeps her records: the
 * keys in them are destroyed, and hospitals that asked are told to drop what they still hold; also
 * those that have nothing but offers of hers.
 */
@ApplicationScoped
public class ConsentErasure implements PatientErasure {

  @Inject private InquiryRegister inquiries;
  @Inject private AskedHospital asked;
  @Inject private ErasedRows rows;

  @Override
  public Erased what() {
    return Erased.CONSENTS;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    List<Inquiry> all =
        inquiries.of(patient.account()).stream()
            .filter(each -> each.hospital().equals(patient.hospital()))
            .toList();
    List<Inquiry> open = all.stream().filter(each -> !each.state().isOver()).toList();
    List<Inquiry> offered =
        all.stream().filter(each -> each.state().isOver() && mayHaveOffers(each)).toList();
    open.forEach(asked::forget);
    offered.forEach(asked::tellForgotten);
    return open.size() + forgetRules(patient);
  }

  private boolean mayHaveOffers(Inquiry over) {
    return over.bundle()
        .map(Digest::ofHex)
        .flatMap(bundle -> inquiries.findFurther(bundle, over.patient()))
        .filter(question -> !question.waits())
        .isPresent();
  }

  private int forgetRules(ForgottenPatient patient) {
    String account = patient.account().toString();
    return rows.change(
            "delete from StandingGrant g where g.ruleId in"
                + " (select r.id from StandingRule r where r.patient = :of)",
            account)
        + rows.change("delete from StandingRule r where r.patient = :of", account)
        + rows.change("delete from FurtherQuestion q where q.patient = :of", account);
  }
}
