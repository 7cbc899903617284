package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.export.ExportWriter;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RecordPosition;
import org.epione.ledger.state.RejectionReason;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.verification.VerificationReport;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Party;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the connector does on any database. */
abstract class ConnectorContract {

  private static final String A = "HOSPITAL-A";

  private final World world = new World("connector");
  private Node node;

  abstract TestDatabase database();

  @BeforeEach
  void start() {
    node = new Node(world, database(), world.hospital(), world.cloud(), world.manager());
    node.found(world.founding());
    node.step(A);
    node.settle();
  }

  @AfterEach
  void stop() throws Exception {
    node.close();
  }

  private Receipt submit(Party from, LedgerRecord record) {
    node.receive(node.submission(from, record));
    node.settle();
    return node.receipt(from, record).orElseThrow();
  }

  private long waiting() {
    Long count = node.run(c -> c.store().pending().count(A));
    return count;
  }

  private long equivocations() {
    Long count = node.run(c -> c.store().chains().equivocations("CLOUD", A));
    return count;
  }

  private void enrol(List<Doctor> doctors) {
    for (Doctor doctor : doctors) {
      assertThat(submit(world.hospital(), world.enrolment(doctor)).isFinal()).isTrue();
    }
  }

  private ChainRow row(String holder) {
    return node.run(c -> c.store().chains().find(holder, A).orElseThrow());
  }

  private ChainState state(String holder) {
    return node.run(
        c -> c.states().at(c.store().chains(), c.store().chains().find(holder, A).orElseThrow()));
  }

  private VerificationReport verify() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ChainRow row = row(A);
      ExportWriter writer = new ExportWriter(out, row.pid(), row.height() + 1);
      for (byte[] block : node.run(c -> c.store().chains().blocks(A, A, 0, 1000))) {
        writer.add(block);
      }
      writer.finish();
      return new ChainVerifier(world.suite())
          .verify(new ByteArrayInputStream(out.toByteArray()), ProgressListener.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void found_shouldMakeBlockZeroOnce_whenAskedAgain() {
    node.found(world.founding());
    node.step(A);
    node.settle();

    assertThat(row(A).height()).isZero();
    assertThat(row("CLOUD").head()).isEqualTo(row(A).head());
    assertThat(node.published).hasSize(1);
  }

  @Test
  void found_shouldRefuse_whenThePartiesAreNotThoseOfTheDirectory() {
    World other = new World("impostors");

    assertThatThrownBy(() -> node.found(other.founding()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("EHR-5006");
  }

  @Test
  void submit_shouldGiveAReceiptThatProvesItself() {
    LedgerRecord enrolment = world.enrolment(world.doctor(0));

    Receipt receipt = submit(world.hospital(), enrolment);

    assertThat(receipt.inclusion().orElseThrow().height()).isEqualTo(1);
    assertThat(
            receipt
                .inclusion()
                .orElseThrow()
                .proves(
                    world.suite().ed25519(),
                    enrolment,
                    world.hospital().certificate(),
                    world.cloud().certificate()))
        .isTrue();
    assertThat(
            receipt
                .inclusion()
                .orElseThrow()
                .proves(
                    world.suite().ed25519(),
                    world.enrolment(world.doctor(1)),
                    world.hospital().certificate(),
                    world.cloud().certificate()))
        .isFalse();
    assertThat(Receipt.decode(receipt.encode())).isEqualTo(receipt);
    assertThat(verify().isValid()).isTrue();
  }

  @Test
  void submit_shouldAnswerTheSameAndChangeNothing_whenRepeated() {
    LedgerRecord enrolment = world.enrolment(world.doctor(0));
    Receipt first = submit(world.hospital(), enrolment);
    node.receipts.clear();

    assertThat(submit(world.hospital(), enrolment)).isEqualTo(first);
    assertThat(submit(world.manager(), enrolment)).isEqualTo(first);
    assertThat(row(A).height()).isEqualTo(1);
  }

  @Test
  void submit_shouldMakeOneBlock_whenManyRecordsWaitForOneProposal() {
    node.receive(node.submission(world.hospital(), world.enrolment(world.doctor(0))));
    node.receive(node.submission(world.hospital(), world.enrolment(world.doctor(1))));
    node.receive(node.submission(world.hospital(), world.enrolment(world.doctor(2))));
    node.settle();

    assertThat(row(A).height()).isEqualTo(2);
    assertThat(row(A).records()).isEqualTo(4);
  }

  @Test
  void submit_shouldKeepStorageUntilTheDiagnosisIsThere_whenOrderIsReversed() {
    enrol(world.doctors());
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    submit(world.hospital(), treatment.opened());
    LedgerRecord diagnosis = treatment.diagnosis();
    LedgerRecord stored = treatment.stored(diagnosis);

    node.receive(node.submission(world.hospital(), stored));
    node.settle();
    assertThat(node.receipt(world.hospital(), stored)).isEmpty();

    assertThat(submit(world.hospital(), diagnosis).isFinal()).isTrue();
    assertThat(node.receipt(world.hospital(), stored).orElseThrow().isFinal()).isTrue();
    assertThat(verify().isValid()).isTrue();
  }

  @Test
  void step_shouldRefuseWhatWaitsTooLong() {
    enrol(world.doctors());
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    submit(world.hospital(), treatment.opened());
    LedgerRecord stored = treatment.stored(treatment.diagnosis());
    node.receive(node.submission(world.hospital(), stored));
    world.clock().move(Duration.ofDays(4));
    node.step(A);
    node.settle();

    assertThat(node.receipt(world.hospital(), stored).orElseThrow().rejection())
        .contains("TOO_OLD");
    assertThat(waiting()).isZero();
  }

  @Test
  void submit_shouldLowerCreditAndExpel_whenADoctorSignsWhatIsWrong() {
    enrol(world.doctors());
    Doctor last = world.doctor(1);
    for (int i = 1; i <= 5; i++) {
      Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
      submit(world.hospital(), treatment.opened());
      Treatment other = new Treatment(world, world.doctors().subList(0, 2));
      LedgerRecord wrong =
          treatment.diagnosis(
              treatment.diagnosisBody(
                  treatment.statements(world.doctors().subList(0, 2), world.now()),
                  other.diagnosisBody().aggregate()));
      assertThat(submit(world.hospital(), wrong).rejection()).contains("TEAM_BAD_SIGNATURE");
      node.step(A);
      node.settle();
      assertThat(state(A).credit().of(last.pid()).orElseThrow().points()).isEqualTo(100 - 10 * i);
      assertThat(submit(world.hospital(), wrong).rejection()).contains("TEAM_BAD_SIGNATURE");
    }

    assertThat(state(A).inGoodStanding(last.pid())).isFalse();
    Treatment next = new Treatment(world, world.doctors().subList(0, 2));
    assertThat(submit(world.hospital(), next.opened()).rejection()).contains("EXPELLED");
    long height = row(A).height();
    node.step(A);
    node.settle();
    assertThat(row(A).height()).isEqualTo(height);
    VerificationReport report = verify();
    assertThat(report.fault()).isEmpty();
    assertThat(report.counts()).containsEntry(RecordType.REJECTION, 5L);
    assertThat(report.state().credit().digest()).isEqualTo(state(A).credit().digest());
  }

  @Test
  void submit_shouldNotLowerCredit_whenSomeoneElseSignedOrTheRecordIsLate() {
    enrol(world.doctors());
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    submit(world.hospital(), treatment.opened());
    LedgerRecord forged =
        world.by(
            treatment.last().pid(),
            world.suite().bls().generate(),
            world.now(),
            treatment.diagnosisBody());
    LedgerRecord late = treatment.diagnosis();
    assertThat(submit(world.other(), forged).rejection()).contains("BAD_SIGNATURE");
    world.clock().move(Duration.ofDays(4));
    assertThat(submit(world.other(), late).rejection()).contains("TOO_OLD");
    node.step(A);
    node.settle();

    assertThat(state(A).credit().of(treatment.last().pid()).orElseThrow().points()).isEqualTo(100);
    assertThat(verify().counts()).doesNotContainKey(RecordType.REJECTION);
  }

  @Test
  void submit_shouldRejectOnTheHospitalsWord_whenEvidenceDoesNotHold() {
    enrol(world.doctors());
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    submit(world.hospital(), treatment.opened());
    node.evidenceHolds = false;

    assertThat(submit(world.hospital(), treatment.diagnosis()).rejection())
        .contains(RejectionReason.BAD_EVIDENCE.name());
    node.step(A);
    node.settle();
    assertThat(state(A).credit().of(treatment.last().pid()).orElseThrow().points()).isEqualTo(90);
    assertThat(verify().isValid()).isTrue();
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
  }

  @Test
  void propose_shouldBeRefused_whenTheBlockDoesNotFollow() {
    ChainState before = state(A);
    List<LedgerRecord> records = List.of(world.enrolment(world.doctor(0)));
    BlockHeader honest = proposal(before, records, List.of()).header();
    BlockHeader far = header(honest, 7, honest.time().plusMillis(0));
    BlockHeader future = header(honest, 1, honest.time().plus(Duration.ofHours(1)));
    BlockHeader past = header(honest, 1, honest.time().minus(Duration.ofHours(1)));

    assertThat(offer(signed(far, records)).refusal()).contains("WRONG_HEIGHT");
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
  void step_shouldOfferTheSameBlockAgain_whenTheAnswerIsLost() {
    node.receive(node.submission(world.hospital(), world.enrolment(world.doctor(0))));
    Node.Mail lost = node.sent.remove(0);
    node.step(A);
    assertThat(node.sent).isEmpty();
    world.clock().move(Duration.ofSeconds(6));
    node.restart();
    node.step(A);

    Node.Mail again = node.sent.get(0);
    assertThat(SignedEnvelope.decode(again.envelope()).envelope().payload())
        .isEqualTo(SignedEnvelope.decode(lost.envelope()).envelope().payload());
    node.settle();
    node.deliver(lost);
    node.settle();
    assertThat(row(A).height()).isEqualTo(1);
    assertThat(node.published).hasSize(2);
  }

  @Test
  void step_shouldSayWhyTheCloudRefuses_andGoOnByItself() {
    node.receive(node.submission(world.hospital(), world.enrolment(world.doctor(0))));
    Node.Mail proposal = node.sent.remove(0);
    BlockHeader header =
        ProposedBlock.decode(
                SignedEnvelope.decode(proposal.envelope()).envelope().payload().bytes())
            .header();
    node.receive(
        node.envelope(
            world.cloud(),
            A,
            Cosigning.COSIGN,
            Cosignature.refused(header, "FROM_THE_FUTURE").encode()));

    assertThat(node.run(c -> c.store().proposals().find(A)).orElseThrow().refusal())
        .contains("FROM_THE_FUTURE");
    world.clock().move(Duration.ofMinutes(1));
    node.step(A);
    node.settle();
    assertThat(row(A).height()).isEqualTo(1);
  }

  @Test
  void step_shouldKeepBlockTimesInOrder_whenTheClockIsSetBack() {
    submit(world.hospital(), world.enrolment(world.doctor(0)));
    world.clock().move(Duration.ofSeconds(-90));

    assertThat(submit(world.hospital(), world.enrolment(world.doctor(1))).isFinal()).isTrue();
    assertThat(verify().isValid()).isTrue();
  }

  @Test
  void step_shouldWaitForMoreRecords_whenTheRulesSaySo() throws Exception {
    try (Node slow =
        new Node(world, database(), world.hospital(), world.cloud(), world.manager())) {
      slow.found(world.founding(BlockRules.PAPER));
      slow.step(A);
      slow.settle();
      slow.receive(slow.submission(world.hospital(), world.enrolment(world.doctor(0))));
      slow.settle();
      assertThat(slow.published).hasSize(1);
      world.clock().move(Duration.ofSeconds(59));
      slow.step(A);
      slow.settle();
      assertThat(slow.published).hasSize(1);
      world.clock().move(Duration.ofSeconds(1));
      slow.step(A);
      slow.settle();
      assertThat(slow.published).hasSize(2);
      for (int i = 0; i < 10; i++) {
        slow.receive(
            slow.submission(world.hospital(), world.enrolment(world.doctor(world.hospital()))));
      }
      slow.settle();
      assertThat(slow.published).hasSize(3);
      assertThat(Block.decode(slow.published.get(2)).records()).hasSize(10);
    }
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
  void states_shouldBeTheSame_whenFoldedAgainAfterARestart() {
    enrol(world.doctors());
    ChainState running = state(A);
    node.restart();

    assertThat(state(A).head()).isEqualTo(running.head());
    assertThat(state(A).credit().all()).isEqualTo(running.credit().all());
    assertThat(state("CLOUD").head()).isEqualTo(running.head());
  }
}
