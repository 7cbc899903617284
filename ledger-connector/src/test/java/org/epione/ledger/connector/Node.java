package org.epione.ledger.connector;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.ledger.connector.context.ChainStates;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.context.WriterLease;
import org.epione.ledger.connector.making.BlockMaking;
import org.epione.ledger.connector.making.Foundation;
import org.epione.ledger.connector.making.Offer;
import org.epione.ledger.connector.port.Dispatch;
import org.epione.ledger.connector.port.PartyDirectory;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.connector.store.WitnessRow;
import org.epione.ledger.connector.witness.HeadExchange;
import org.epione.ledger.connector.witness.HeadOffers;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.SignatureChecks;
import org.epione.ledger.transparency.NoteVerifier;
import org.epione.ledger.world.Party;
import org.epione.ledger.world.World;

/**
 * A server that hosts some parties: the connector on a real database. What it sends is kept in
 * {@link #sent} for the test to deliver, or not, or twice. Several threads may receive at one time
 * if {@link #sendTo} says where messages go.
 */
public final class Node implements AutoCloseable {

  /** A message on its way. */
  public record Mail(String to, String type, byte[] envelope) {}

  TestDatabase database;
  final List<Mail> sent = new ArrayList<>();
  final List<byte[]> published = new ArrayList<>();
  final Map<String, Receipt> receipts = new HashMap<>();

  /** Its name among the servers on its database; the same after a restart, which waits for none. */
  String server = UUID.randomUUID().toString();

  Duration lease = WriterLease.DEFAULT;
  Duration patience = Duration.ofSeconds(10);

  /** For tests of what happens to messages between the two, also to a cloud hosted here. */
  private Offer offer = Offer.BY_MESSAGE;

  /** Sees what is signed, and by whom. */
  BiConsumer<String, byte[]> signing = (code, message) -> {};

  /** Sees why a transaction failed, also where it is tried again. */
  Consumer<RuntimeException> failing = e -> {};

  private final World world;
  private final Map<String, Party> hosted = new HashMap<>();
  private final ThreadLocal<List<Mail>> outbox = ThreadLocal.withInitial(ArrayList::new);
  private final ThreadLocal<List<byte[]>> outgoingBlocks = ThreadLocal.withInitial(ArrayList::new);
  private Consumer<List<Mail>> post = sent::addAll;
  private Consumer<byte[]> topic = published::add;
  private final SignatureChecks checks;
  boolean evidenceHolds = true;
  private final MessageGroups groups =
      new MessageGroups(
          messages ->
              run(
                  c -> {
                    new Envelopes(c).verify(messages);
                    return true;
                  }),
          messages -> run(c -> new Envelopes(c).handle(messages)),
          this::step);
  private LedgerContext context;

  /** A server for these parties on this database. */
  public Node(World world, TestDatabase database, Party... parties) {
    this.world = world;
    this.database = database;
    this.checks = new SignatureChecks(world.suite());
    for (Party party : parties) {
      hosted.put(party.code(), party);
    }
    this.context = assemble(new ChainStates(), new WriterLease(server, lease));
  }

  /** From now on a cloud that is hosted here cosigns at once, as in the product. */
  public Node together() {
    offer = Offer.AT_ONCE;
    return this;
  }

  /** Where a transaction's messages and published blocks go once it has committed. */
  public void sendTo(Consumer<List<Mail>> queues, Consumer<byte[]> blocks) {
    post = queues;
    topic = blocks;
  }

  /** Forgets everything that is only in memory. */
  void restart() {
    context = assemble(new ChainStates(), new WriterLease(server, lease));
  }

  /** Its database is another from now on, and it does not notice. */
  void moveTo(TestDatabase other) throws SQLException {
    database.close();
    database = other;
    context = assemble(context.states(), context.lease());
  }

  private LedgerContext assemble(ChainStates states, WriterLease leases) {
    return new LedgerContext(
        new LedgerStore(database, patience),
        states,
        checks,
        new NoteVerifier(world.suite().ed25519()),
        (code, message) -> {
          signing.accept(code, message);
          return hosted.get(code).sign(message);
        },
        new Directory(),
        new Outbox(),
        (hospital, body, commitment) -> evidenceHolds,
        leases,
        world.suite().random(),
        world.clock());
  }

  /** One transaction on the connector's parts. */
  public <T> T run(Function<LedgerContext, T> work) {
    outbox.get().clear();
    outgoingBlocks.get().clear();
    try {
      return database.inTransaction(
          () -> work.apply(context),
          () -> {
            post.accept(List.copyOf(outbox.get()));
            outgoingBlocks.get().forEach(topic);
          });
    } catch (RuntimeException e) {
      failing.accept(e);
      throw e;
    }
  }

  /** Founds the chain of hospital A. */
  public void found(LedgerRecord founding) {
    run(
        c -> {
          new Foundation(c).found("HOSPITAL-A", founding);
          return true;
        });
  }

  /** What the message bean does with a message. */
  public void receive(byte[] envelope) {
    groups.receive(envelope).ifPresent(groups::step);
  }

  /** What the message bean and the timer do afterwards. */
  public void step(String hospital) {
    new DueSteps(
            (code, how) ->
                run(
                    c ->
                        new BlockMaking(c)
                            .step(code, offer == Offer.AT_ONCE ? how : Offer.BY_MESSAGE)))
        .all(hospital);
  }

  /** What the timer does for witnesses. */
  void offerHead(String hospital) {
    run(
        c -> {
          new HeadOffers(c).step(hospital);
          return true;
        });
  }

  /** What the timer does for the witnesses hosted here. */
  void exchangeHeads() {
    List<WitnessRow> all = run(c -> c.store().witnesses().all());
    for (WitnessRow row : all) {
      run(
          c -> {
            new HeadExchange(c).step(row);
            return true;
          });
    }
  }

  /** A submission as its sender would send it. */
  public byte[] submission(Party from, LedgerRecord record) {
    return envelope(from, "HOSPITAL-A", Envelopes.SUBMIT, record.encode());
  }

  byte[] envelope(Party from, String to, String type, byte[] payload) {
    Envelope envelope =
        new Envelope(
            EnvelopeId.random(world.suite().random()),
            type,
            from.code(),
            to,
            world.now(),
            Optional.empty(),
            ByteString.of(payload));
    return envelope.signed(from.sign(envelope.toSign())).encode();
  }

  /** Delivers everything until nobody has anything to say. */
  void settle() {
    while (!sent.isEmpty()) {
      deliver(sent.remove(0));
    }
  }

  void deliver(Mail mail) {
    if (mail.type().equals("ledger.receipt")) {
      Receipt receipt =
          Receipt.decode(
              org.epione.crypto.envelope.SignedEnvelope.decode(mail.envelope())
                  .envelope()
                  .payload()
                  .bytes());
      receipts.put(mail.to() + " " + receipt.record().hex(), receipt);
    } else {
      receive(mail.envelope());
    }
  }

  Optional<Receipt> receipt(Party submitter, LedgerRecord record) {
    return Optional.ofNullable(receipts.get(submitter.code() + " " + record.id().hex()));
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }

  private final class Outbox implements Dispatch {
    @Override
    public void send(String from, String to, String type, byte[] payload) {
      outbox.get().add(new Mail(to, type, envelope(hosted.get(from), to, type, payload)));
    }

    @Override
    public void publish(String topic, byte[] body, Map<String, String> properties) {
      outgoingBlocks.get().add(body);
    }
  }

  private final class Directory implements PartyDirectory {
    private final List<Party> all =
        List.of(world.manager(), world.hospital(), world.other(), world.cloud());

    @Override
    public Optional<PartyCertificate> certificate(String code) {
      return all.stream()
          .filter(party -> party.code().equals(code))
          .map(Party::certificate)
          .findFirst();
    }

    @Override
    public Optional<String> codeOf(Pid pid) {
      return all.stream().filter(party -> party.pid().equals(pid)).map(Party::code).findFirst();
    }

    @Override
    public List<String> codes(PartyKind kind) {
      return all.stream()
          .filter(party -> party.certificate().kind() == kind)
          .map(Party::code)
          .toList();
    }

    @Override
    public boolean hosts(String code) {
      return hosted.containsKey(code);
    }
  }
}
