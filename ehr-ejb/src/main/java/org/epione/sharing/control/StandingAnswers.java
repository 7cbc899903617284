package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.StandingConsentUsedBody;
import org.epione.sharing.entity.Inquiry;
import org.epione.sharing.entity.StandingGrant;
import org.epione.sharing.entity.StandingRule;

/**
 * Answers requests by what patients granted ahead. The hospital adds nothing to it: chain and
 * system manager compare the patient's signature with the request. Where nothing fits, or anything
 * speaks against the doctor, the patient decides as ever.
 */
@ApplicationScoped
public class StandingAnswers {

  @EJB private ChainSubmission chain;
  @Inject private StandingRegister register;
  @Inject private Standings standings;
  @Inject private ServerRecords records;
  @Inject private Clock clock;

  /**
   * Answers a request that is on the chain and waits.
   *
   * @return false, and nothing changes, where there is no grant for it
   */
  boolean answer(Inquiry inquiry) {
    AccessRequestedBody request =
        (AccessRequestedBody) LedgerRecord.decode(inquiry.requestRecord()).body();
    if (!standings.of(request, inquiry.hospital()).good()) {
      return false;
    }
    Instant now = clock.instant();
    Optional<StandingGrant> fitting =
        register.takeReady(inquiry.episode()).stream()
            .filter(each -> fits(each, inquiry, request, now))
            .findFirst();
    fitting.ifPresent(each -> answer(inquiry, request, each, now));
    return fitting.isPresent();
  }

  private boolean fits(
      StandingGrant each, Inquiry inquiry, AccessRequestedBody request, Instant now) {
    StandingRule rule = register.find(each.ruleId()).orElseThrow();
    Grant grant = each.grant();
    return rule.standsAt(now)
        && rule.patient().equals(inquiry.patient())
        && rule.hospital().equals(inquiry.hospital())
        && rule.doctor().equals(request.doctor().pid())
        && rule.purpose() == inquiry.purpose()
        && ByteString.of(grant.receivingKey().encode())
            .equals(request.doctor().identity().receivingKey())
        && grant.isValidAt(now)
        && !request.notAfter().isBefore(now);
  }

  private void answer(
      Inquiry inquiry, AccessRequestedBody request, StandingGrant standing, Instant now) {
    Grant grant = standing.grant();
    LedgerRecord signed =
        records.byHospital(
            inquiry.hospital(),
            new StandingConsentUsedBody(inquiry.id(), grant, standing.patientSignature()));
    byte[] keys = standing.use(inquiry.id());
    inquiry.consenting(
        signed.id().hex(), grant.digest().hex(), Answer.end(grant, request), keys, now);
    inquiry.answeredBy(standing.ruleId());
    chain.submit(inquiry.hospital(), inquiry.hospital(), signed);
  }

  /** The chain did not take the answer: the grant is of no use any more. */
  void notAnswered(Inquiry inquiry) {
    register.takeUsedFor(inquiry.id()).ifPresent(StandingGrant::spend);
  }
}
