package org.epione.ledger.connector.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.epione.ledger.connector.context.GrowingPause;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ApartRow;
import org.epione.ledger.connector.store.WitnessRow;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.CheckpointOffer;
import org.epione.ledger.transparency.HeadsApart;
import org.epione.ledger.transparency.LogContradiction;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.SeenHead;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.transparency.WitnessRule;
import org.epione.ledger.transparency.WitnessVerdict;
import org.epione.ledger.transparency.WitnessedHead;

/**
 * The witnesses of a log tell each other which head they cosigned last, so that a hospital that
 * shows each of them another history is found out. Two heads of one size are compared at once; for
 * two of different sizes the log is asked for the proof between them. It can give one that holds
 * only by convicting itself, if the heads are of two histories; for as long as it gives none it is
 * asked again, and after ten minutes not cosigned.
 */
public final class HeadExchange {

  /** Type of the message that tells another witness a head; payload: a {@link SeenHead}. */
  public static final String SEEN = "ledger.head-seen";

  /** Type of the message that asks a log for the proof between two heads; {@link HeadsApart}. */
  public static final String APART = "ledger.heads-apart";

  /** Longest time without a proof in which a log is still cosigned. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Heads of a busy log are not all told. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private static final Logger LOG = Logger.getLogger(HeadExchange.class.getName());

  private final LedgerContext context;

  /** Works with what the context holds. */
  public HeadExchange(LedgerContext context) {
    this.context = context;
  }

  /**
   * Tells the others what this witness cosigned, and asks the log again, where that is due.
   *
   * @param seen the log as it was read a moment ago; locked, and read again, only if there is
   *     something to do
   */
  public void step(WitnessRow seen) {
    if (!mustTell(seen) && openPairs(seen).noneMatch(this::mustAsk)) {
      return;
    }
    Optional<WitnessRow> row = context.store().witnesses().lock(seen.witness(), seen.hospital());
    row.filter(this::mustTell).ifPresent(this::tell);
    row.stream()
        .flatMap(this::openPairs)
        .filter(this::mustAsk)
        .forEach(
            pair -> {
              context.store().apart().asked(pair, context.now());
              ask(pair);
            });
  }

  private boolean mustTell(WitnessRow row) {
    return row.last().filter(last -> size(last) != row.toldSize()).isPresent()
        && context.hasPassed(PAUSE, row.told());
  }

  private Stream<ApartRow> openPairs(WitnessRow row) {
    return context.store().apart().of(row.witness(), row.hospital()).stream();
  }

  private boolean mustAsk(ApartRow pair) {
    return context.hasPassed(GrowingPause.after(pair.attempts()), pair.asked());
  }

  private void tell(WitnessRow row) {
    SignedNote last = row.last().orElseThrow();
    context.store().witnesses().told(row, size(last), context.now());
    byte[] seen = new SeenHead(row.hospital(), last).encode();
    Witnesses.of(row.hospital(), context.directory()).stream()
        .filter(other -> !other.equals(row.witness()))
        .forEach(other -> context.dispatch().send(row.witness(), other, SEEN, seen));
  }

  /**
   * Another witness told a head.
   *
   * @throws LedgerException if one of the two is no witness of that log, or the log did not sign it
   */
  public void seen(String witness, String teller, SeenHead seen) {
    NoteKey log = log(seen.hospital());
    List<String> witnesses = Witnesses.of(seen.hospital(), context.directory());
    if (!witnesses.contains(witness)
        || !witnesses.contains(teller)
        || !Checkpoint.parse(seen.head().text()).origin().equals(log.name())
        || !context.notes().isSigned(seen.head(), log)) {
      throw new LedgerException(
          LedgerProblem.BAD_MESSAGE, teller + " told no head of the log of " + seen.hospital());
    }
    Optional<WitnessRow> row = context.store().witnesses().lock(witness, seen.hospital());
    // Who has cosigned nothing yet tells its own first head later, and is compared with then.
    row.filter(known -> known.suspended().isEmpty())
        .flatMap(WitnessRow::last)
        .ifPresent(
            last ->
                compare(
                    row.get(),
                    log,
                    teller,
                    last.signedBy(log.name()),
                    seen.head().signedBy(log.name())));
  }

  private void compare(
      WitnessRow row, NoteKey log, String teller, SignedNote own, SignedNote told) {
    Checkpoint one = Checkpoint.parse(own.text());
    Checkpoint other = Checkpoint.parse(told.text());
    if (one.size() == other.size()) {
      if (!one.root().equals(other.root())) {
        new Conviction(context).convict(row, LogContradiction.ofOneSize(log, own, told));
      }
      return;
    }
    // One pair for each teller, kept until it is explained: a newer head does not excuse it.
    boolean open = openPairs(row).anyMatch(pair -> pair.teller().equals(teller));
    if (!open) {
      boolean ownFirst = one.size() < other.size();
      Instant now = context.now();
      ApartRow pair =
          new ApartRow(
              row.witness(),
              row.hospital(),
              teller,
              ownFirst ? own : told,
              ownFirst ? told : own,
              now,
              now,
              1);
      context.store().apart().add(pair);
      ask(pair);
    }
  }

  private void ask(ApartRow pair) {
    HeadsApart heads = new HeadsApart(size(pair.smaller()), size(pair.larger()));
    context.dispatch().send(pair.witness(), pair.hospital(), APART, heads.encode());
  }

  /** Takes the log's proof between two heads; one that nobody waits for changes nothing. */
  public void joined(String witness, String hospital, CheckpointOffer offer) {
    NoteKey log = log(hospital);
    Optional<WitnessRow> row = context.store().witnesses().lock(witness, hospital);
    if (row.isEmpty()) {
      return;
    }
    for (ApartRow pair : context.store().apart().of(witness, hospital)) {
      if (size(pair.smaller()) == offer.proof().oldSize()
          && size(pair.larger()) == offer.head().size()) {
        judge(row.get(), log, pair, offer);
      }
    }
  }

  private void judge(WitnessRow row, NoteKey log, ApartRow pair, CheckpointOffer offer) {
    Checkpoint smaller = Checkpoint.parse(pair.smaller().text());
    Checkpoint larger = Checkpoint.parse(pair.larger().text());
    WitnessVerdict verdict =
        new WitnessRule(context.notes(), log).judge(WitnessedHead.of(smaller), offer);
    if (verdict == WitnessVerdict.CONTRADICTION) {
      context.store().apart().joined(pair);
      new Conviction(context).convict(row, LogContradiction.of(log, pair.smaller(), offer));
    } else if (verdict != WitnessVerdict.EXTENDS) {
      LOG.severe(LedgerProblem.HEADS_APART.about(about(pair) + ": " + verdict.name()));
    } else {
      context.store().apart().joined(pair);
      if (!offer.head().root().equals(larger.root())) {
        new Conviction(context)
            .convict(row, LogContradiction.ofOneSize(log, pair.larger(), offer.checkpoint()));
      }
    }
  }

  /** Whether the log has owed a proof for too long. */
  boolean isOverdue(WitnessRow row) {
    Optional<ApartRow> overdue =
        openPairs(row).filter(pair -> context.hasPassed(PATIENCE, pair.heard())).findFirst();
    overdue.ifPresent(pair -> LOG.severe(LedgerProblem.HEADS_APART.about(about(pair))));
    return overdue.isPresent();
  }

  private static String about(ApartRow pair) {
    return pair.hospital()
        + " sizes "
        + size(pair.smaller())
        + " and "
        + size(pair.larger())
        + ", known to "
        + pair.witness()
        + " and "
        + pair.teller();
  }

  private static long size(SignedNote note) {
    return Checkpoint.parse(note.text()).size();
  }

  private NoteKey log(String hospital) {
    return context
        .directory()
        .certificate(hospital)
        .filter(party -> party.kind() == PartyKind.HOSPITAL)
        .map(party -> NoteKey.of(party.identity(), NoteKey.Role.LOG))
        .orElseThrow(
            () -> new LedgerException(LedgerProblem.BAD_MESSAGE, "head of a log of " + hospital));
  }
}
