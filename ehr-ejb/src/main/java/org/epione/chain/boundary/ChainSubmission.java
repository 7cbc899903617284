package org.epione.chain.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.chain.entity.Submission;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.PartyCode;

/**
 * Submits records to hospitals' chains and knows what became of them. The outcome comes later, to
 * the {@link ReceiptListener}s.
 */
@Stateless
@PermitAll
public class ChainSubmission {

  private static final String SUBMIT = "ledger.submit";

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Post post;

  @Inject private Clock clock;

  /**
   * Submits a record if the caller's transaction commits. A record submitted before is not
   * submitted again.
   *
   * @param submitter who submits and gets the receipt; hosted here
   * @param hospital on whose chain it is to stand
   * @return the id of the record
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Digest submit(PartyCode submitter, PartyCode hospital, LedgerRecord ledgerRecord) {
    if (entities.find(Submission.class, ledgerRecord.id().hex()) == null) {
      entities.persist(
          new Submission(ledgerRecord, submitter.value(), hospital.value(), clock.instant()));
      post.send(submitter, hospital, SUBMIT, ledgerRecord.encode(), Optional.empty());
    }
    return ledgerRecord.id();
  }

  /** What became of a record; empty when it was not submitted here. */
  public Optional<SubmissionView> status(Digest record) {
    return Optional.ofNullable(entities.find(Submission.class, record.hex()))
        .map(ChainSubmission::view);
  }

  /** The records without an outcome yet, oldest first. */
  public List<SubmissionView> pending() {
    return entities
        .createNamedQuery("Submission.pending", Submission.class)
        .setParameter("state", SubmissionState.PENDING)
        .getResultList()
        .stream()
        .map(ChainSubmission::view)
        .toList();
  }

  private static SubmissionView view(Submission submission) {
    return new SubmissionView(
        Digest.ofHex(submission.recordId()),
        submission.type(),
        new PartyCode(submission.hospital()),
        submission.state(),
        submission.submitted(),
        Optional.ofNullable(submission.decided()),
        Optional.ofNullable(submission.inclusion()).map(Inclusion::decode),
        Optional.ofNullable(submission.reason()));
  }
}
