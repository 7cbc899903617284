package org.epione.ledger.connector.witness;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.epione.ledger.connector.context.GrowingPause;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.CosignerRow;
import org.epione.ledger.connector.store.CosignerTable;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.merkle.TiledHashes;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.CheckpointOffer;
import org.epione.ledger.transparency.HeadsApart;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.transparency.WitnessAnswer;

/**
 * Offers the newest head of a hospital's log to its witnesses and keeps their cosignatures. Each
 * witness has at most one offer to answer; it is made again with growing pauses, then of the head
 * that is the newest by then. Blocks do not wait for any of this.
 */
public final class HeadOffers {

  /** Type of the message that offers a head to a witness; payload: a {@link CheckpointOffer}. */
  public static final String OFFER = "ledger.checkpoint";

  /** Type of a log's answer with the proof between two heads; a {@link CheckpointOffer}. */
  public static final String JOINED = "ledger.heads-joined";

  /** The witness has cosigned a larger log than this one. */
  public static final String LOG_TOO_SHORT = "LOG_TOO_SHORT";

  private static final Logger LOG = Logger.getLogger(HeadOffers.class.getName());

  private final LedgerContext context;

  /** Works with what the context holds. */
  public HeadOffers(LedgerContext context) {
    this.context = context;
  }

  /** Makes the offers that are due. */
  public void step(String hospital) {
    Optional<SignedNote> latest = context.store().checkpoints().latest(hospital);
    if (latest.isEmpty()) {
      return;
    }
    CosignerTable table = context.store().cosigners();
    Checkpoint head = Checkpoint.parse(latest.get().text());
    Map<String, CosignerRow> asked =
        table.of(hospital).stream().collect(Collectors.toMap(CosignerRow::witness, row -> row));
    for (String witness : Witnesses.of(hospital, context.directory())) {
      if (!asked.containsKey(witness)) {
        table.create(hospital, witness);
      } else if (!isDue(asked.get(witness), head)) {
        continue;
      }
      table
          .lock(hospital, witness)
          .filter(row -> isDue(row, head))
          .ifPresent(row -> offer(row, latest.get(), head));
    }
  }

  private boolean isDue(CosignerRow row, Checkpoint head) {
    if (row.cosigned() == head.size()) {
      return false;
    }
    return row.offered() == 0 || context.hasPassed(GrowingPause.after(row.attempts()), row.sent());
  }

  private void offer(CosignerRow row, SignedNote note, Checkpoint head) {
    CheckpointOffer offer = from(row.hospital(), row.known(), note, head);
    context.store().cosigners().offered(row, head.size(), context.now());
    context.dispatch().send(row.hospital(), row.witness(), OFFER, offer.encode());
  }

  private CheckpointOffer from(String hospital, long size, SignedNote note, Checkpoint head) {
    TiledHashes hashes = new TiledHashes(context.store().tiles().of(hospital));
    return new CheckpointOffer(
        MerkleTree.of(size, hashes).root(),
        MerkleTree.of(head.size(), hashes).consistencyProof(size),
        note.signedBy(head.origin()));
  }

  /**
   * Shows a witness that two heads of this log, which it knows, are of one history.
   *
   * @throws LedgerException if it is no witness of this log
   */
  public void apart(String hospital, String witness, HeadsApart heads) {
    if (!Witnesses.of(hospital, context.directory()).contains(witness)) {
      throw new LedgerException(LedgerProblem.BAD_MESSAGE, witness + " is no witness here");
    }
    Optional<SignedNote> larger = context.store().checkpoints().find(hospital, heads.larger());
    if (larger.isEmpty()) {
      LOG.severe(
          LedgerProblem.LOG_TOO_SHORT.about(
              hospital + " has no head of " + heads.larger() + " records, " + witness + " does"));
      return;
    }
    Checkpoint head = Checkpoint.parse(larger.get().text());
    context
        .dispatch()
        .send(
            hospital,
            witness,
            JOINED,
            from(hospital, heads.smaller(), larger.get(), head).encode());
  }

  /**
   * Takes a witness's answer; the same once more changes nothing.
   *
   * @throws LedgerException if it was not asked for, or is not the witness's cosignature
   */
  public void answered(String hospital, String witness, WitnessAnswer answer) {
    Optional<CosignerRow> row = context.store().cosigners().lock(hospital, witness);
    Optional<SignedNote> note = context.store().checkpoints().lock(hospital, answer.size());
    if (row.isEmpty() || note.isEmpty() || !answer.answers(Checkpoint.parse(note.get().text()))) {
      throw new LedgerException(
          LedgerProblem.BAD_MESSAGE, "answer of " + witness + " to what nobody asked");
    }
    boolean outstanding = row.get().offered() == answer.size();
    if (answer.cosignature().isPresent()) {
      cosigned(row.get(), note.get(), answer);
    } else if (outstanding && answer.known().isPresent()) {
      knows(row.get(), answer.known().get());
    } else if (outstanding) {
      refused(row.get(), answer);
    }
  }

  private void cosigned(CosignerRow row, SignedNote note, WitnessAnswer answer) {
    NoteKey key =
        context
            .directory()
            .certificate(row.witness())
            .map(party -> NoteKey.of(party.identity(), NoteKey.Role.WITNESS))
            .orElseThrow();
    boolean known = context.notes().cosigned(note, key).isPresent();
    SignedNote more = known || !note.hasRoom() ? note : note.with(answer.line(key).orElseThrow());
    Instant time =
        context
            .notes()
            .cosigned(more, key)
            .orElseThrow(
                () ->
                    new LedgerException(
                        LedgerProblem.BAD_MESSAGE,
                        "false cosignature in the name of " + row.witness()));
    if (!known) {
      context.store().checkpoints().cosigned(row.hospital(), answer.size(), more);
    }
    if (answer.size() > row.cosigned()) {
      context.store().cosigners().cosigned(row, answer.size(), time);
    }
  }

  private void knows(CosignerRow row, long size) {
    long own = latest(row.hospital());
    if (size > own) {
      LOG.severe(
          LedgerProblem.LOG_TOO_SHORT.about(
              row.hospital() + " has " + own + " records, " + row.witness() + " saw " + size));
      context.store().cosigners().refused(row, LOG_TOO_SHORT);
    } else {
      context.store().cosigners().knows(row, size);
    }
  }

  private void refused(CosignerRow row, WitnessAnswer answer) {
    String why = answer.refusal().orElseThrow();
    LOG.warning(
        LedgerProblem.HEAD_REFUSED.about(
            row.hospital() + " size " + answer.size() + " by " + row.witness() + ": " + why));
    context.store().cosigners().refused(row, why);
  }

  private long latest(String hospital) {
    return context
        .store()
        .checkpoints()
        .latest(hospital)
        .map(note -> Checkpoint.parse(note.text()).size())
        .orElse(0L);
  }
}
