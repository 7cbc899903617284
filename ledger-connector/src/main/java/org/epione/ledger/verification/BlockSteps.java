package org.epione.ledger.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.EncodedBlock;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.finality.Electorate;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.BlockCheck;
import org.epione.ledger.state.BlockVerdict;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Evidence;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.SignatureChecks;

/** Goes from block to block of one chain. Thread-safe. */
final class BlockSteps {

  private final Pid chain;
  private final Beginning beginning;
  private final SignatureChecks checks;
  private final BlockCheck check;

  BlockSteps(Pid chain, Beginning beginning, SignatureChecks checks) {
    this.chain = chain;
    this.beginning = beginning;
    this.checks = checks;
    this.check = new BlockCheck(new RecordRules(checks, Evidence.NOT_OURS));
  }

  /** Checks for which many steps wait. */
  SignatureChecks deferring() {
    return checks.deferring();
  }

  /** Checks everything of the next block, up to the first fault. */
  Step next(Tally before, ExportedBlock block) {
    return next(before, block, checks, whole -> check.checkFinal(before.state(), whole));
  }

  /** Checks the next block but for what {@code later} defers. */
  Step next(Tally before, ExportedBlock block, SignatureChecks later) {
    return next(before, block, later, whole -> check.checkFinal(before.state(), whole, later));
  }

  /** How the block itself is judged. */
  @FunctionalInterface
  private interface Judge {
    BlockVerdict of(Block block);
  }

  private Step next(Tally before, ExportedBlock exported, SignatureChecks with, Judge judge) {
    long height = before.state().nextHeight();
    EncodedBlock encoded;
    try {
      encoded = EncodedBlock.decode(exported.block().bytes());
    } catch (MalformedEncodingException e) {
      return Step.failed(before, Faults.ofFile(height, e));
    }
    List<LedgerRecord> records = new ArrayList<>();
    for (ByteString record : encoded.records()) {
      try {
        records.add(LedgerRecord.decode(record.bytes()));
      } catch (MalformedEncodingException e) {
        return Step.failed(before, Faults.ofRecord(height, records.size(), e));
      }
    }
    Block block = new Block(encoded.signedHeader(), records);
    Optional<Fault> misplaced = beginning.fault(before, block.header(), records);
    if (misplaced.isPresent()) {
      return Step.failed(before, misplaced.get());
    }
    BlockVerdict verdict = judge.of(block);
    if (verdict.fault().isPresent()) {
      return Step.failed(
          before, Faults.ofBlock(before.state(), block, height, verdict.fault().get()));
    }
    if (!block.header().chain().equals(chain)) {
      return Step.failed(
          before,
          Faults.ofFile(height, new MalformedEncodingException("the file names another chain")));
    }
    Tally after = before.with(verdict.after().orElseThrow(), records);
    return exported.votes().isEmpty()
        ? new Step(after, Optional.empty())
        : countersigned(before.state(), after, block.header(), exported.votes(), with);
  }

  /** Checks the countersignatures of a block: each counts, none twice, in their order. */
  private static Step countersigned(
      ChainState before,
      Tally after,
      BlockHeader header,
      List<byte[]> encoded,
      SignatureChecks checks) {
    Electorate electorate = Electorate.after(before);
    List<Countersignature> votes = new ArrayList<>();
    for (byte[] each : encoded) {
      Countersignature vote;
      try {
        vote = Countersignature.decode(each);
      } catch (MalformedEncodingException e) {
        return Step.failed(after, Faults.ofFile(header.height(), e));
      }
      boolean inOrder =
          votes.isEmpty() || votes.get(votes.size() - 1).doctor().compareTo(vote.doctor()) < 0;
      if (!inOrder || !electorate.accepts(checks, header, vote)) {
        return Step.failed(after, Faults.ofVote(header.height(), vote));
      }
      votes.add(vote);
    }
    boolean isFinal = electorate.isFinal(header, votes);
    return new Step(isFinal ? after.withFinal(header.height()) : after, Optional.empty());
  }
}
