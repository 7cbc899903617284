package org.epione.ledger.connector.making;

import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Delegate;
import org.epione.ledger.state.Founding;

/** Remembers what was refused, for as long as it may come again and be anything but too old. */
final class Refusals {

  private final LedgerContext context;

  Refusals(LedgerContext context) {
    this.context = context;
  }

  void add(String hospital, ChainState state, LedgerRecord record, String reason) {
    BlockRules rules = state.founding().map(Founding::blockRules).orElse(BlockRules.DEFAULT);
    context
        .store()
        .refusals()
        .add(
            hospital,
            state.delegate(record.author()).map(Delegate::pid),
            record.id(),
            reason,
            context.now(),
            rules.maxRecordAge().plus(rules.maxClockSkew().multipliedBy(2)));
  }
}
