package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.epione.chain.boundary.ReceiptListener;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;

/** What follows when a record of a sharing is final on the chain, or was not taken. */
@ApplicationScoped
public class SharingReceipts implements ReceiptListener {

  @Inject private AskingHospital asking;
  @Inject private AskedHospital asked;
  @Inject private KeyIssuer issuer;
  @Inject private Proxy proxy;
  @Inject private StandingRules rules;

  @Override
  public Set<RecordType> types() {
    return Set.of(
        RecordType.ACCESS_REQUESTED,
        RecordType.CONSENT_GIVEN,
        RecordType.STANDING_CONSENT,
        RecordType.STANDING_CONSENT_USED,
        RecordType.STANDING_CONSENT_WITHDRAWN,
        RecordType.EMERGENCY_OPENED,
        RecordType.CONSENT_REFUSED,
        RecordType.CONSENT_WITHDRAWN,
        RecordType.RE_ENCRYPTION_KEY_ISSUED,
        RecordType.ACCESS_REFUSED,
        RecordType.RECORD_READ);
  }

  @Override
  public void onFinal(LedgerRecord signed, Inclusion inclusion) {
    switch (signed.type()) {
      case RECORD_READ -> asking.readingSettled(signed, Optional.of(inclusion));
      case STANDING_CONSENT, STANDING_CONSENT_WITHDRAWN ->
          rules.recorded(signed, inclusion.height());
      case RE_ENCRYPTION_KEY_ISSUED -> issuer.recorded(signed, inclusion);
      case ACCESS_REFUSED -> {
        issuer.recorded(signed, inclusion);
        proxy.refusalRecorded(signed);
      }
      default -> asked.recorded(signed);
    }
  }

  @Override
  public void onRejected(LedgerRecord signed, String reason) {
    switch (signed.type()) {
      case RECORD_READ -> asking.readingSettled(signed, Optional.empty());
      case STANDING_CONSENT, STANDING_CONSENT_WITHDRAWN -> rules.notRecorded(signed, reason);
      case RE_ENCRYPTION_KEY_ISSUED -> issuer.notRecorded(signed, reason);
      case ACCESS_REFUSED -> {
        issuer.notRecorded(signed, reason);
        proxy.refusalRecorded(signed);
      }
      default -> asked.refused(signed, reason);
    }
  }
}
