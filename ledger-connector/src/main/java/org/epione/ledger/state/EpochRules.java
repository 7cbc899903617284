package org.epione.ledger.state;

import static org.epione.ledger.state.RefusedRecord.require;

import java.time.Instant;
import org.epione.ledger.record.EpochClosedBody;

/** Rules for closing an epoch; that the hospital signed is checked before. */
final class EpochRules {

  /** What the record says is what the chain comes to, and the time of the epoch is over. */
  void requireClosing(ChainState state, Founding founding, EpochClosedBody body, Instant now) {
    Epoch open = state.epoch().orElseThrow();
    require(body.epoch() == open.number(), RejectionReason.NOT_THE_EPOCH);
    require(open.isOver(founding.blockRules(), now), RejectionReason.EPOCH_NOT_OVER);
    ChainHead head =
        state.head().orElseThrow(() -> RefusedRecord.because(RejectionReason.EPOCH_NOT_OVER));
    require(
        body.lastHeight() == head.height() && body.lastBlock().equals(head.hash()),
        RejectionReason.WRONG_LAST_BLOCK);
    require(
        body.logSize() == state.log().size() && body.logRoot().equals(state.log().root()),
        RejectionReason.WRONG_LOG);
    require(body.state().equals(state.sealed().digest()), RejectionReason.WRONG_STATE);
  }
}
