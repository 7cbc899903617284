package org.epione.ledger.verification;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.export.ExportReader;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.EpochClosedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.state.ChainHead;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Founding;
import org.epione.ledger.state.SignatureChecks;

/**
 * Where a file begins: with the founding, or with a snapshot, which nobody signed, and the block
 * whose signatures vouch for it.
 *
 * @param tally what comes before the first block
 * @param snapshot digest of the snapshot
 * @param block the block with which the file has to begin, if it is to continue another
 */
record Beginning(Tally tally, Optional<Digest> snapshot, Optional<Digest> block) {

  /**
   * How this file begins, after the one that gave {@code before}, if any did.
   *
   * @throws MalformedEncodingException if its snapshot is of no state of its chain
   */
  static Beginning of(ExportReader file, Optional<VerificationReport> before) {
    Optional<Digest> block = before.flatMap(VerificationReport::head).map(ChainHead::hash);
    if (file.snapshot().isEmpty()) {
      return new Beginning(Tally.NONE, Optional.empty(), block);
    }
    byte[] snapshot = file.snapshot().get();
    ChainState state = ChainState.decode(snapshot);
    if (state.head().isEmpty()
        || state.epoch().isEmpty()
        || state.founding().filter(known -> known.chain().equals(file.chain())).isEmpty()) {
      throw new MalformedEncodingException("the snapshot is of no state of the chain");
    }
    Tally tally =
        before
            .map(report -> new Tally(state, withoutLast(report), report.finalByDelegates()))
            .orElseGet(() -> new Tally(state, Map.of(), Tally.NONE.finalByDelegates()));
    return new Beginning(tally, Optional.of(Digest.of(snapshot)), block);
  }

  /** The closing with which a file ends stands in the next one, too, and is counted there. */
  private static Map<RecordType, Long> withoutLast(VerificationReport report) {
    Map<RecordType, Long> counts = new EnumMap<>(RecordType.class);
    counts.putAll(report.counts());
    counts.computeIfPresent(RecordType.EPOCH_CLOSED, (type, count) -> count - 1);
    return counts;
  }

  /** Height of the first block. */
  long height() {
    return tally.state().nextHeight();
  }

  /**
   * Whether the system manager named in the snapshot certified the keys in it, on which all else
   * rests. That this is the right system manager is for the reader to compare, as with a founding.
   */
  Optional<Fault> uncertified(SignatureChecks checks) {
    if (snapshot.isEmpty()) {
      return Optional.empty();
    }
    Founding founding = tally.state().founding().orElseThrow();
    PartyCertificate manager = founding.systemManager();
    boolean certified =
        List.of(manager, founding.hospital(), founding.cloud()).stream()
            .allMatch(
                party ->
                    party.identity().issuer().equals(manager.pid())
                        && checks.ed25519(
                            manager.identity().signingKey(),
                            party.identity().toSign(),
                            party.signature()));
    return certified
        ? Optional.empty()
        : Optional.of(Faults.ofAnchor(BadAnchor.UNCERTIFIED_SNAPSHOT, height()));
  }

  /** What is wrong with a block as the one after {@code before}, if that is the beginning. */
  Optional<Fault> fault(Tally before, BlockHeader header, List<LedgerRecord> records) {
    if (!before.equals(tally)) {
      return Optional.empty();
    }
    if (block.isPresent() && !block.get().equals(header.hash())) {
      return Optional.of(Faults.ofAnchor(BadAnchor.NOT_CONTINUED, height()));
    }
    return snapshot.flatMap(
        digest -> unsealed(digest, records).map(wrong -> Faults.ofAnchor(wrong, header.height())));
  }

  private Optional<BadAnchor> unsealed(Digest sealed, List<LedgerRecord> records) {
    if (records.size() != 1 || !(records.get(0).body() instanceof EpochClosedBody closed)) {
      return Optional.of(BadAnchor.NO_ANCHOR);
    }
    ChainHead head = tally.state().head().orElseThrow();
    if (closed.lastHeight() != head.height() || !closed.lastBlock().equals(head.hash())) {
      return Optional.of(BadAnchor.OTHER_SNAPSHOT);
    }
    return closed.state().equals(sealed)
        ? Optional.empty()
        : Optional.of(BadAnchor.FORGED_SNAPSHOT);
  }
}
