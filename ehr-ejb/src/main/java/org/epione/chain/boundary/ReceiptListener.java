package org.epione.chain.boundary;

import java.util.Set;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;

/**
 * What a feature does when a record that this server submitted was decided on. Implementations are
 * {@code @ApplicationScoped} beans; they run in the transaction in which the receipt is received,
 * once for each record.
 */
public interface ReceiptListener {

  /** The types of record it wants to hear of. */
  Set<RecordType> types();

  /** The record stands on its chain; the proof was verified. */
  void onFinal(LedgerRecord record, Inclusion inclusion);

  /**
   * The record was refused.
   *
   * @param reason the code of a reason, for example {@code WRONG_ORDER}
   */
  void onRejected(LedgerRecord record, String reason);
}
