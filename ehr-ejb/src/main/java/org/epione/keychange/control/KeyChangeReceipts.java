package org.epione.keychange.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.epione.chain.boundary.ReceiptListener;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.custody.boundary.PersonKeys;
import org.epione.enrolment.boundary.DoctorCertificates;
import org.epione.keychange.boundary.KeyChangeState;
import org.epione.keychange.entity.KeyChange;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;

/** A doctor signs with her new key once her change of it stands on the hospital's chain. */
@ApplicationScoped
public class KeyChangeReceipts implements ReceiptListener {

  @Inject private KeyChangeStore changes;
  @Inject private CryptoSuite crypto;
  @EJB private PersonKeys personKeys;
  @EJB private DoctorCertificates certificates;

  @Override
  public Set<RecordType> types() {
    return Set.of(RecordType.DOCTOR_KEY_CHANGED);
  }

  @Override
  public void onFinal(LedgerRecord ledgerRecord, Inclusion inclusion) {
    submitted(ledgerRecord)
        .ifPresent(
            change -> {
              certificates.changed(change.account(), change.certificate());
              personKeys.useSigningKey(change.account(), key(change));
              change.done();
            });
  }

  /** What was to be the new key is not needed. */
  @Override
  public void onRejected(LedgerRecord ledgerRecord, String reason) {
    submitted(ledgerRecord)
        .ifPresent(
            change -> {
              change.refused(reason);
              personKeys.giveUpSigningKeys(change.account(), Set.of(key(change)));
            });
  }

  private BlsPublicKey key(KeyChange change) {
    return crypto.bls().decodePublicKey(change.certificate().identity().signingKey().bytes());
  }

  private Optional<KeyChange> submitted(LedgerRecord ledgerRecord) {
    return changes
        .byRecord(ledgerRecord.id())
        .filter(change -> change.state() == KeyChangeState.SUBMITTED);
  }
}
