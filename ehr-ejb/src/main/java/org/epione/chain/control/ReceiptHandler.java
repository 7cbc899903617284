package org.epione.chain.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.epione.chain.boundary.ReceiptListener;
import org.epione.chain.boundary.SubmissionState;
import org.epione.chain.entity.Submission;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.identity.PartyRole;
import org.jspecify.annotations.Nullable;

/** Takes receipts of hospitals' chains, verifies their proofs, and tells the features. */
@ApplicationScoped
public class ReceiptHandler implements EnvelopeHandler {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Parties parties;

  @Inject private CryptoSuite crypto;

  @Inject private Clock clock;

  @Inject private Instance<ReceiptListener> listeners;

  @Override
  public Set<String> types() {
    return Set.of("ledger.receipt");
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    Receipt receipt = decode(envelope);
    @Nullable Submission submission =
        entities.find(Submission.class, receipt.record().hex(), LockModeType.PESSIMISTIC_WRITE);
    if (submission == null || !submission.hospital().equals(envelope.from().value())) {
      throw new MessageRejectedException("a receipt for a record that was not submitted there");
    }
    if (submission.state() != SubmissionState.PENDING) {
      requireSameOutcome(submission, receipt);
      return;
    }
    LedgerRecord ledgerRecord = submission.ledgerRecord();
    if (receipt.inclusion().isPresent()) {
      Inclusion inclusion = receipt.inclusion().get();
      requireProof(envelope, ledgerRecord, inclusion);
      submission.makeFinal(inclusion, clock.instant());
      interested(ledgerRecord).forEach(each -> each.onFinal(ledgerRecord, inclusion));
    } else {
      String reason = receipt.rejection().orElse("");
      submission.reject(reason, clock.instant());
      interested(ledgerRecord).forEach(each -> each.onRejected(ledgerRecord, reason));
    }
  }

  private List<ReceiptListener> interested(LedgerRecord ledgerRecord) {
    return listeners.stream().filter(each -> each.types().contains(ledgerRecord.type())).toList();
  }

  private void requireProof(ReceivedEnvelope envelope, LedgerRecord record, Inclusion inclusion)
      throws MessageRejectedException {
    boolean proven =
        parties
            .certificate(envelope.from())
            .map(
                hospital ->
                    parties.ofRole(PartyRole.CLOUD).stream()
                        .flatMap(cloud -> parties.certificate(cloud.code()).stream())
                        .anyMatch(
                            cloud -> inclusion.proves(crypto.ed25519(), record, hospital, cloud)))
            .orElse(false);
    if (!proven) {
      throw new MessageRejectedException("a receipt whose proof does not hold");
    }
  }

  private static void requireSameOutcome(Submission submission, Receipt receipt)
      throws MessageRejectedException {
    if ((submission.state() == SubmissionState.FINAL) != receipt.isFinal()) {
      throw new MessageRejectedException("a receipt that contradicts the one before");
    }
  }

  private static Receipt decode(ReceivedEnvelope envelope) throws MessageRejectedException {
    try {
      return Receipt.decode(envelope.payload());
    } catch (MalformedEncodingException malformed) {
      throw new MessageRejectedException("not a receipt", malformed);
    }
  }
}
