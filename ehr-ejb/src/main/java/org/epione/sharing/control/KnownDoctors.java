package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.entity.AllowedDoctor;
import org.epione.sharing.entity.Inquiry;
import org.epione.sharing.entity.InquiryState;

/**
 * Whom a patient can allow something beforehand: the doctors of her hospital, and those elsewhere
 * who have asked her, whose certificates came with their requests. Other hospitals do not tell who
 * works there.
 */
@ApplicationScoped
public class KnownDoctors {

  private static final Set<InquiryState> NOT_SHOWN =
      EnumSet.of(InquiryState.RECORDING, InquiryState.FAILED);

  @EJB private Doctors doctors;
  @Inject private InquiryRegister inquiries;

  /** By hospital and name. */
  public List<AllowedDoctor> of(AccountId patient, PartyCode hospital) {
    Map<Pid, AllowedDoctor> known = new LinkedHashMap<>();
    doctors
        .ofHospital(hospital)
        .forEach(
            each ->
                known.put(
                    each.pid(),
                    new AllowedDoctor(
                        each.certificate(),
                        each.hospital(),
                        each.displayName(),
                        each.specialty())));
    // The newest request comes first, and has the certificate that counts.
    inquiries.of(patient).stream()
        .filter(each -> !NOT_SHOWN.contains(each.state()))
        .map(KnownDoctors::asking)
        .forEach(each -> known.putIfAbsent(each.certificate().pid(), each));
    return known.values().stream()
        .sorted(
            Comparator.comparing((AllowedDoctor each) -> each.hospital().value())
                .thenComparing(AllowedDoctor::name))
        .toList();
  }

  /**
   * One of them.
   *
   * @param pid in hexadecimal
   * @throws RefusedException EHR-1004 when she is none of them
   */
  AllowedDoctor require(AccountId patient, PartyCode hospital, String pid) {
    return of(patient, hospital).stream()
        .filter(each -> each.certificate().pid().hex().equals(pid))
        .findFirst()
        .orElseThrow(
            () -> new RefusedException(ErrorCode.INVALID_INPUT, "Choose a doctor of the list."));
  }

  private static AllowedDoctor asking(Inquiry inquiry) {
    AccessRequestedBody request =
        (AccessRequestedBody) LedgerRecord.decode(inquiry.requestRecord()).body();
    return new AllowedDoctor(
        request.doctor(), inquiry.askingHospital(), inquiry.doctorName(), inquiry.specialty());
  }
}
