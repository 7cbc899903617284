package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.EmergencyReviewedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RequestId;
import org.epione.sharing.boundary.EmergencyGrant;
import org.epione.sharing.boundary.EmergencyGrants;
import org.epione.sharing.boundary.ReadEvent;
import org.epione.sharing.entity.Inquiry;
import org.epione.sharing.entity.InquiryState;

/**
 * Answers requests in an emergency, without the patient. Whether the doctor may is decided by chain
 * and system manager, as ever.
 */
@ApplicationScoped
public class EmergencyAnswers {

  @EJB private ChainSubmission chain;
  @Inject private EmergencyGrants emergencies;
  @Inject private InquiryRegister register;
  @Inject private CaseRegister cases;
  @Inject private HospitalChain records;
  @Inject private ServerRecords signing;
  @Inject private Clock clock;

  /**
   * Answers a request that is on the chain and waits.
   *
   * @return false, and nothing changes, where it is of no emergency
   */
  boolean answer(Inquiry inquiry) {
    Optional<EmergencyGrant> granted = emergencies.answerTo(inquiry.id());
    granted.ifPresent(each -> answer(inquiry, each));
    return granted.isPresent();
  }

  private void answer(Inquiry inquiry, EmergencyGrant granted) {
    LedgerRecord signed =
        signing.byHospital(
            inquiry.hospital(),
            new EmergencyOpenedBody(inquiry.id(), granted.grant(), granted.mark()));
    inquiry.consenting(
        signed.id().hex(),
        granted.grant().digest().hex(),
        granted.grant().notAfter(),
        granted.sealedKeys().bytes(),
        clock.instant());
    inquiry.inEmergency(granted.emergency());
    chain.submit(inquiry.hospital(), inquiry.hospital(), signed);
  }

  /** Who read under the grant of a request, newest first. */
  public List<ReadEvent> readings(RequestId request) {
    return answered(request).map(records::readings).orElse(List.of());
  }

  /** Says on the chain what was found. */
  public void review(RequestId request, boolean justified, Digest words) {
    answered(request)
        .filter(inquiry -> inquiry.state() != InquiryState.FAILED)
        .ifPresent(
            inquiry ->
                chain.submit(
                    inquiry.hospital(),
                    inquiry.hospital(),
                    signing.byHospital(
                        inquiry.hospital(),
                        new EmergencyReviewedBody(
                            Digest.ofHex(inquiry.grantDigest().orElseThrow()),
                            RecordId.ofHex(inquiry.episode()),
                            justified,
                            words))));
  }

  /** Destroys the keys of an emergency. */
  public void destroyKeys(String emergency) {
    cases.ofEmergency(emergency).forEach(each -> each.destroyKeys());
  }

  private Optional<Inquiry> answered(RequestId request) {
    return register.find(request).filter(inquiry -> inquiry.grantDigest().isPresent());
  }
}
