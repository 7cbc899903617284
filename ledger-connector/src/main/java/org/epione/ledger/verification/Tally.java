package org.epione.ledger.verification;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.state.ChainState;

/**
 * What the blocks so far come to.
 *
 * @param state after the last of them
 * @param counts number of records of each type
 * @param finalByDelegates the last height with the countersignatures of two thirds
 */
record Tally(ChainState state, Map<RecordType, Long> counts, OptionalLong finalByDelegates) {

  static final Tally NONE = new Tally(ChainState.EMPTY, Map.of(), OptionalLong.empty());

  /** With a block of these records more. */
  Tally with(ChainState after, List<LedgerRecord> records) {
    Map<RecordType, Long> more = new EnumMap<>(RecordType.class);
    more.putAll(counts);
    records.forEach(record -> more.merge(record.type(), 1L, Long::sum));
    return new Tally(after, more, finalByDelegates);
  }

  /** With the last block final by delegates. */
  Tally withFinal(long height) {
    return new Tally(state, counts, OptionalLong.of(height));
  }

  long records() {
    return state.head().map(head -> head.records()).orElse(0L);
  }
}
