package org.epione.ledger.transparency;

/**
 * The rule of a witness of one log (C2SP tlog-witness): of all heads that it cosigns, each larger
 * one begins with all leaves of each smaller one. It holds as long as what it is asked with is what
 * was cosigned last, and what it calls {@link WitnessVerdict#EXTENDS} is stored before the next
 * question.
 */
public final class WitnessRule {

  private final NoteVerifier verifier;
  private final NoteKey log;

  /** The rule for the log that signs with {@code log}. */
  public WitnessRule(NoteVerifier verifier, NoteKey log) {
    this.verifier = verifier;
    this.log = log;
  }

  /** Judges what the log offers against what was cosigned last. */
  public WitnessVerdict judge(WitnessedHead last, CheckpointOffer offer) {
    Checkpoint head = offer.head();
    if (!head.origin().equals(log.name())) {
      return WitnessVerdict.OTHER_LOG;
    }
    if (!verifier.isSigned(offer.checkpoint(), log)) {
      return WitnessVerdict.NOT_SIGNED;
    }
    if (head.size() == last.size()) {
      return head.root().equals(last.root()) ? WitnessVerdict.SAME : WitnessVerdict.CONTRADICTION;
    }
    if (offer.proof().oldSize() != last.size()) {
      return WitnessVerdict.OTHER_SIZE;
    }
    if (!offer.proof().proves(offer.oldRoot(), head.root())) {
      return WitnessVerdict.BAD_PROOF;
    }
    return offer.oldRoot().equals(last.root())
        ? WitnessVerdict.EXTENDS
        : WitnessVerdict.CONTRADICTION;
  }
}
