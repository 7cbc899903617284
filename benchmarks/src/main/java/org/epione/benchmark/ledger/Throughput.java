package org.epione.benchmark.ledger;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.EncodedBlock;
import org.epione.ledger.connector.Node;
import org.epione.ledger.connector.TestDatabase;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;

/**
 * Records on their whole way: from a queue, verified, committed to PostgreSQL, in a block that the
 * cloud cosigned, to the receipt in another queue. Hospital and cloud are hosted by one server, as
 * in the embedded product. Beside it the two limits, on the same machine in the same round: the
 * verification of the signatures of the same blocks alone, and the disk.
 */
final class Throughput implements AutoCloseable {

  private static final String A = "HOSPITAL-A";
  private static final String LEDGER = "ledger";
  private static final String RECEIPTS = "receipts";
  private static final int SESSIONS = 64; // as LedgerMessageBean
  private static final int BETWEEN_LEDGERS = 6; // as Post
  private static final int DOCTORS = 20;
  private static final int MANY = 8;
  private static final long PATIENCE_SECONDS = 600;

  private final World world = new World("throughput");
  private final List<Doctor> doctors =
      Stream.generate(() -> world.doctor(world.hospital())).limit(DOCTORS).toList();
  private final List<Doctor> foreign =
      Stream.generate(() -> world.doctor(world.other())).limit(DOCTORS).toList();
  private final Path folder;
  private final TestDatabase database;
  private final Broker broker;
  private final List<Broker.Sender> writers;
  private final Node node;
  private final List<Course> courses = new ArrayList<>();
  private final Random order = new Random(1);
  private volatile CountDownLatch receipts = new CountDownLatch(0);

  /** On this PostgreSQL; the queues' journal is kept in this folder. */
  Throughput(String postgresql, Path folder) throws Exception {
    this.folder = folder;
    this.database = TestDatabase.postgresql(postgresql);
    this.broker = new Broker(folder);
    this.writers = Stream.generate(broker::sender).limit(MANY).toList();
    this.node =
        new Node(world, database, world.hospital(), world.other(), world.cloud(), world.manager())
            .together();
    node.sendTo(this::send, block -> {});
    broker.receive(LEDGER, SESSIONS, node::receive);
    broker.receive(RECEIPTS, 1, this::receipt);
    node.found(world.founding());
    node.step(A);
    await(doctors.stream().map(world::enrolment).toList(), 1);
  }

  /** The rates with so many writers, each sending its share as fast as the queue takes it. */
  String measure(int writers, int episodes, int rounds) {
    List<Double> rates = new ArrayList<>();
    List<Double> signatures = new ArrayList<>();
    List<Double> disk = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> perBlock = new ArrayList<>();
    for (int round = -Course.LENGTH; round < rounds; round++) {
      List<LedgerRecord> records = records(episodes);
      ChainState before = state();
      double seconds = await(records, writers);
      List<Block> blocks = since(before);
      double rate = records.size() / seconds;
      double verified = records.size() / new SignaturesAlone(before, blocks).measure().wall();
      double inBlock = (double) records.size() / blocks.size();
      double synced = inBlock / Synced.measure(folder);
      // The first rounds warm up, and bring episodes to each of their steps.
      if (round >= 0) {
        rates.add(rate);
        signatures.add(verified);
        disk.add(synced);
        perBlock.add(inBlock);
        ratios.add(rate / Math.min(verified, synced));
      }
    }
    return String.format(
        Locale.ROOT,
        "| %d | %.0f | %.1f | %.0f | %.0f | %.2f |%n",
        writers,
        Stopwatch.middle(rates),
        Stopwatch.middle(perBlock),
        Stopwatch.middle(signatures),
        Stopwatch.middle(disk),
        Stopwatch.middle(ratios));
  }

  /** One record at a time, nothing else to do. */
  String latency(int times) {
    List<Double> taken = new ArrayList<>();
    List<Double> verified = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      ChainState before = state();
      taken.add(await(List.of(new Treatment(world, doctors.subList(0, 2)).opened()), 1));
      verified.add(new SignaturesAlone(before, since(before)).measure().wall());
    }
    double synced = Synced.measure(folder);
    double limit = 5 * synced + Stopwatch.middle(verified);
    return String.format(
        Locale.ROOT,
        "| %.1f | %.1f | %.1f | %.1f | %.2f |%n",
        Stopwatch.middle(taken) * 1e3,
        synced * 1e3,
        Stopwatch.middle(verified) * 1e3,
        limit * 1e3,
        Stopwatch.middle(taken) / limit);
  }

  /**
   * The same records where a user would otherwise put them, by one writer and by eight.
   *
   * @param anvil the program of Foundry's development node, where there is one
   */
  String alternatives(String postgresql, Optional<Path> anvil, int episodes) throws Exception {
    List<byte[]> records = records(episodes).stream().map(LedgerRecord::encode).toList();
    StringBuilder rows = new StringBuilder();
    try (HashChainTable table = new HashChainTable(postgresql)) {
      rows.append(row("PostgreSQL, hash chain by trigger", n -> table.measure(records, n)));
      if (!table.holds()) {
        throw new IllegalStateException("the hash chain does not hold");
      }
    }
    if (anvil.isPresent()) {
      try (Anvil node = new Anvil(anvil.get())) {
        rows.append(row("anvil, a transaction for each", n -> node.measure(records, n)));
      }
    }
    return rows.toString();
  }

  /** Records a second with so many writers. */
  private interface Rate {
    double with(int writers) throws SQLException;
  }

  private static String row(String name, Rate rate) throws SQLException {
    rate.with(1); // warms up
    return String.format(
        Locale.ROOT, "| %s | %.0f | %.0f |%n", name, rate.with(1), rate.with(MANY));
  }

  /** The next record of each episode under way, and the first of as many new ones. */
  private List<LedgerRecord> records(int episodes) {
    courses.removeIf(Course::isOver);
    for (int i = 0; i < episodes; i++) {
      courses.add(
          new Course(
              world,
              List.of(doctors.get(i % DOCTORS), doctors.get((i + 1) % DOCTORS)),
              foreign.get(i % DOCTORS)));
    }
    world.clock().move(Duration.ofMillis(1));
    List<LedgerRecord> records = new ArrayList<>(courses.stream().map(Course::next).toList());
    Collections.shuffle(records, order);
    return records;
  }

  /** Seconds from the first record sent to the last receipt received. */
  private double await(List<LedgerRecord> records, int count) {
    List<byte[]> messages =
        records.stream().map(record -> node.submission(world.hospital(), record)).toList();
    receipts = new CountDownLatch(records.size());
    return Stopwatch.of(
            () -> {
              Writers.run(
                  messages,
                  count,
                  (message, i) ->
                      writers.get(i).send(LEDGER, Message.DEFAULT_PRIORITY, List.of(message)));
              return receipts.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            })
        .wall();
  }

  private void send(List<Node.Mail> mails) {
    broker.send(RECEIPTS, Message.DEFAULT_PRIORITY, envelopes(mails, true));
    broker.send(LEDGER, BETWEEN_LEDGERS, envelopes(mails, false));
  }

  private static List<byte[]> envelopes(List<Node.Mail> mails, boolean receipts) {
    return mails.stream()
        .filter(mail -> mail.type().equals("ledger.receipt") == receipts)
        .map(Node.Mail::envelope)
        .toList();
  }

  private void receipt(byte[] message) {
    Receipt receipt = Receipt.decode(SignedEnvelope.decode(message).envelope().payload().bytes());
    if (!receipt.isFinal()) {
      throw new IllegalStateException("refused: " + receipt.rejection());
    }
    receipts.countDown();
  }

  private ChainState state() {
    return node.run(c -> c.states().at(c.store(), c.store().chains().find(A, A).orElseThrow()));
  }

  private List<Block> since(ChainState before) {
    List<Block> blocks = new ArrayList<>();
    node.run(
        c -> {
          long height = before.nextHeight();
          for (byte[] block : c.store().chains().blocks(A, A, height, Integer.MAX_VALUE / 2)) {
            blocks.add(EncodedBlock.decode(block).block());
          }
          return true;
        });
    return blocks;
  }

  @Override
  public void close() throws JMSException, SQLException {
    broker.close();
    database.close();
  }
}
