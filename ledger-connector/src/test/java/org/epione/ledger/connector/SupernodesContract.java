package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.Cosignature;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.connector.making.Cosigning;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.store.AlarmRow;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RecordPosition;
import org.epione.ledger.state.RejectionReason;
import org.epione.ledger.world.Party;
import org.epione.ledger.world.Treatment;
import org.junit.jupiter.api.Test;

/** What hospital and cloud, and two servers on one database, do to each other. */
abstract class SupernodesContract extends ConnectorOnDatabase {

  /** Offers a block to the cloud that the hospital's own maker would not make. */
  private Cosignature offer(List<LedgerRecord> records, List<LedgerRecord> refused) {
    return offer(proposal(state(A), records, refused));
  }

  private ProposedBlock proposal(
      ChainState at, List<LedgerRecord> records, List<LedgerRecord> refused) {
    ChainState after = at;
    for (int i = 0; i < records.size(); i++) {
      after = after.apply(records.get(i), new RecordPosition(at.nextHeight(), i));
    }
    BlockHeader header =
        new BlockHeader(
            world.chain(),
            at.nextHeight(),
            at.head().orElseThrow().hash(),
            world.now(),
            world.chain(),
            records.size(),
            Block.tree(records).root(),
            after.credit().digest());
    return new ProposedBlock(
        header, ByteString.of(world.hospital().sign(header.encode())), records, refused);
  }

  private Cosignature offer(ProposedBlock block) {
    node.run(
        c -> {
          new Cosigning(c).proposed("CLOUD", A, block);
          return true;
        });
    Node.Mail mail = node.sent.remove(node.sent.size() - 1);
    return Cosignature.decode(SignedEnvelope.decode(mail.envelope()).envelope().payload().bytes());
  }

  private ProposedBlock signed(BlockHeader header, List<LedgerRecord> records) {
    return new ProposedBlock(
        header, ByteString.of(world.hospital().sign(header.encode())), records, List.of());
  }

  private static BlockHeader header(BlockHeader like, long height, Instant time) {
    return new BlockHeader(
        like.chain(),
        height,
        like.previous(),
        time,
        like.producer(),
        like.recordCount(),
        like.root(),
        like.credit());
  }

  /** Both servers get every record, as from a shared queue that delivers twice. */
  private void work(Node server, List<LedgerRecord> records) {
    for (LedgerRecord record : records) {
      server.sent.add(
          new Node.Mail(A, Envelopes.SUBMIT, server.submission(world.hospital(), record)));
      for (int attempt = 0; !server.sent.isEmpty(); attempt++) {
        assertThat(attempt).isLessThan(1000);
        Node.Mail mail = server.sent.remove(0);
        try {
          server.deliver(mail);
        } catch (RuntimeException e) {
          // What the database refuses comes again, as from the broker.
          assertThat(e).hasMessageContaining("database");
          server.sent.add(mail);
        }
      }
    }
  }

  @Test
  void propose_shouldBeRefused_whenTheRejectionIsOfAnHonestRecord() {
    enrol(world.doctors());
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    submit(world.hospital(), treatment.opened());
    LedgerRecord honest = treatment.diagnosis();
    LedgerRecord slander =
        world.by(
            world.hospital(),
            new RejectionBody(
                honest.author(),
                honest.contentDigest(),
                honest.signature().value(),
                RejectionReason.TEAM_BAD_SIGNATURE.name()));

    assertThat(offer(List.of(slander), List.of(honest)).refusal())
        .contains("UNJUSTIFIED_REJECTION");
    assertThat(offer(List.of(slander), List.of()).refusal()).contains("UNJUSTIFIED_REJECTION");
  }

  @Test
  void propose_shouldBeRefusedAndKeptAsEvidence_whenTheHospitalSignsTwoBlocksOfOneHeight() {
    ChainState before = state(A);
    ProposedBlock one = proposal(before, List.of(world.enrolment(world.doctor(0))), List.of());
    ProposedBlock two = proposal(before, List.of(world.enrolment(world.doctor(1))), List.of());

    Cosignature first = offer(one);
    Cosignature second = offer(two);
    Cosignature again = offer(one);

    assertThat(first.signature()).isPresent();
    assertThat(second.refusal()).contains("EQUIVOCATION");
    assertThat(again).isEqualTo(first);
    assertThat(row("CLOUD").head()).isEqualTo(one.header().hash());
    assertThat(equivocations()).isEqualTo(1);
    offer(two);
    assertThat(equivocations()).isEqualTo(1);
    node.restart();
    assertThat(offer(two).refusal()).contains("EQUIVOCATION");
    List<AlarmRow> alarms = node.run(c -> c.store().alarms().all(Optional.of(A)));
    assertThat(alarms).hasSize(1);
    assertThat(alarms.get(0).byHospital()).isTrue();
    assertThat(alarms.get(0).byCloud()).isFalse();
    assertThat(alarms.get(0).station()).isEqualTo("CLOUD");
    assertThat(alarms.get(0).height()).isEqualTo(1);
  }

  @Test
  void propose_shouldBeRefused_whenTheBlockDoesNotFollow() {
    ChainState before = state(A);
    List<LedgerRecord> records = List.of(world.enrolment(world.doctor(0)));
    BlockHeader honest = proposal(before, records, List.of()).header();
    BlockHeader far = header(honest, 7, honest.time().plusMillis(0));
    BlockHeader future = header(honest, 1, honest.time().plus(Duration.ofHours(1)));
    BlockHeader past = header(honest, 1, honest.time().minus(Duration.ofHours(1)));

    assertThat(offer(signed(future, records)).refusal()).contains("FROM_THE_FUTURE");
    assertThat(offer(signed(past, records)).refusal()).contains("TIME_BACKWARDS");
    assertThat(
            offer(
                    new ProposedBlock(
                        honest,
                        ByteString.of(world.other().sign(honest.encode())),
                        records,
                        List.of()))
                .refusal())
        .contains("BAD_HOSPITAL_SIGNATURE");
    assertThat(offer(signed(honest, List.of(world.enrolment(world.doctor(1))))).refusal())
        .contains("WRONG_ROOT");
    assertThat(offer(proposal(before, records, List.of())).signature()).isPresent();
    assertThat(offer(signed(far, records)).refusal()).contains("CLOUD_BEHIND");
  }

  @Test
  void receive_shouldRefuse_whenTheEnvelopeIsForgedOrForeign() {
    LedgerRecord record = world.enrolment(world.doctor(0));
    byte[] honest = node.submission(world.hospital(), record);
    byte[] altered = honest.clone();
    altered[altered.length - 1] ^= 1;
    Party stranger = world.party(PartyKind.HOSPITAL, "STRANGER", Optional.of(world.manager()));

    for (byte[] bad :
        List.of(
            altered,
            new byte[0],
            new byte[100],
            Arrays.copyOf(honest, honest.length - 10),
            node.submission(stranger, record),
            node.envelope(world.hospital(), "HOSPITAL-B", Envelopes.SUBMIT, record.encode()),
            node.envelope(world.hospital(), A, "ledger.unknown", record.encode()),
            node.envelope(world.hospital(), A, Envelopes.SUBMIT, new byte[20]),
            node.envelope(world.hospital(), "CLOUD", Envelopes.SUBMIT, record.encode()))) {
      assertThatThrownBy(() -> node.receive(bad))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("EHR-500");
    }
    assertThat(waiting()).isZero();
  }

  @Test
  void cosigned_shouldRefuse_whenItIsNotTheCloudsSignature() {
    node.receive(node.submission(world.hospital(), world.enrolment(world.doctor(0))));
    Node.Mail proposal = node.sent.remove(0);
    BlockHeader header =
        ProposedBlock.decode(
                SignedEnvelope.decode(proposal.envelope()).envelope().payload().bytes())
            .header();
    Cosignature own =
        Cosignature.signed(header, ByteString.of(world.hospital().sign(header.encode())));

    assertThatThrownBy(
            () -> node.receive(node.envelope(world.cloud(), A, Cosigning.COSIGN, own.encode())))
        .isInstanceOf(LedgerException.class);
    assertThatThrownBy(
            () -> node.receive(node.envelope(world.hospital(), A, Cosigning.COSIGN, own.encode())))
        .isInstanceOf(LedgerException.class);
    assertThat(row(A).height()).isZero();
    node.deliver(proposal);
    node.settle();
    assertThat(row(A).height()).isEqualTo(1);
  }

  @Test
  void chain_shouldNotFork_whenTwoServersWorkOnOneDatabase() throws Exception {
    List<LedgerRecord> records =
        Stream.generate(() -> world.enrolment(world.doctor(world.hospital()))).limit(24).toList();
    Node second = new Node(world, node.database, world.hospital(), world.cloud(), world.manager());
    ExecutorService servers = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (Node server : List.of(node, second)) {
        work.add(servers.submit(() -> work(server, records)));
      }
      for (Future<?> done : work) {
        done.get(2, TimeUnit.MINUTES);
      }
    } finally {
      servers.shutdownNow();
    }
    node.step(A);
    node.settle();

    assertThat(row(A).records()).isEqualTo(1 + records.size());
    assertThat(row("CLOUD").head()).isEqualTo(row(A).head());
    assertThat(equivocations()).isZero();
    assertThat(verify().fault()).isEmpty();
    for (Node server : List.of(node, second)) {
      server.receipts.values().forEach(receipt -> assertThat(receipt.isFinal()).isTrue());
    }
  }
}
