package org.epione.ledger.station;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.finality.Electorate;
import org.epione.ledger.finality.Equivocation;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.state.BlockCheck;
import org.epione.ledger.state.BlockFault;
import org.epione.ledger.state.BlockFault.Reason;
import org.epione.ledger.state.BlockVerdict;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Evidence;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.SignatureChecks;
import org.epione.ledger.station.Reception.Outcome;

/**
 * The rule of a station. A block is checked as cloud and verifiers check it, then kept on the disk,
 * and only then countersigned; for each height one block is kept, and only what is kept is signed,
 * so no order of messages and no restart brings about two countersignatures for one height. Once
 * the hospital has signed two histories, the station keeps the proof and signs nothing any more.
 * Not thread-safe.
 */
public final class Station {

  private record Vote(BlockHeader header, Pid doctor) {}

  private final TrustAnchor anchor;
  private final StationStore store;
  private final StationSigner signer;
  private final SignatureChecks checks;
  private final BlockCheck check;
  private final Deque<Vote> undelivered = new ArrayDeque<>();
  private ChainState state = ChainState.EMPTY;

  private Station(
      TrustAnchor anchor, StationStore store, StationSigner signer, SignatureChecks checks) {
    this.anchor = anchor;
    this.store = store;
    this.signer = signer;
    this.checks = checks;
    this.check = new BlockCheck(new RecordRules(checks, Evidence.NOT_OURS));
  }

  /**
   * Takes up where the station that kept this left off.
   *
   * @throws DamagedStoreException if what is kept does not fit together
   */
  public static Station open(
      TrustAnchor anchor, StationStore store, StationSigner signer, SignatureChecks checks) {
    Station station = new Station(anchor, store, signer, checks);
    for (long height = 0; height <= store.height(); height++) {
      station.takeUp(height, store.block(height));
    }
    return station;
  }

  /** Blocks were checked when they were kept: here only that they are still those. */
  private void takeUp(long height, ByteString kept) {
    Block block;
    try {
      block = Block.decode(kept.bytes());
    } catch (MalformedEncodingException e) {
      throw new DamagedStoreException(height);
    }
    BlockHeader header = block.header();
    boolean fits =
        header.height() == height
            && header
                .previous()
                .equals(state.head().map(h -> h.hash()).orElse(BlockHeader.NO_BLOCK))
            && header.root().equals(Block.tree(block.records()).root());
    if (!fits) {
      throw new DamagedStoreException(height);
    }
    ChainState after = state.after(block);
    if (after.founding().filter(anchor::isMetBy).isEmpty()) {
      throw new DamagedStoreException(height);
    }
    advance(after, header);
  }

  /** Height of the block that is missing next. */
  public long next() {
    return state.nextHeight();
  }

  /** What the chain says, as far as it is kept. */
  public ChainState state() {
    return state;
  }

  /** The proof that the hospital signed two histories, once the station has it. */
  public Optional<Equivocation> evidence() {
    return store.evidence();
  }

  /** In whose name the station would countersign the next block. */
  public Optional<Pid> doctor() {
    return state.stationHolder(signer.key());
  }

  /** Takes a block, from wherever. */
  public Reception receive(Block block) {
    if (store.evidence().isPresent()) {
      return Reception.of(Outcome.STOPPED);
    }
    BlockHeader header = block.header();
    if (header.height() > state.nextHeight()) {
      return Reception.of(Outcome.AHEAD);
    }
    if (header.height() < state.nextHeight()) {
      SignedHeader kept = kept(header.height());
      return kept.header().equals(header)
          ? Reception.of(Outcome.KNOWN)
          : accuse(kept, block, BlockFault.of(Reason.BROKEN_LINK));
    }
    BlockVerdict verdict = check.checkFinal(state, block);
    if (verdict.fault().isPresent()) {
      return header.height() == 0
          ? Reception.refused(verdict.fault().get())
          : accuse(kept(header.height() - 1), block, verdict.fault().get());
    }
    ChainState after = verdict.after().orElseThrow();
    if (after.founding().filter(anchor::isMetBy).isEmpty()) {
      return Reception.refused(BlockFault.of(Reason.BAD_FOUNDING));
    }
    store.append(ByteString.of(block.encode()));
    advance(after, header);
    return Reception.of(Outcome.ACCEPTED);
  }

  /** What is kept was signed; where the hospital signed what contradicts it, that is proof. */
  private Reception accuse(SignedHeader kept, Block block, BlockFault otherwise) {
    if (Equivocation.contradict(kept, block.signedHeader())) {
      Equivocation found = new Equivocation(kept, block.signedHeader());
      if (found.isByHospital(checks, state.founding().orElseThrow())) {
        store.keep(found);
        undelivered.clear();
        return Reception.of(Outcome.EQUIVOCATION);
      }
    }
    return Reception.refused(otherwise);
  }

  private SignedHeader kept(long height) {
    return Block.decode(store.block(height).bytes()).signedHeader();
  }

  private void advance(ChainState after, BlockHeader header) {
    if (header.height() > store.delivered() && store.evidence().isEmpty()) {
      state
          .stationHolder(signer.key())
          .filter(doctor -> isEntitled(doctor, header))
          .ifPresent(doctor -> undelivered.add(new Vote(header, doctor)));
    }
    state = after;
  }

  private boolean isEntitled(Pid doctor, BlockHeader header) {
    return Electorate.after(state)
        .voter(doctor)
        .flatMap(voter -> voter.key(header.time()))
        .filter(signer.key()::equals)
        .isPresent();
  }

  /** The countersignatures that the hospital has not acknowledged, lowest first. */
  public List<Countersignature> undelivered(int most) {
    List<Countersignature> votes = new ArrayList<>();
    for (Vote vote : undelivered) {
      if (votes.size() == most) {
        break;
      }
      byte[] signature = signer.sign(Countersignature.toSign(vote.header(), vote.doctor()));
      votes.add(Countersignature.of(vote.header(), vote.doctor(), signature));
    }
    return votes;
  }

  /** The hospital has acknowledged the countersignatures up to this height. */
  public void delivered(long height) {
    undelivered.removeIf(vote -> vote.header().height() <= height);
    store.setDelivered(height);
  }
}
