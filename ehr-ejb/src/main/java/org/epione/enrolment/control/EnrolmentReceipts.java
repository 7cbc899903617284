package org.epione.enrolment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.epione.chain.boundary.ReceiptListener;
import org.epione.enrolment.entity.Doctor;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;

/** A doctor is enrolled when her record stands on the hospital's chain. */
@ApplicationScoped
public class EnrolmentReceipts implements ReceiptListener {

  @Inject private Staff staff;

  @Override
  public Set<RecordType> types() {
    return Set.of(RecordType.DOCTOR_ENROLLED);
  }

  @Override
  public void onFinal(LedgerRecord ledgerRecord, Inclusion inclusion) {
    staff.byRecord(ledgerRecord.id()).ifPresent(Doctor::enrolled);
  }

  @Override
  public void onRejected(LedgerRecord ledgerRecord, String reason) {
    staff.byRecord(ledgerRecord.id()).ifPresent(doctor -> doctor.refused(reason));
  }
}
