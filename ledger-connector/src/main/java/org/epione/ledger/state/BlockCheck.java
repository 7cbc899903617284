package org.epione.ledger.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.state.BlockFault.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a block may follow on a chain: its header, the supernodes' signatures, each
 * record by {@link RecordRules} in the state that the records before it leave, root and credit. The
 * signatures and ciphertexts of all records are verified in one batch. Thread-safe.
 */
public final class BlockCheck {

  private final RecordRules rules;

  /** A check by these rules. */
  public BlockCheck(RecordRules rules) {
    this.rules = rules;
  }

  /** Checks a final block: both signatures, but not the clock. */
  public BlockVerdict checkFinal(ChainState before, Block block) {
    SignedHeader signed = block.signedHeader();
    return check(
        before, signed.header(), signed.hospital(), Optional.of(signed.cloud()), block.records());
  }

  /**
   * Checks a final block but for what {@code later} defers: the signatures and ciphertexts, of the
   * supernodes too. The verdict is worth as much as what {@code later} settles.
   */
  public BlockVerdict checkFinal(ChainState before, Block block, SignatureChecks later) {
    SignedHeader signed = block.signedHeader();
    return headerFault(
            later,
            before,
            signed.header(),
            signed.hospital(),
            Optional.of(signed.cloud()),
            block.records())
        .map(BlockVerdict::refused)
        .orElseGet(() -> check(rules.with(later), before, signed.header(), block.records()));
  }

  /** Checks a block before it is cosigned: also against the clock, and each REJECTION in it. */
  public BlockVerdict checkProposed(ChainState before, ProposedBlock block, Instant now) {
    Optional<Founding> founding = founding(before, block.records());
    BlockRules blockRules = founding.map(Founding::blockRules).orElse(BlockRules.DEFAULT);
    if (block.header().time().isAfter(now.plus(blockRules.maxClockSkew()))) {
      return BlockVerdict.refused(BlockFault.of(Reason.FROM_THE_FUTURE));
    }
    int length = block.records().stream().mapToInt(LedgerRecord::length).sum();
    if (length > Block.MAX_RECORD_BYTES) {
      return BlockVerdict.refused(BlockFault.of(Reason.TOO_LONG));
    }
    BlockVerdict verdict =
        check(before, block.header(), block.hospital(), Optional.empty(), block.records());
    return verdict.fault().isPresent()
        ? verdict
        : unjustified(before, block).map(BlockVerdict::refused).orElse(verdict);
  }

  /**
   * Whether {@code rejection} may stand in a block of this time: the rules refuse {@code refused}
   * for the reason that it names.
   */
  public boolean justifies(
      ChainState state, RejectionBody rejection, LedgerRecord refused, Instant time) {
    if (!refused.contentDigest().equals(rejection.content())
        || !refused.author().equals(rejection.author())
        || !refused.signature().value().equals(rejection.signature())) {
      return false;
    }
    Optional<RejectionReason> found = rules.check(state, refused, time);
    boolean hospitalsWord =
        found.isEmpty()
            && !rules.opensEvidence()
            && rejection.reason().equals(RejectionReason.BAD_EVIDENCE.name());
    return hospitalsWord
        || found.filter(reason -> reason.name().equals(rejection.reason())).isPresent();
  }

  private BlockVerdict check(
      ChainState before,
      BlockHeader header,
      ByteString hospital,
      Optional<ByteString> cloud,
      List<LedgerRecord> records) {
    Optional<BlockFault> fault =
        headerFault(rules.checks(), before, header, hospital, cloud, records);
    if (fault.isPresent()) {
      return BlockVerdict.refused(fault.get());
    }
    SignatureChecks together = rules.checks().deferring();
    BlockVerdict hoped = check(rules.with(together), before, header, records);
    if (hoped.fault().isEmpty() && together.settle()) {
      return hoped;
    }
    // Something is wrong: one by one, so that the fault named is the first.
    return check(rules, before, header, records);
  }

  private static BlockVerdict check(
      RecordRules rules, ChainState before, BlockHeader header, List<LedgerRecord> records) {
    ChainState state = before;
    for (int i = 0; i < records.size(); i++) {
      Optional<RejectionReason> refusal = rules.check(state, records.get(i), header.time());
      if (refusal.isPresent()) {
        return BlockVerdict.refused(BlockFault.refused(i, refusal.get()));
      }
      state = state.apply(records.get(i), new RecordPosition(header.height(), i));
    }
    if (!Block.tree(records).root().equals(header.root())) {
      return BlockVerdict.refused(BlockFault.of(Reason.WRONG_ROOT));
    }
    if (!state.credit().digest().equals(header.credit())) {
      return BlockVerdict.refused(BlockFault.of(Reason.WRONG_CREDIT));
    }
    return BlockVerdict.allowed(state.close(header));
  }

  private Optional<BlockFault> headerFault(
      SignatureChecks checks,
      ChainState before,
      BlockHeader header,
      ByteString hospital,
      Optional<ByteString> cloud,
      List<LedgerRecord> records) {
    Optional<Founding> known = founding(before, records);
    if (known.isEmpty()) {
      return Optional.of(BlockFault.of(Reason.BAD_FOUNDING));
    }
    Founding founding = known.get();
    @Nullable Reason reason = null;
    if (!header.chain().equals(founding.chain())) {
      reason = Reason.WRONG_CHAIN;
    } else if (header.height() != before.nextHeight()) {
      reason = Reason.WRONG_HEIGHT;
    } else if (!header
        .previous()
        .equals(before.head().map(ChainHead::hash).orElse(BlockHeader.NO_BLOCK))) {
      reason = Reason.BROKEN_LINK;
    } else if (before.head().filter(head -> header.time().isBefore(head.time())).isPresent()) {
      reason = Reason.TIME_BACKWARDS;
    } else if (!header.producer().equals(founding.chain())) {
      reason = Reason.WRONG_PRODUCER;
    } else if (!signed(checks, founding.hospital(), header, hospital)) {
      reason = Reason.BAD_HOSPITAL_SIGNATURE;
    } else if (cloud.isPresent() && !signed(checks, founding.cloud(), header, cloud.get())) {
      reason = Reason.BAD_CLOUD_SIGNATURE;
    } else if (header.recordCount() != records.size()
        || records.size() > founding.blockRules().maxRecords()) {
      reason = Reason.WRONG_COUNT;
    } else if (header.height() == 0 && records.size() != 1) {
      reason = Reason.BAD_FOUNDING;
    } else if (closes(records)) {
      reason = records.size() == 1 ? null : Reason.EPOCH_NOT_ALONE;
    } else if (before
        .epoch()
        .filter(epoch -> epoch.isOver(founding.blockRules(), header.time()))
        .isPresent()) {
      reason = Reason.EPOCH_NOT_CLOSED;
    }
    return Optional.ofNullable(reason).map(BlockFault::of);
  }

  private static boolean closes(List<LedgerRecord> records) {
    return records.stream().anyMatch(record -> record.type() == RecordType.EPOCH_CLOSED);
  }

  private static boolean signed(
      SignatureChecks checks, PartyCertificate signer, BlockHeader header, ByteString signature) {
    return checks.ed25519(signer.identity().signingKey(), header.encode(), signature);
  }

  private static Optional<Founding> founding(ChainState before, List<LedgerRecord> records) {
    if (before.founding().isPresent()) {
      return before.founding();
    }
    return records.stream()
        .findFirst()
        .filter(record -> record.type() == RecordType.HOSPITAL_ADMITTED)
        .map(record -> Founding.of((HospitalAdmittedBody) record.body()));
  }

  private Optional<BlockFault> unjustified(ChainState before, ProposedBlock block) {
    ChainState state = before;
    for (int i = 0; i < block.records().size(); i++) {
      LedgerRecord record = block.records().get(i);
      if (record.type() == RecordType.REJECTION) {
        RejectionBody body = (RejectionBody) record.body();
        ChainState at = state;
        boolean justified =
            block.refused().stream()
                .anyMatch(refused -> justifies(at, body, refused, block.header().time()));
        if (!justified) {
          return Optional.of(BlockFault.at(i, Reason.UNJUSTIFIED_REJECTION));
        }
      }
      state = state.apply(record, new RecordPosition(block.header().height(), i));
    }
    return Optional.empty();
  }
}
