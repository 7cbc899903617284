package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.account.boundary.Caller;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.signature.BlsSignature;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.Purpose;

/** A doctor signs requests: one act, her password once, one record for the chain for each. */
@ApplicationScoped
public class RequestSigning {

  @EJB private PersonKeys persons;
  @Inject private PartyCertificates certificates;
  @Inject private RandomSource random;
  @Inject private Clock clock;

  /**
   * Signs a request for each of these records, all at one time.
   *
   * @return ACCESS_REQUESTED records, in the order of the references
   */
  List<LedgerRecord> sign(
      Caller doctor,
      EnrolledDoctor enrolled,
      PartyCode asked,
      List<EpisodeReference> references,
      Purpose purpose,
      Instant notAfter,
      char[] password)
      throws WrongPasswordException {
    Instant now = clock.instant();
    PartyCertificate own = certificates.require(doctor.party());
    Pid chainOf = certificates.pid(asked);
    Pid author = enrolled.certificate().pid();
    List<RecordContent> contents =
        references.stream()
            .map(
                each ->
                    new AccessRequestedBody(
                        RequestId.random(random),
                        each,
                        enrolled.certificate(),
                        own,
                        purpose.name(),
                        notAfter))
            .map(body -> new RecordContent(chainOf, author, now, body))
            .toList();
    List<BlsSignature> signatures;
    try (Will will = persons.will(doctor.accountId(), password)) {
      signatures = will.signAll(contents.stream().map(RecordContent::toSign).toList());
    }
    return IntStream.range(0, contents.size())
        .mapToObj(i -> contents.get(i).signed(RecordSignature.of(signatures.get(i))))
        .toList();
  }
}
