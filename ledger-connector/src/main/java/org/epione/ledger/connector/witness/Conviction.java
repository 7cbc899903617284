package org.epione.ledger.connector.witness;

import java.util.logging.Logger;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.WitnessRow;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.LogContradiction;

/** What follows when a log is convicted by its own signatures. */
final class Conviction {

  private static final Logger LOG = Logger.getLogger(Conviction.class.getName());

  private final LedgerContext context;

  Conviction(LedgerContext context) {
    this.context = context;
  }

  /** Keeps the evidence; the log is not cosigned before a person decides. The row is locked. */
  void convict(WitnessRow row, LogContradiction evidence) {
    long size = Checkpoint.parse(evidence.second().text()).size();
    LOG.severe(
        LedgerProblem.CONTRADICTION.about(
            row.hospital() + " size " + size + ", seen by " + row.witness()));
    context.store().contradictions().keep(row, evidence, context.now());
    context.store().witnesses().suspend(row, context.now());
  }
}
