package org.epione.ledger.finality;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.SignatureChecks;

/**
 * Whose countersignatures make a block final by delegates: the doctors of the hospital who were in
 * good standing before it, so that no block chooses its own judges. Each has one vote, through one
 * station; who has no station counts among those of whom two thirds are needed all the same.
 *
 * @param delegates ordered by pseudo-identity
 */
public record Electorate(List<Voter> delegates) {

  /** Copies the list, in order. */
  public Electorate {
    delegates = delegates.stream().sorted(Comparator.comparing(Voter::doctor)).toList();
  }

  /** Who decides on the block that follows {@code before}. */
  public static Electorate after(ChainState before) {
    return new Electorate(
        before.delegates().stream()
            .filter(doctor -> isOwn(before, doctor.certificate().hospital()))
            .filter(doctor -> before.inGoodStanding(doctor.pid()))
            .map(
                doctor ->
                    new Voter(
                        doctor.pid(),
                        doctor.certificate().identity().validity(),
                        before.station(doctor.pid())))
            .toList());
  }

  private static boolean isOwn(ChainState state, Pid hospital) {
    return state.founding().filter(founding -> founding.chain().equals(hospital)).isPresent();
  }

  /** Number of delegates at the time of a block. */
  public int count(Instant time) {
    return (int) delegates.stream().filter(voter -> voter.isDelegate(time)).count();
  }

  /** Number of delegates with a station at the time of a block. */
  public int stations(Instant time) {
    return (int) delegates.stream().filter(voter -> voter.key(time).isPresent()).count();
  }

  /** How many countersignatures are two thirds of the delegates, rounded up; at least one. */
  public int needed(Instant time) {
    return Math.max(1, (2 * count(time) + 2) / 3);
  }

  /** The delegate of this pseudo-identity. */
  public Optional<Voter> voter(Pid doctor) {
    return delegates.stream().filter(voter -> voter.doctor().equals(doctor)).findFirst();
  }

  /** Whether {@code vote} is one for the block with this header, by a delegate's station. */
  public boolean accepts(SignatureChecks checks, BlockHeader header, Countersignature vote) {
    return vote.chain().equals(header.chain())
        && vote.height() == header.height()
        && vote.block().equals(header.hash())
        && voter(vote.doctor())
            .flatMap(voter -> voter.key(header.time()))
            .filter(key -> checks.ed25519(key, vote.toSign(), vote.signature()))
            .isPresent();
  }

  /** Whether these votes, each {@link #accepts accepted}, are those of two thirds. */
  public boolean isFinal(BlockHeader header, Collection<Countersignature> votes) {
    int doctors = votes.stream().map(Countersignature::doctor).collect(Collectors.toSet()).size();
    return doctors >= needed(header.time());
  }
}
