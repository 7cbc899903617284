package org.epione.audit.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A hospital's chain as it stands.
 *
 * @param chain pseudo-identity of the hospital, in hexadecimal
 * @param height of the last block; -1 before the first
 * @param head hash of that block, in hexadecimal
 * @param madeAt when that block was made
 * @param pending records that wait for a block
 * @param logKey verifies the chain's checkpoints and proofs (C2SP signed-note); absent before the
 *     first block
 * @param finalByDelegates last height that two thirds of the delegates countersigned
 * @param delegates number of delegates now
 * @param stations number of those who have a station
 * @param votesNeeded how many countersignatures are two thirds of the delegates
 * @param witnesses who follow the chain's log and cosign its heads
 * @param anchoring where its heads are anchored
 */
public record ChainView(
    String hospital,
    String hospitalName,
    String chain,
    long height,
    String head,
    Optional<Instant> madeAt,
    long records,
    long pending,
    Optional<String> logKey,
    Optional<Long> finalByDelegates,
    int delegates,
    int stations,
    int votesNeeded,
    List<WitnessView> witnesses,
    AnchoringView anchoring) {

  public ChainView {
    witnesses = List.copyOf(witnesses);
  }
}
