package org.epione.ledger.connector.making;

import java.util.List;
import java.util.Optional;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.PendingRecord;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RejectionReason;

/** Founds the chain of a hospital hosted here. */
public final class Foundation {

  private final LedgerContext context;

  /** Works with what the context holds. */
  public Foundation(LedgerContext context) {
    this.context = context;
  }

  /** Keeps the founding record for block 0; the same once more changes nothing. */
  public void found(String hospital, LedgerRecord founding) {
    Optional<ChainRow> existing = context.store().chains().find(hospital, hospital);
    if (existing.isPresent()) {
      if (!existing.get().pid().equals(founding.chain())) {
        throw new LedgerException(
            LedgerProblem.CANNOT_FOUND, hospital + " has another chain already");
      }
      return;
    }
    if (founding.type() != RecordType.HOSPITAL_ADMITTED
        || !context.directory().hosts(hospital)
        || !Founders.areKnown(
            context.directory(),
            (HospitalAdmittedBody) founding.body(),
            hospital,
            Optional.empty())) {
      throw new LedgerException(LedgerProblem.CANNOT_FOUND, hospital);
    }
    Optional<RejectionReason> refusal =
        context.hospitalRules(hospital).check(ChainState.EMPTY, founding, context.now());
    if (refusal.isPresent()) {
      throw new LedgerException(LedgerProblem.CANNOT_FOUND, hospital + ": " + refusal.get());
    }
    context.store().endIfAbandoned();
    context.store().chains().create(hospital, hospital, founding.chain());
    context
        .store()
        .pending()
        .add(hospital, List.of(new PendingRecord(founding, context.now(), Optional.empty())));
  }
}
