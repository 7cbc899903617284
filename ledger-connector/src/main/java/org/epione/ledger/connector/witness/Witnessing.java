package org.epione.ledger.connector.witness;

import java.util.Optional;
import java.util.logging.Logger;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.WitnessRow;
import org.epione.ledger.connector.store.WitnessTable;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.CheckpointOffer;
import org.epione.ledger.transparency.LogContradiction;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteSigner;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.transparency.WitnessAnswer;
import org.epione.ledger.transparency.WitnessRule;
import org.epione.ledger.transparency.WitnessVerdict;
import org.epione.ledger.transparency.WitnessedHead;

/**
 * A party hosted here as witness of another hospital's log: cosigns heads that extend what it
 * cosigned before, stored before the answer leaves. The same head again gets the same cosignature.
 * A log that contradicts itself is convicted by its own signatures, which are kept, and is not
 * cosigned again before a person decides.
 */
public final class Witnessing {

  /** Type of a witness's answer; payload: a {@link WitnessAnswer}. */
  public static final String ANSWER = "ledger.witness";

  private static final String SUSPENDED = "SUSPENDED";
  private static final String UNEXPLAINED = "UNEXPLAINED";
  private static final Logger LOG = Logger.getLogger(Witnessing.class.getName());

  private final LedgerContext context;

  /** Works with what the context holds. */
  public Witnessing(LedgerContext context) {
    this.context = context;
  }

  /**
   * Answers a head that {@code hospital} offers to {@code witness}.
   *
   * @throws LedgerException if these two are no hospital and no witness of its log
   */
  public void offered(String witness, String hospital, CheckpointOffer offer) {
    NoteKey log = NoteKey.of(log(witness, hospital).identity(), NoteKey.Role.LOG);
    NoteKey key = NoteKey.of(witness(witness).identity(), NoteKey.Role.WITNESS);
    WitnessTable table = context.store().witnesses();
    Optional<WitnessRow> row = table.lock(witness, hospital);
    if (row.isEmpty()) {
      table.create(witness, hospital);
      row = table.lock(witness, hospital);
    }
    WitnessAnswer answer = answer(row.orElseThrow(), log, key, offer);
    context.dispatch().send(witness, hospital, ANSWER, answer.encode());
  }

  private WitnessAnswer answer(WitnessRow row, NoteKey log, NoteKey key, CheckpointOffer offer) {
    Checkpoint head = offer.head();
    WitnessedHead last =
        row.last()
            .map(note -> WitnessedHead.of(Checkpoint.parse(note.text())))
            .orElse(WitnessedHead.NONE);
    WitnessVerdict verdict = new WitnessRule(context.notes(), log).judge(last, offer);
    boolean suspended = row.suspended().isPresent();
    if (verdict == WitnessVerdict.CONTRADICTION && !suspended) {
      // One contradiction convicts; a log cannot fill this database with more of them.
      new Conviction(context)
          .convict(row, LogContradiction.of(log, row.last().orElseThrow(), offer));
    }
    if (verdict == WitnessVerdict.SAME || verdict == WitnessVerdict.EXTENDS) {
      if (suspended) {
        return refuse(row, head, SUSPENDED);
      }
      if (new HeadExchange(context).isOverdue(row)) {
        return refuse(row, head, UNEXPLAINED);
      }
    }
    return switch (verdict) {
      case SAME -> again(row, key, head);
      case EXTENDS -> cosign(row, log, key, offer);
      case OTHER_SIZE -> WitnessAnswer.knows(head, last.size());
      case OTHER_LOG, NOT_SIGNED, BAD_PROOF, CONTRADICTION -> refuse(row, head, verdict.name());
    };
  }

  private WitnessAnswer cosign(WitnessRow row, NoteKey log, NoteKey key, CheckpointOffer offer) {
    NoteSigner signer =
        new NoteSigner(key, message -> context.signer().sign(row.witness(), message));
    SignedNote.Signature cosignature = signer.cosign(offer.checkpoint(), context.now());
    SignedNote note = offer.checkpoint().signedBy(log.name()).with(cosignature);
    context.store().witnesses().cosigned(row, offer.head().size(), note);
    return WitnessAnswer.cosigned(offer.head(), cosignature);
  }

  private static WitnessAnswer again(WitnessRow row, NoteKey key, Checkpoint head) {
    SignedNote note = row.last().orElseThrow().signedBy(key.name());
    return WitnessAnswer.cosigned(head, note.signatures().get(0));
  }

  private static WitnessAnswer refuse(WitnessRow row, Checkpoint head, String why) {
    LOG.warning(
        LedgerProblem.HEAD_REFUSED.about(
            row.hospital() + " size " + head.size() + " by " + row.witness() + ": " + why));
    return WitnessAnswer.refused(head, why);
  }

  private PartyCertificate log(String witness, String hospital) {
    return context
        .directory()
        .certificate(hospital)
        .filter(party -> party.kind() == PartyKind.HOSPITAL && !hospital.equals(witness))
        .orElseThrow(
            () -> new LedgerException(LedgerProblem.BAD_MESSAGE, "head of a log from " + hospital));
  }

  private PartyCertificate witness(String witness) {
    return context
        .directory()
        .certificate(witness)
        .filter(Witnesses::mayWitness)
        .orElseThrow(
            () -> new LedgerException(LedgerProblem.BAD_MESSAGE, witness + " is no witness"));
  }
}
