package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.epione.ledger.connector.store.LeaseRow;
import org.epione.ledger.finality.Electorate;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.CreditRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two servers on one database: one of them makes the blocks. */
abstract class WriterLeaseContract extends ConnectorOnDatabase {

  private Node second;

  @BeforeEach
  void startSecond() {
    second = new Node(world, node.database, world.hospital(), world.cloud(), world.manager());
  }

  @AfterEach
  void settleSecond() {
    assertThat(equivocations()).isZero();
    assertThat(verify().fault()).isEmpty();
  }

  private LeaseRow lease() {
    return node.run(c -> c.store().leases().find(A).orElseThrow());
  }

  private void release(Node server) {
    server.run(
        c -> {
          c.lease().release(c.store().leases(), A);
          return true;
        });
  }

  @Test
  void step_shouldMakeNoBlock_whenAnotherServerHasTheLease() {
    LedgerRecord record = world.enrolment(world.doctor(0));
    second.receive(second.submission(world.hospital(), record));
    second.step(A);

    assertThat(second.sent).isEmpty();
    assertThat(waiting()).isEqualTo(1);
    assertThat(second.<Long>run(c -> c.store().chains().find(A, A).orElseThrow().height()))
        .isZero();

    node.step(A);
    node.settle();
    assertThat(row(A).height()).isEqualTo(1);
  }

  @Test
  void step_shouldTakeTheLeaseUnderALaterEpoch_whenItIsReleasedOrExpired() {
    long epoch = lease().epoch();
    release(node);
    second.receive(second.submission(world.hospital(), world.enrolment(world.doctor(0))));
    second.settle();

    assertThat(row(A).height()).isEqualTo(1);
    assertThat(lease().server()).isEqualTo(second.server);
    assertThat(lease().epoch()).isEqualTo(epoch + 1);
    node.step(A);
    assertThat(lease().server()).isEqualTo(second.server);
  }

  @Test
  void step_shouldFinishTheBlockThatWasDecided_whenItsServerIsGone() {
    node.receive(node.submission(world.hospital(), world.enrolment(world.doctor(0))));
    Node.Mail lost = node.sent.remove(0);
    release(node);
    world.clock().move(Duration.ofSeconds(6));
    second.step(A);
    second.settle();
    node.sent.add(lost);
    node.settle();

    assertThat(row(A).height()).isEqualTo(1);
    assertThat(second.published).hasSize(1);
  }

  /** Who may countersign is written when it changes; what was lost is not found by that. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from ledger_delegate",
        "update ledger_delegate set not_after = not_after + 1",
        "update ledger_delegate set not_after = not_after + 1, from_height = 3",
      })
  void delegates_shouldBeThoseOfTheChain_onceTheLeaseIsTaken(String damage) throws Exception {
    enrol(world.doctors().subList(0, 2));
    Electorate electorate = Electorate.after(state(A));
    node.database.execute(List.of(damage));
    assertThat(delegates(3)).isNotEqualTo(electorate);

    release(node);
    second.receive(second.submission(world.hospital(), world.creditRules(CreditRules.DEFAULT)));
    second.settle();

    assertThat(row(A).height()).isEqualTo(3);
    assertThat(electorate.delegates()).hasSize(2);
    assertThat(delegates(3)).isEqualTo(electorate);
    assertThat(delegates(4)).isEqualTo(electorate);
  }

  private Electorate delegates(long height) {
    return node.run(c -> c.store().delegates().at(A, height));
  }

  @Test
  void step_shouldTakeANewEpoch_whenTheServerRemembersAnother() throws Exception {
    long epoch = lease().epoch();
    node.database.execute(List.of("update ledger_lease set epoch = epoch - 1"));
    node.step(A);

    assertThat(lease().epoch()).isEqualTo(epoch + 1);
  }
}
