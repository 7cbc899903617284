package org.epione.supervision.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.epione.chain.boundary.ReceiptListener;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;

/** What follows when a report, an appeal or a decision is final on the chain, or was not taken. */
@ApplicationScoped
public class SupervisionReceipts implements ReceiptListener {

  private static final Set<RecordType> DECISIONS =
      Set.of(RecordType.REPORT_DECIDED, RecordType.APPEAL_DECIDED);

  @Inject private Docket docket;
  @Inject private Lodging lodging;

  @Override
  public Set<RecordType> types() {
    return Set.of(
        RecordType.HOSPITAL_REPORTED,
        RecordType.DOCTOR_APPEALED,
        RecordType.HOSPITAL_APPEALED,
        RecordType.REPORT_DECIDED,
        RecordType.APPEAL_DECIDED);
  }

  @Override
  public void onFinal(LedgerRecord signed, Inclusion inclusion) {
    if (DECISIONS.contains(signed.type())) {
      docket.recorded(signed, inclusion);
    } else {
      lodging.recorded(signed, inclusion);
    }
  }

  @Override
  public void onRejected(LedgerRecord signed, String reason) {
    if (DECISIONS.contains(signed.type())) {
      docket.notRecorded(signed, reason);
    } else {
      lodging.notRecorded(signed, reason);
    }
  }
}
