package org.epione.sharing.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.platform.identity.AccountId;
import org.epione.sharing.control.InquiryRegister;
import org.epione.sharing.control.RequestViews;

/**
 * What was asked of patients, for the other features; they decide on access themselves, pages and
 * resources do not call this.
 */
@Stateless
@PermitAll
public class Inquiries {

  @Inject private InquiryRegister register;
  @Inject private RequestViews parties;

  /** What was asked of a patient, newest first. */
  public List<InquiryFacts> ofPatient(AccountId patient) {
    return register.of(patient).stream()
        .map(
            each ->
                new InquiryFacts(
                    each.id().hex(),
                    each.doctorName(),
                    parties.name(each.askingHospital()),
                    each.purpose(),
                    each.grantDigest(),
                    each.decidedAt(),
                    each.emergency().isPresent()))
        .toList();
  }
}
