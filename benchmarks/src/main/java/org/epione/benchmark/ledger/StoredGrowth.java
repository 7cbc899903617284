package org.epione.benchmark.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.Node;
import org.epione.ledger.connector.TestDatabase;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.PlacedRecord;
import org.epione.ledger.merkle.TiledHashes;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RecordPosition;
import org.epione.ledger.world.World;

/**
 * What a user of a chain of growing length notices, on PostgreSQL: how long one record takes from
 * the ledger's message to its final block, how long a server reads the chain as it starts, and how
 * much memory the state takes. The chain is filled past the queue, with properly signed blocks; the
 * records that are measured go the whole way.
 */
final class StoredGrowth implements AutoCloseable {

  private static final String A = "HOSPITAL-A";
  private static final String CLOUD = "CLOUD";
  private static final String RECEIPT = "ledger.receipt";
  private static final int BLOCK = 500;
  private static final int APPENDED = 300;
  private static final int WARM_UP = 20;
  private static final double MEBI = 1 << 20;

  private final World world = new World("stored growth");
  private final TestDatabase database;
  private final Queue<Node.Mail> between = new ArrayDeque<>();
  private final Node node;

  /** On this PostgreSQL. */
  StoredGrowth(String postgresql) {
    this.database = TestDatabase.postgresql(postgresql);
    this.node = server();
    node.found(world.founding());
    node.step(A);
    settle();
  }

  private Node server() {
    Node server =
        new Node(world, database, world.hospital(), world.other(), world.cloud(), world.manager())
            .together();
    server.sendTo(between::addAll, block -> {});
    return server;
  }

  /** What hospital and cloud ask each other before the first block, and after a long pause. */
  private void settle() {
    while (!between.isEmpty()) {
      Node.Mail mail = between.remove();
      if (!mail.type().equals(RECEIPT)) {
        node.receive(mail.envelope());
      }
    }
  }

  /** Lets the virtual machine compile what is measured. */
  void warmUp() {
    for (int i = 0; i < WARM_UP; i++) {
      append();
    }
  }

  /** At 1000 records, and ten times as many each time up to {@code most}. */
  String measure(long most) {
    StringBuilder text =
        new StringBuilder(
            """
            ## Growth, stored

            | records | one record, ms | start-up, s | state, MiB |
            | ---: | ---: | ---: | ---: |
            """);
    for (long records = 1000; records <= most; records *= 10) {
      fill(records);
      text.append(row());
    }
    return text.toString();
  }

  private String row() {
    // Another server on the same database, which knows nothing of the chain yet.
    Node started = server();
    double before = used();
    List<ChainState> states = new ArrayList<>();
    Stopwatch starting = Stopwatch.of(() -> states.add(started.run(StoredGrowth::state)));
    double state = used() - before;
    long size = states.get(0).log().size();
    node.step(A);
    settle();
    append(); // lets the server that makes blocks read what was filled in
    return String.format(
        Locale.ROOT,
        "| %d | %.2f | %.2f | %.0f |%n",
        size,
        append() * 1e3,
        starting.wall(),
        state / MEBI);
  }

  private static double used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static ChainState state(LedgerContext context) {
    return context.states().at(context.store(), copy(context, A));
  }

  private static ChainRow copy(LedgerContext context, String holder) {
    return context.store().chains().find(holder, A).orElseThrow();
  }

  /** The median of single records, each final before the next is sent. */
  private double append() {
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < APPENDED; i++) {
      byte[] message = node.submission(world.hospital(), record());
      taken.add(
          Stopwatch.of(
                  () -> {
                    node.receive(message);
                    return between.element().type().equals(RECEIPT);
                  })
              .wall());
      settle();
    }
    return Stopwatch.middle(taken);
  }

  private LedgerRecord record() {
    world.clock().move(Duration.ofMillis(1));
    return world.creditRules(CreditRules.DEFAULT);
  }

  private void fill(long records) {
    ChainState state = node.run(StoredGrowth::state);
    while (state.log().size() < records) {
      int count = (int) Math.min(BLOCK, records - state.log().size());
      List<LedgerRecord> next = Stream.generate(this::record).limit(count).toList();
      Block block = new GrownBlock(world, state, next).block();
      long size = state.log().size();
      node.run(
          context -> {
            add(context, block, size);
            return true;
          });
      state = state.after(block);
    }
  }

  private static void add(LedgerContext context, Block block, long size) {
    for (String holder : List.of(A, CLOUD)) {
      context.store().chains().append(copy(context, holder), block);
    }
    List<PlacedRecord> placed = new ArrayList<>();
    Optional<RecordId> none = Optional.empty();
    for (int i = 0; i < block.records().size(); i++) {
      RecordPosition position = new RecordPosition(block.header().height(), i);
      placed.add(new PlacedRecord(block.records().get(i), position, size + i, none));
    }
    context.store().records().add(A, placed);
    new TiledHashes(context.store().tiles().of(A))
        .append(size, block.records().stream().map(LedgerRecord::leafHash).toList());
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
