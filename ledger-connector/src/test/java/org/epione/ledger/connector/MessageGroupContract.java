package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.epione.ledger.connector.making.Intake;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.world.Treatment;
import org.junit.jupiter.api.Test;

/** Messages that are taken in by one transaction, on any database. */
abstract class MessageGroupContract extends ConnectorOnDatabase {

  private void receive(List<byte[]> messages) {
    node.run(
        c -> {
          new Envelopes(c).verify(messages);
          return true;
        });
    node.run(c -> new Envelopes(c).handle(messages));
    node.step(A);
    node.settle();
  }

  @Test
  void handle_shouldTakeAllIn_byOneBlock() {
    receive(
        world.doctors().stream()
            .map(doctor -> node.submission(world.hospital(), world.enrolment(doctor)))
            .toList());

    assertThat(row(A).height()).isEqualTo(1);
    assertThat(row(A).records()).isEqualTo(1 + world.doctors().size());
    assertThat(verify().isValid()).isTrue();
  }

  @Test
  void handle_shouldAnswerEachSender_whenARecordComesSeveralTimes() {
    LedgerRecord enrolment = world.enrolment(world.doctor(0));

    receive(
        List.of(
            node.submission(world.hospital(), enrolment),
            node.submission(world.manager(), enrolment),
            node.submission(world.hospital(), enrolment)));

    assertThat(row(A).records()).isEqualTo(2);
    assertThat(node.receipt(world.hospital(), enrolment).orElseThrow().isFinal()).isTrue();
    assertThat(node.receipt(world.manager(), enrolment).orElseThrow().isFinal()).isTrue();
  }

  @Test
  void handle_shouldRefuseOnlyWhatIsWrong_andAnswerWhatIsKnown() {
    LedgerRecord known = world.enrolment(world.doctor(0));
    submit(world.hospital(), known);
    node.receipts.clear();
    LedgerRecord good = world.enrolment(world.doctor(1));
    LedgerRecord wrong = world.by(world.other(), good.body());

    receive(
        Stream.of(known, wrong, good)
            .map(record -> node.submission(world.hospital(), record))
            .toList());

    assertThat(node.receipt(world.hospital(), known).orElseThrow().isFinal()).isTrue();
    assertThat(node.receipt(world.hospital(), good).orElseThrow().isFinal()).isTrue();
    assertThat(node.receipt(world.hospital(), wrong).orElseThrow().rejection())
        .contains("WRONG_AUTHOR");
  }

  @Test
  void handle_shouldCountAFlood_alsoWithinOneGroup() {
    enrol(world.doctors());
    Treatment flooded = new Treatment(world, world.doctors().subList(0, 2));
    submit(world.hospital(), flooded.opened());
    List<LedgerRecord> flood = new ArrayList<>();
    for (int i = 0; i < Intake.MOST_OF_ONE_PERSON + 5; i++) {
      world.clock().move(Duration.ofMillis(1));
      flood.add(flooded.diagnosis());
    }

    node.run(
        c ->
            new Envelopes(c)
                .handle(
                    flood.stream()
                        .map(record -> node.submission(world.hospital(), record))
                        .toList()));

    assertThat(waiting()).isEqualTo(Intake.MOST_OF_ONE_PERSON);
  }

  @Test
  void handle_shouldChangeNothing_whenOneOfThemIsNoMessage() {
    LedgerRecord enrolment = world.enrolment(world.doctor(0));
    List<byte[]> messages =
        List.of(node.submission(world.hospital(), enrolment), new byte[] {1, 2, 3});

    assertThatThrownBy(() -> receive(messages)).isInstanceOf(LedgerException.class);

    assertThat(waiting()).isZero();
  }

  @Test
  void receive_shouldTakeInWhatIsRight_whateverComesAtTheSameTime() throws Exception {
    List<LedgerRecord> records =
        Stream.generate(() -> world.enrolment(world.doctor(world.hospital()))).limit(30).toList();
    List<byte[]> messages = new ArrayList<>();
    records.forEach(record -> messages.add(node.submission(world.hospital(), record)));
    for (int i = 0; i < 10; i++) {
      messages.add(3 * i, new byte[i]);
    }
    List<Node.Mail> out = Collections.synchronizedList(new ArrayList<>());
    node.sendTo(out::addAll, block -> {});
    List<byte[]> refused = Collections.synchronizedList(new ArrayList<>());

    List<Thread> senders = new ArrayList<>();
    for (byte[] message : messages) {
      Thread sender =
          new Thread(
              () -> {
                try {
                  node.receive(message);
                } catch (LedgerException e) {
                  refused.add(message);
                }
              });
      senders.add(sender);
      sender.start();
    }
    for (Thread sender : senders) {
      sender.join();
    }
    while (!out.isEmpty()) {
      node.deliver(out.remove(0));
    }

    assertThat(refused).hasSize(10);
    assertThat(records)
        .allMatch(record -> node.receipt(world.hospital(), record).orElseThrow().isFinal());
    assertThat(verify().isValid()).isTrue();
  }

  @Test
  void state_shouldBeKept_whenAReaderIsBehindTheBlockMaker() {
    ChainRow behind = row(A);
    ChainState then = state(A);
    enrol(world.doctors().subList(0, 2));
    ChainState now = state(A);
    ChainState again = node.run(c -> c.states().at(c.store(), behind));
    assertThat(again).isSameAs(then);
    assertThat(state(A)).isSameAs(now).isNotSameAs(then);
  }
}
