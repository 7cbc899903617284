package org.epione.ledger.verification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.state.ChainHead;
import org.epione.ledger.state.ChainState;

/**
 * What a verification found. Valid means: every byte of the file is accounted for by signatures and
 * hashes that hold, from the system manager's key in the first record on. That this is the right
 * system manager, and that the file is not an older state of the chain, is for the reader to
 * compare with {@link ChainState#founding} and the head.
 *
 * @param chain the chain that the file says it is; absent if even that could not be read
 * @param beginning height of the block with which the file begins: 0 is the founding; any other is
 *     the closing of an epoch, and what came before rests on its signatures
 * @param state the state after the last block that holds
 * @param counts number of records of each type so far
 * @param finalByDelegates the last height that two thirds of the delegates countersigned; it and
 *     all below are final by delegates
 * @param fault the first fault; absent if there is none
 */
public record VerificationReport(
    Optional<Pid> chain,
    long beginning,
    ChainState state,
    Map<RecordType, Long> counts,
    OptionalLong finalByDelegates,
    Optional<Fault> fault) {

  /** Copies the map. */
  public VerificationReport {
    counts = Map.copyOf(counts);
  }

  VerificationReport(Optional<Pid> chain, long beginning, Tally tally, Optional<Fault> fault) {
    this(chain, beginning, tally.state(), tally.counts(), tally.finalByDelegates(), fault);
  }

  VerificationReport beginningAt(long height) {
    return new VerificationReport(chain, height, state, counts, finalByDelegates, fault);
  }

  /** Whether everything holds. */
  public boolean isValid() {
    return fault.isEmpty();
  }

  /**
   * What episodes lack. Valid all the same: a file that ends early cannot be told from a part that
   * was never made, and both are for the reader to ask about.
   */
  public List<MissingPart> missing() {
    return MissingPart.in(state);
  }

  /** The last block that holds. */
  public Optional<ChainHead> head() {
    return state.head();
  }
}
