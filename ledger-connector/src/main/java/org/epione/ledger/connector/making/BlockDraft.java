package org.epione.ledger.connector.making;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.connector.store.PendingRecord;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.state.BlockCheck;
import org.epione.ledger.state.ChainHead;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RecordPosition;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.RejectionReason;

/**
 * Chooses from the records that wait those that make the next block: in the order in which they
 * came in, and again those that another record has made allowed. One use.
 */
final class BlockDraft {

  private final RecordRules rules;
  private final BlockCheck check;
  private final ChainState before;
  private final Instant time;
  private final int most;

  private final List<LedgerRecord> records = new ArrayList<>();
  private final List<LedgerRecord> evidence = new ArrayList<>();
  private final Map<PendingRecord, RejectionReason> refused = new LinkedHashMap<>();
  private ChainState state;
  private int length;

  BlockDraft(RecordRules rules, ChainState before, Instant time) {
    this.rules = rules;
    this.check = new BlockCheck(rules);
    this.before = before;
    this.time = before.head().map(ChainHead::time).filter(time::isBefore).orElse(time);
    this.most = before.founding().map(founding -> founding.blockRules().maxRecords()).orElse(1);
    this.state = before;
  }

  /** Takes what may come next, and sets aside what never may. */
  void fill(List<PendingRecord> waiting) {
    List<PendingRecord> left = new ArrayList<>(waiting);
    boolean again = true;
    while (again && !left.isEmpty()) {
      int taken = records.size();
      left.removeIf(this::isDecided);
      again = records.size() > taken && !isFull();
    }
  }

  private boolean isDecided(PendingRecord pending) {
    if (isFull()) {
      return false;
    }
    LedgerRecord record = pending.record();
    Optional<RejectionReason> refusal = rules.check(state, record, time);
    if (refusal.isPresent() && refusal.get().mayPass() && !isOverdue(pending)) {
      return false;
    }
    if (refusal.isEmpty() && !isJustified(pending)) {
      refusal = Optional.of(RejectionReason.BAD_REJECTION);
    }
    if (refusal.isPresent()) {
      refused.put(pending, refusal.get());
      return true;
    }
    int more = record.length() + pending.evidence().map(LedgerRecord::length).orElse(0);
    if (length + more > Block.MAX_RECORD_BYTES) {
      return false;
    }
    state = state.apply(record, new RecordPosition(before.nextHeight(), records.size()));
    records.add(record);
    pending.evidence().ifPresent(evidence::add);
    length += more;
    return true;
  }

  private boolean isOverdue(PendingRecord pending) {
    BlockRules limits =
        before.founding().map(founding -> founding.blockRules()).orElse(BlockRules.DEFAULT);
    return pending.received().plus(limits.maxRecordAge()).isBefore(time);
  }

  private boolean isJustified(PendingRecord pending) {
    return !(pending.record().body() instanceof RejectionBody body)
        || pending
            .evidence()
            .filter(record -> check.justifies(state, body, record, time))
            .isPresent();
  }

  /** Whether the block has to close the epoch, and nothing else. */
  boolean isClosing() {
    return before
        .epoch()
        .filter(open -> open.isOver(before.founding().orElseThrow().blockRules(), time))
        .isPresent();
  }

  /** Time of the block. */
  Instant time() {
    return time;
  }

  boolean isFull() {
    return records.size() >= most;
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  List<LedgerRecord> records() {
    return records;
  }

  List<LedgerRecord> evidence() {
    return evidence;
  }

  /** What may never come onto the chain, and why. */
  Map<PendingRecord, RejectionReason> refused() {
    return refused;
  }

  /** The state after the records chosen. */
  ChainState state() {
    return state;
  }

  /** The header of the block of the records chosen. */
  BlockHeader header(Pid chain) {
    return new BlockHeader(
        chain,
        before.nextHeight(),
        before.head().map(ChainHead::hash).orElse(BlockHeader.NO_BLOCK),
        time,
        chain,
        records.size(),
        Block.tree(records).root(),
        state.credit().digest());
  }
}
