package org.epione.ledger.connector.anchor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.ledger.connector.context.LeasedWork;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.context.LedgerTransactions;
import org.epione.ledger.connector.context.Standings;
import org.epione.ledger.connector.port.AnchorNetwork;
import org.epione.ledger.connector.port.Anchorage;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.AnchorRow;
import org.epione.ledger.connector.store.AnchorTable;
import org.epione.ledger.connector.store.AnchorTransactionRow;
import org.epione.ledger.connector.store.OutsideService;
import org.epione.ledger.transparency.Checkpoint;

/**
 * Anchors the heads of hospitals' logs: the newest one when it has grown and the interval since the
 * last has passed. There is one transaction for each: signed and kept before it is sent, so that
 * whoever goes on after a crash sends the same bytes; replaced, where it bids too little, by one
 * with the same nonce, of which the network takes one only. It is looked at until it is settled,
 * and later ever less often.
 *
 * <p>The node is asked outside of transactions. What comes of it is kept only if this server still
 * has the lease of the hospital's chain.
 */
public final class Anchoring {

  /** How often a node that does what is asked of it is asked. */
  static final Duration POLL = Duration.ofSeconds(10);

  /** How long a transaction may wait for its block before it bids more. */
  static final Duration STUCK = Duration.ofMinutes(5);

  private static final Duration FIRST_CHECK = Duration.ofMinutes(1);
  private static final int MOST_CHECKS = 10;

  private record Plan(List<Watched> watched, Optional<Checkpoint> due) {}

  private final AnchorNetwork network;
  private final LeasedWork book;
  private final Standings standings;
  private final EthereumNode node;
  private final AnchorWatch watch;
  private final NewAnchor begin;

  /**
   * Anchors in this network.
   *
   * @param key pays
   * @param patience how long a question to the node may take
   */
  public Anchoring(
      LedgerTransactions transactions, AnchorNetwork network, Anchorage key, Duration patience) {
    this.network = network;
    this.book = new LeasedWork(transactions);
    this.standings = new Standings(OutsideService.ANCHOR, LedgerProblem.ANCHORING_FAILED, POLL);
    this.node = new EthereumNode(new JsonRpc(network, patience));
    Sending sending = new Sending(book, node, network, key);
    this.watch = new AnchorWatch(book, node, sending, network);
    this.begin = new NewAnchor(book, sending, network);
  }

  /** Does what is due for the log of this hospital, if this server is the one to do it. */
  public void step(String hospital) {
    Optional<Plan> plan = book.ask(hospital, context -> plan(context, hospital));
    if (plan.isPresent() && !(plan.get().watched().isEmpty() && plan.get().due().isEmpty())) {
      Optional<String> problem = follow(hospital, plan.get());
      book.change(hospital, context -> standings.note(context, hospital, problem));
    }
  }

  private Plan plan(LedgerContext context, String hospital) {
    AnchorTable anchors = context.store().anchors();
    if (!standings.mayAsk(context, hospital)) {
      return new Plan(List.of(), Optional.empty());
    }
    List<AnchorRow> open = anchors.open(hospital, network.chainId());
    List<AnchorRow> rows = new ArrayList<>(open);
    rows.addAll(
        anchors.toCheck(
            hospital, network.chainId(), context.now(), FIRST_CHECK.toMillis(), MOST_CHECKS));
    return new Plan(
        rows.stream().map(row -> watched(context, row)).toList(),
        open.isEmpty() ? due(context, hospital) : Optional.empty());
  }

  private static Watched watched(LedgerContext context, AnchorRow row) {
    List<AnchorTransactionRow> transactions = context.store().anchors().transactions(row);
    return new Watched(row, transactions, context.hasPassed(STUCK, transactions.get(0).signed()));
  }

  private Optional<Checkpoint> due(LedgerContext context, String hospital) {
    Optional<AnchorRow> last = context.store().anchors().newest(hospital, network.chainId());
    if (last.isPresent() && !context.hasPassed(network.interval(), last.get().signed())) {
      return Optional.empty();
    }
    return context
        .store()
        .checkpoints()
        .latest(hospital)
        .map(note -> Checkpoint.parse(note.text()))
        .filter(head -> head.size() > last.map(AnchorRow::size).orElse(0L));
  }

  /** Goes on after what the node refuses, not where it cannot be asked; gives the first problem. */
  private Optional<String> follow(String hospital, Plan plan) {
    Optional<String> problem = Optional.empty();
    try {
      node.requireChain(network.chainId());
      for (Watched anchor : plan.watched()) {
        try {
          watch.look(anchor);
        } catch (NodeException e) {
          if (!e.isRefusal()) {
            throw e;
          }
          problem = problem.or(() -> Optional.of(e.words()));
        }
      }
      if (plan.due().isPresent()) {
        begin.of(hospital, plan.due().get());
      }
    } catch (NodeException e) {
      problem = problem.or(() -> Optional.of(e.words()));
    }
    return problem;
  }
}
