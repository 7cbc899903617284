package org.epione.ledger.connector.making;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Cosignature;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.LeaseRow;
import org.epione.ledger.connector.store.PendingRecord;
import org.epione.ledger.connector.store.ProposalRow;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Founding;
import org.epione.ledger.state.RejectionReason;

/**
 * Makes a hospital's blocks: when enough records wait, or one has waited long enough, or the epoch
 * is over, decides on the next block, signs it, and offers it to the cloud until the cloud has
 * answered. There is never more than one such block, and it is never replaced. It is committed
 * before it is signed, so that a server that is stopped at any moment, or comes back after another
 * took its place, can have signed no other: the hospital signs each height once.
 */
public final class BlockMaking {

  /** Type of the message that proposes a block to the cloud; payload: a {@link ProposedBlock}. */
  public static final String PROPOSE = "ledger.propose";

  /** Most waiting records that are looked at for one block. */
  static final int LOOK_AHEAD = BlockRules.MOST_RECORDS;

  private static final Duration FIRST_RESEND = Duration.ofSeconds(5);
  private static final Duration LAST_RESEND = Duration.ofMinutes(1);

  private final LedgerContext context;
  private final Receipts receipts;
  private final Rejections rejections;

  /** Works with what the context holds. */
  public BlockMaking(LedgerContext context) {
    this.context = context;
    this.receipts = new Receipts(context);
    this.rejections = new Rejections(context);
  }

  /**
   * Does the next thing that is due, if this server is the one to do it.
   *
   * @param offer how a block is offered to a cloud that is hosted here
   * @return whether there is more to do, in a transaction of its own
   */
  public boolean step(String hospital, Offer offer) {
    Optional<ChainRow> row = context.store().chains().lock(hospital, hospital);
    Optional<LeaseRow> lease =
        row.flatMap(held -> context.lease().hold(context.store().leases(), held));
    if (lease.isEmpty() || !new CloudAgreement(context).reach(row.orElseThrow(), lease.get())) {
      return false;
    }
    Optional<ProposalRow> proposal = context.store().proposals().find(hospital);
    if (proposal.isEmpty()) {
      return decide(row.get());
    }
    if (!proposal.get().signed()) {
      return sign(row.get(), offer);
    }
    return isDueAgain(proposal.get()) && offerAgain(row.get(), offer);
  }

  private boolean isDueAgain(ProposalRow offered) {
    Duration pause = FIRST_RESEND.multipliedBy(offered.attempts());
    pause = pause.compareTo(LAST_RESEND) > 0 ? LAST_RESEND : pause;
    return context.hasPassed(pause, offered.sent());
  }

  private boolean offerAgain(ChainRow row, Offer offer) {
    context.store().proposals().sentAgain(row.hospital(), context.now());
    return offer(row, context.store().proposals().block(row.hospital()), offer);
  }

  private boolean decide(ChainRow row) {
    ChainState state = context.states().at(context.store(), row);
    BlockDraft draft = draft(row, state);
    if (draft.isClosing()) {
      close(row, state, draft);
    } else {
      BlockRules rules = state.founding().map(Founding::blockRules).orElse(BlockRules.DEFAULT);
      List<PendingRecord> first = inTurn(row, rules.maxRecords());
      if (first.isEmpty() || !isDue(row, rules, first)) {
        return false;
      }
      draft = filled(row, state, draft, first, rules.maxRecords());
      refuse(row, draft);
    }
    if (!draft.isEmpty()) {
      context
          .store()
          .proposals()
          .add(
              row.hospital(),
              ProposedBlock.unsigned(draft.header(row.pid()), draft.records(), draft.evidence()),
              context.now());
    }
    return !draft.isEmpty();
  }

  /** As a rule the first in turn fill a block; further ones are looked at where they do not. */
  private BlockDraft filled(
      ChainRow row, ChainState state, BlockDraft draft, List<PendingRecord> first, int most) {
    draft.fill(first);
    if (draft.isFull() || first.size() < most) {
      return draft;
    }
    BlockDraft further = draft(row, state);
    further.fill(inTurn(row, LOOK_AHEAD));
    return further;
  }

  /**
   * The records whose turn it is. One that was refused while another server took it in is answered
   * as refused and waits no longer: whoever has that answer must not find it on the chain.
   */
  private List<PendingRecord> inTurn(ChainRow row, int count) {
    String hospital = row.hospital();
    List<PendingRecord> waiting = context.store().pending().inTurn(hospital, count);
    Map<Digest, String> refused =
        context
            .store()
            .refusals()
            .among(hospital, waiting.stream().map(each -> each.record().id()).toList());
    if (refused.isEmpty()) {
      return waiting;
    }
    receipts.answerAll(hospital, receipts.existing(hospital, row.pid(), refused.keySet()).values());
    context
        .store()
        .pending()
        .remove(
            hospital,
            waiting.stream()
                .map(PendingRecord::record)
                .filter(record -> refused.containsKey(record.id()))
                .toList());
    return waiting.stream().filter(each -> !refused.containsKey(each.record().id())).toList();
  }

  private BlockDraft draft(ChainRow row, ChainState state) {
    return new BlockDraft(context.hospitalRules(row.hospital()), state, context.now());
  }

  /** Nothing may come before the closing, however much waits. */
  private void close(ChainRow row, ChainState state, BlockDraft draft) {
    LedgerRecord closing = new OwnRecords(context).signed(row, draft.time(), state.closing());
    draft.fill(List.of(new PendingRecord(closing, context.now(), Optional.empty())));
    draft
        .refused()
        .forEach(
            (record, reason) -> {
              throw new LedgerException(LedgerProblem.CANNOT_CLOSE, row.hospital() + ": " + reason);
            });
  }

  /** The first in turn of all is the one that waits longest. */
  private boolean isDue(ChainRow row, BlockRules rules, List<PendingRecord> first) {
    boolean founding = row.height() < 0;
    return founding
        || first.size() >= rules.maxRecords()
        || context.hasPassed(rules.maxWait(), first.get(0).received());
  }

  private void refuse(ChainRow row, BlockDraft draft) {
    Map<PendingRecord, RejectionReason> refused = draft.refused();
    List<LedgerRecord> records = refused.keySet().stream().map(PendingRecord::record).toList();
    List<Digest> ids = records.stream().map(LedgerRecord::id).toList();
    // Taken in by one server while another made a block of it: final, whatever it would be now.
    Map<Digest, Receipt> answers = receipts.existing(row.hospital(), row.pid(), ids);
    refused.forEach(
        (pending, reason) -> {
          LedgerRecord record = pending.record();
          Receipt rejected = Receipt.ofRejected(row.pid(), record.id(), reason.name());
          if (answers.putIfAbsent(record.id(), rejected) != null) {
            return;
          }
          if (record.type() == RecordType.REJECTION) {
            rejections.again(draft.state(), row, pending);
          } else {
            rejections.refuse(draft.state(), row, record, reason);
          }
        });
    receipts.answerAll(row.hospital(), answers.values());
    context.store().pending().remove(row.hospital(), records);
  }

  private boolean sign(ChainRow row, Offer offer) {
    ProposedBlock decided = context.store().proposals().block(row.hospital());
    byte[] signature = context.signer().sign(row.hospital(), decided.header().encode());
    ProposedBlock block = decided.signed(ByteString.of(signature));
    context.store().proposals().signed(row.hospital(), block, context.now());
    return offer(row, block, offer);
  }

  /** Whether the block is final already. */
  private boolean offer(ChainRow row, ProposedBlock block, Offer offer) {
    ChainState state = context.states().at(context.store(), row);
    Founding founding = cloud(state, block);
    String cloud = founding.cloud().code();
    if (offer == Offer.AT_ONCE && context.directory().hosts(cloud)) {
      Cosignature answer = new Cosigning(context).answer(cloud, row.hospital(), block);
      return new Finalisation(context).answered(row, state, founding, block, answer);
    }
    context.dispatch().send(row.hospital(), cloud, PROPOSE, block.encode());
    return false;
  }

  /** Who cosigns: as the chain says, or as its first record will. */
  public static Founding cloud(ChainState state, ProposedBlock block) {
    return state
        .founding()
        .orElseGet(() -> Founding.of((HospitalAdmittedBody) block.records().get(0).body()));
  }
}
