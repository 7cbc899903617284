package org.epione.record.boundary;

import org.epione.crypto.identity.RecordId;

/**
 * Told when a finished record reaches its end, in the transaction that does it. Implementations are
 * {@code @ApplicationScoped} beans.
 */
public interface RecordListener {

  /** Diagnosis and storage receipt are on the chain. */
  void onFinal(RecordId record);

  /**
   * Cloud or chain refused it.
   *
   * @param reason stable word
   */
  void onRejected(RecordId record, String reason);
}
