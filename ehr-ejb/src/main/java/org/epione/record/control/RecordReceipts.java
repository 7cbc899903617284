package org.epione.record.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.chain.boundary.ReceiptListener;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.StoredBody;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.RecordListener;
import org.epione.record.entity.MedicalRecord;
import org.epione.record.entity.RecordState;

/**
 * The chain's answers about a finished record: after the diagnosis its storage receipt is
 * submitted, after that the record is final. A receipt that comes again finds the state moved on.
 */
@ApplicationScoped
public class RecordReceipts implements ReceiptListener {

  @Inject private RecordStore records;
  @Inject private Instance<RecordListener> listeners;
  @Inject private Clock clock;
  @EJB private ChainSubmission chain;

  @Override
  public Set<RecordType> types() {
    return Set.of(RecordType.DIAGNOSIS, RecordType.STORED);
  }

  @Override
  public void onFinal(LedgerRecord submitted, Inclusion inclusion) {
    RecordId id = episode(submitted);
    Optional<MedicalRecord> found = records.lock(id.hex());
    if (found.isEmpty()) {
      return;
    }
    MedicalRecord record = found.get();
    String finished = submitted.id().hex();
    if (record.state() == RecordState.SUBMITTED && record.diagnosisId().equals(finished)) {
      record.diagnosed(clock.instant());
      PartyCode hospital = new PartyCode(record.hospital());
      chain.submit(hospital, hospital, LedgerRecord.decode(record.stored().orElseThrow()));
    } else if (record.state() == RecordState.ATTESTING
        && record.storedId().equals(Optional.of(finished))) {
      record.complete(clock.instant());
      listeners.forEach(each -> each.onFinal(id));
    }
  }

  @Override
  public void onRejected(LedgerRecord submitted, String code) {
    RecordId id = episode(submitted);
    String reason = submitted.type() + " " + code;
    records
        .lock(id.hex())
        .filter(record -> waitsFor(record, submitted.id().hex()))
        .ifPresent(
            record -> {
              record.reject(reason, clock.instant());
              listeners.forEach(each -> each.onRejected(id, reason));
            });
  }

  private static boolean waitsFor(MedicalRecord record, String submitted) {
    return switch (record.state()) {
      case SUBMITTED -> record.diagnosisId().equals(submitted);
      case ATTESTING -> record.storedId().equals(Optional.of(submitted));
      case STORING, FINAL, REJECTED -> false;
    };
  }

  private static RecordId episode(LedgerRecord record) {
    if (record.body() instanceof DiagnosisBody diagnosis) {
      return diagnosis.episode();
    }
    return ((StoredBody) record.body()).episode();
  }
}
