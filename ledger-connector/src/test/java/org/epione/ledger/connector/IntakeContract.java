package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.Cosignature;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.connector.making.BlockMaking;
import org.epione.ledger.connector.making.CloudAgreement;
import org.epione.ledger.connector.making.Cosigning;
import org.epione.ledger.connector.making.Intake;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.store.LedgerStoreException;
import org.epione.ledger.connector.store.PendingRecord;
import org.epione.ledger.connector.store.RefusalCount;
import org.epione.ledger.connector.store.RefusalTable;
import org.epione.ledger.connector.store.Submitted;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RejectionReason;
import org.epione.ledger.verification.VerificationReport;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

/** What a hospital does with records and blocks, on any database. */
abstract class IntakeContract extends ConnectorOnDatabase {

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

  /** As when one server takes a record in while another makes a block of it. */
  @Test
  void step_shouldAnswerAsFinal_whenARecordWaitsThatIsOnTheChain() {
    LedgerRecord enrolment = world.enrolment(world.doctor(0));
    Receipt first = submit(world.hospital(), enrolment);
    node.run(
        c -> {
          PendingRecord again = new PendingRecord(enrolment, c.now(), Optional.empty());
          c.store().pending().add(A, List.of(again));
          Submitted by = new Submitted(enrolment.id(), world.manager().code());
          c.store().pending().await(A, List.of(by), Set.of());
          return true;
        });

    node.step(A);
    node.settle();

    assertThat(node.receipt(world.manager(), enrolment)).contains(first);
    assertThat(row(A).height()).isEqualTo(1);
    assertThat(waiting()).isZero();
    Map<Digest, String> refused =
        node.run(c -> c.store().refusals().among(A, List.of(enrolment.id())));
    assertThat(refused).isEmpty();
  }

  /** As when one server refuses a record while another takes it in: too many waited there. */
  @Test
  void step_shouldAnswerAsRefused_whenARecordWaitsThatWasRefused() {
    LedgerRecord enrolment = world.enrolment(world.doctor(0));
    LedgerRecord other = world.enrolment(world.doctor(1));
    node.run(
        c -> {
          c.store().chains().lock(A, A);
          c.store()
              .refusals()
              .add(
                  A,
                  Optional.empty(),
                  enrolment.id(),
                  "TOO_MANY_WAITING",
                  c.now(),
                  Duration.ofDays(1));
          List<PendingRecord> waiting =
              Stream.of(enrolment, other)
                  .map(record -> new PendingRecord(record, c.now(), Optional.empty()))
                  .toList();
          c.store().pending().add(A, waiting);
          Submitted by = new Submitted(enrolment.id(), world.manager().code());
          c.store().pending().await(A, List.of(by), Set.of());
          return true;
        });

    node.step(A);
    node.settle();

    Receipt answer = node.receipt(world.manager(), enrolment).orElseThrow();
    assertThat(answer.rejection()).contains("TOO_MANY_WAITING");
    assertThat(submit(world.hospital(), enrolment)).isEqualTo(answer);
    assertThat(submit(world.hospital(), other).isFinal()).isTrue();
    assertThat(row(A).records()).isEqualTo(2);
    assertThat(waiting()).isZero();
  }

  /** The second has looked, and comes to its insertion, before the first commits. */
  @Test
  void submit_shouldTakeARecordInOnce_whenItComesToTwoServersAtOnce() {
    Node second = new Node(world, node.database, world.hospital(), world.cloud(), world.manager());
    LedgerRecord enrolment = world.enrolment(world.doctor(0));
    byte[] first = node.submission(world.hospital(), enrolment);
    byte[] same = second.submission(world.manager(), enrolment);
    CompletableFuture<Boolean> inserting = new CompletableFuture<>();
    CompletableFuture<Void> other =
        node.run(
            c -> {
              new Envelopes(c).handle(List.of(first));
              node.database.beforeStatement(
                  sql -> {
                    if (sql.startsWith("insert into ledger_pending")) {
                      inserting.complete(true);
                    }
                  });
              CompletableFuture<Void> beside =
                  CompletableFuture.runAsync(() -> second.receive(same));
              inserting.orTimeout(10, TimeUnit.SECONDS).join();
              return beside;
            });

    assertThatThrownBy(() -> other.orTimeout(10, TimeUnit.SECONDS).join())
        .hasCauseInstanceOf(LedgerStoreException.class);
    second.receive(same); // as the queue delivers it again
    assertThat(waiting()).isEqualTo(1);
    node.step(A);
    node.settle();

    Receipt receipt = node.receipt(world.hospital(), enrolment).orElseThrow();
    assertThat(receipt.isFinal()).isTrue();
    assertThat(node.receipt(world.manager(), enrolment)).contains(receipt);
    assertThat(row(A).records()).isEqualTo(2);
    assertThat(verify().isValid()).isTrue();
  }

  /** Two servers that take the same records in then wait for each other in one direction only. */
  @Test
  void add_shouldTakeRecordsInByTheirNames_inWhateverOrderTheyCome() {
    List<PendingRecord> records =
        Stream.generate(() -> world.enrolment(world.doctor(world.hospital())))
            .limit(5)
            .sorted(Comparator.comparing(LedgerRecord::id).reversed())
            .map(record -> new PendingRecord(record, world.now(), Optional.empty()))
            .toList();
    String order = node.database.schema().isPresent() ? "ctid" : "_rowid_";
    List<String> stored =
        node.run(
            c -> {
              c.store().pending().add(A, records);
              return node.database.ask("select record_id from ledger_pending order by " + order);
            });

    assertThat(stored).hasSize(5).isSorted();
  }

  /** It may be a megabyte, and each look at the chain would read it. */
  @Test
  void step_shouldNotReadTheBlockThatWaitsForTheCloud_untilItIsSentAgain() throws Exception {
    node.receive(node.submission(world.hospital(), world.enrolment(world.doctor(0))));
    node.database.execute(List.of("alter table ledger_proposal rename column content to hidden"));

    node.step(A);
    assertThat(node.sent).extracting(Node.Mail::type).containsExactly(BlockMaking.PROPOSE);

    node.database.execute(List.of("alter table ledger_proposal rename column hidden to content"));
    node.settle();
    assertThat(row(A).height()).isEqualTo(1);
  }

  @Test
  void submit_shouldTakeNewRecordsIn_whileABlockIsMade() {
    List<LedgerRecord> records =
        List.of(world.enrolment(world.doctor(0)), world.enrolment(world.doctor(1)));
    List<byte[]> messages =
        records.stream().map(record -> node.submission(world.hospital(), record)).toList();
    node.run(
        locked -> {
          locked.store().chains().lock(A, A);
          CompletableFuture.runAsync(() -> node.run(other -> new Envelopes(other).handle(messages)))
              .orTimeout(10, TimeUnit.SECONDS)
              .join();
          return true;
        });

    assertThat(waiting()).isEqualTo(2);
    node.step(A);
    node.settle();
    assertThat(row(A).records()).isEqualTo(3);
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
  void submit_shouldFinishWhatBeganBeforeTheKeyWasChanged_forBetterAndWorse() {
    enrol(world.doctors());
    List<Doctor> team = world.doctors().subList(0, 2);
    Doctor last = team.get(1);
    Treatment good = new Treatment(world, team);
    Treatment bad = new Treatment(world, team);
    submit(world.hospital(), good.opened());
    submit(world.hospital(), bad.opened());
    Doctor changed = world.withAnotherKey(last);
    assertThat(submit(world.hospital(), world.keyChange(last, changed)).rejection()).isEmpty();

    LedgerRecord wrong =
        bad.diagnosis(
            bad.diagnosisBody(bad.statements(team, world.now()), good.diagnosisBody().aggregate()));
    assertThat(submit(world.hospital(), good.diagnosis()).rejection()).isEmpty();
    assertThat(submit(world.hospital(), wrong).rejection()).contains("TEAM_BAD_SIGNATURE");
    node.step(A);
    node.settle();

    VerificationReport report = verify();
    assertThat(report.fault()).isEmpty();
    assertThat(report.counts())
        .containsEntry(RecordType.DOCTOR_KEY_CHANGED, 1L)
        .containsEntry(RecordType.DIAGNOSIS, 1L)
        .containsEntry(RecordType.REJECTION, 1L);
    assertThat(report.state().digest()).isEqualTo(state(A).digest());
    assertThat(state(A).credit().of(last.pid()).orElseThrow().points()).isEqualTo(90);
  }

  @Test
  void rejection_shouldCount_thoughTheDoctorChangesHerKeyBeforeIt() {
    enrol(world.doctors());
    List<Doctor> team = world.doctors().subList(0, 2);
    Doctor last = team.get(1);
    Treatment bad = new Treatment(world, team);
    submit(world.hospital(), bad.opened());
    LedgerRecord wrong =
        bad.diagnosis(
            bad.diagnosisBody(
                bad.statements(team, world.now()),
                new Treatment(world, team).diagnosisBody().aggregate()));
    node.receive(node.submission(world.hospital(), wrong));
    node.receive(
        node.submission(world.hospital(), world.keyChange(last, world.withAnotherKey(last))));
    for (int i = 0; i < 3; i++) {
      node.step(A);
      node.settle();
    }

    VerificationReport report = verify();
    assertThat(report.fault()).isEmpty();
    assertThat(report.counts())
        .containsEntry(RecordType.DOCTOR_KEY_CHANGED, 1L)
        .containsEntry(RecordType.REJECTION, 1L);
    assertThat(state(A).credit().of(last.pid()).orElseThrow().points()).isEqualTo(90);
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
  void submit_shouldRefuseButNotLowerCredit_onTheHospitalsWordAlone() {
    enrol(world.doctors());
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    submit(world.hospital(), treatment.opened());
    node.evidenceHolds = false;

    assertThat(submit(world.hospital(), treatment.diagnosis()).rejection())
        .contains(RejectionReason.BAD_EVIDENCE.name());
    node.step(A);
    node.settle();
    assertThat(state(A).credit().of(treatment.last().pid()).orElseThrow().points()).isEqualTo(100);
    assertThat(verify().isValid()).isTrue();
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
    assertThat(node.sent.get(0).type()).isEqualTo(CloudAgreement.WANTED);
    node.deliver(node.sent.remove(0));
    node.deliver(node.sent.remove(0));

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
  void states_shouldBeTheSame_whenFoldedAgainAfterARestart() {
    enrol(world.doctors());
    ChainState running = state(A);
    node.restart();

    assertThat(state(A).head()).isEqualTo(running.head());
    assertThat(state(A).credit().all()).isEqualTo(running.credit().all());
    assertThat(state("CLOUD").head()).isEqualTo(running.head());
  }

  @Test
  void blocks_shouldBeFewer_whenTheyAreLarge() {
    enrol(world.doctors().subList(0, 3));
    List<byte[]> all = node.run(c -> c.store().chains().blocks(A, A, 0, 50));
    long first = all.get(0).length;
    long second = all.get(1).length;

    assertThat(all).hasSize(4);
    assertThat(blocks(50, 1)).containsExactlyElementsOf(all.subList(0, 1));
    assertThat(blocks(50, first)).hasSize(1);
    assertThat(blocks(50, first + 1)).hasSize(2);
    assertThat(blocks(50, first + second + 1)).containsExactlyElementsOf(all.subList(0, 3));
    assertThat(blocks(2, Long.MAX_VALUE)).hasSize(2);
    assertThat(blocks(50, Long.MAX_VALUE)).containsExactlyElementsOf(all);
  }

  private List<byte[]> blocks(int count, long bytes) {
    return node.run(c -> c.store().chains().blocks(A, A, 0, count, bytes));
  }

  @Test
  void submit_shouldRefuseAFlood_andDelayNobodyElse() {
    enrol(world.doctors());
    Treatment flooded = new Treatment(world, world.doctors().subList(0, 2));
    Treatment honest = new Treatment(world, world.doctors().subList(2, 4));
    submit(world.hospital(), flooded.opened());
    submit(world.hospital(), honest.opened());
    LedgerRecord diagnosis = honest.diagnosis();
    List<LedgerRecord> flood = new ArrayList<>();
    for (int i = 0; i < Intake.MOST_OF_ONE_PERSON + 5; i++) {
      // Each is right by itself, and waits while the first is on its way to the cloud.
      world.clock().move(Duration.ofMillis(1));
      flood.add(flooded.diagnosis());
    }
    long before = row(A).height();
    for (LedgerRecord record : flood) {
      node.receive(node.submission(world.hospital(), record));
    }
    world.clock().move(Duration.ofMillis(1));

    assertThat(submit(world.hospital(), diagnosis).isFinal()).isTrue();
    long height =
        node.receipt(world.hospital(), diagnosis).orElseThrow().inclusion().orElseThrow().height();
    assertThat(height).isEqualTo(before + 2);
    assertThat(
            flood.stream()
                .flatMap(record -> node.receipt(world.hospital(), record).stream())
                .filter(receipt -> receipt.rejection().equals(Optional.of("TOO_MANY_WAITING"))))
        .hasSize(5);
    List<RefusalCount> counted =
        node.run(c -> c.store().refusals().since(A, world.now().minus(Duration.ofHours(1))));
    assertThat(counted).extracting(RefusalCount::reason).contains("TOO_MANY_WAITING");
    assertThat(counted)
        .filteredOn(each -> each.reason().equals("TOO_MANY_WAITING"))
        .extracting(RefusalCount::count)
        .containsExactly(5L);
    List<RefusalCount> later =
        node.run(c -> c.store().refusals().since(A, world.now().plus(Duration.ofHours(1))));
    assertThat(later).isEmpty();
  }

  private void refuse(Optional<Pid> delegate, int number) {
    node.run(
        c -> {
          Digest record = Digest.of(ByteBuffer.allocate(4).putInt(number).array());
          c.store().refusals().add(A, delegate, record, "TOO_OLD", world.now(), Duration.ofDays(1));
          return true;
        });
  }

  private long kept(int from, int to) {
    List<Digest> all =
        IntStream.range(from, to)
            .mapToObj(number -> Digest.of(ByteBuffer.allocate(4).putInt(number).array()))
            .toList();
    return node.<Long>run(c -> (long) c.store().refusals().among(A, all).size());
  }

  private long counted(Duration before) {
    return node.<Long>run(
        c ->
            c.store().refusals().since(A, world.now().minus(before)).stream()
                .mapToLong(RefusalCount::count)
                .sum());
  }

  @Test
  void refusals_shouldBeBounded_whenOneAuthorFloods_andCountedAllTheSame() {
    enrol(world.doctors());
    Optional<Pid> flooding = Optional.of(world.doctor(0).pid());
    int most = RefusalTable.KEPT_OF_ONE_AN_HOUR;
    for (int i = 0; i < most + 20; i++) {
      refuse(flooding, i);
    }
    refuse(Optional.empty(), most + 20);
    assertThat(kept(0, most + 20)).isEqualTo(most);
    assertThat(kept(most + 20, most + 21)).isEqualTo(1);
    assertThat(counted(Duration.ZERO)).isEqualTo(most + 21L);

    world.clock().move(Duration.ofHours(1));
    refuse(flooding, most + 30);
    assertThat(kept(most + 30, most + 31)).isEqualTo(1);
    assertThat(kept(0, most)).isEqualTo(most);
    world.clock().move(Duration.ofHours(24));
    refuse(flooding, most + 40);
    assertThat(kept(0, most + 21)).isZero();
    assertThat(kept(most + 30, most + 41)).isEqualTo(2);
    assertThat(counted(Duration.ofHours(25))).isEqualTo(most + 23L);
    world.clock().move(RefusalTable.COUNTS_KEPT.plus(Duration.ofHours(1)));
    refuse(flooding, most + 50);
    assertThat(counted(Duration.ofDays(60))).isEqualTo(1);
  }

  @Test
  void inTurn_shouldGiveOneOfEachAuthorFirst() {
    List<LedgerRecord> many = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      many.add(world.enrolment(world.doctor(world.hospital())));
    }
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    LedgerRecord late = treatment.diagnosis();
    List<LedgerRecord> turn =
        node.run(
            c -> {
              List<PendingRecord> waiting = new ArrayList<>();
              many.forEach(
                  record -> waiting.add(new PendingRecord(record, world.now(), Optional.empty())));
              waiting.add(new PendingRecord(late, world.now().plusSeconds(60), Optional.empty()));
              c.store().pending().add(A, waiting);
              return c.store().pending().inTurn(A, 2).stream().map(PendingRecord::record).toList();
            });

    assertThat(turn.get(1)).isEqualTo(late);
  }
}
