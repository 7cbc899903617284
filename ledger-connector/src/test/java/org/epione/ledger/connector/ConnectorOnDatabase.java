package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.verification.VerificationReport;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Party;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Starts a server with hospital, cloud and system manager, and block 0. */
abstract class ConnectorOnDatabase {

  static final String A = "HOSPITAL-A";

  final World world = new World("connector");
  Node node;

  abstract TestDatabase database();

  @BeforeEach
  void start() {
    node =
        new Node(
            world, database(), world.hospital(), world.other(), world.cloud(), world.manager());
    node.found(world.founding());
    node.step(A);
    node.settle();
  }

  @AfterEach
  void stop() throws Exception {
    node.close();
  }

  Receipt submit(Party from, LedgerRecord record) {
    node.receive(node.submission(from, record));
    node.settle();
    return node.receipt(from, record).orElseThrow();
  }

  long waiting() {
    Long count = node.run(c -> c.store().pending().count(A));
    return count;
  }

  long equivocations() {
    Long count = node.run(c -> c.store().chains().equivocations("CLOUD", A));
    return count;
  }

  void enrol(List<Doctor> doctors) {
    for (Doctor doctor : doctors) {
      assertThat(submit(world.hospital(), world.enrolment(doctor)).isFinal()).isTrue();
    }
  }

  /** The second doctor signs what is wrong until the chain expels her. */
  void expelSecondDoctor() {
    List<Doctor> team = world.doctors().subList(0, 2);
    while (state(A).inGoodStanding(world.doctor(1).pid())) {
      Treatment treatment = new Treatment(world, team);
      submit(world.hospital(), treatment.opened());
      submit(
          world.hospital(),
          treatment.diagnosis(
              treatment.diagnosisBody(
                  treatment.statements(team, world.now()),
                  new Treatment(world, team).diagnosisBody().aggregate())));
      node.step(A);
      node.settle();
    }
  }

  ChainRow row(String holder) {
    return node.run(c -> c.store().chains().find(holder, A).orElseThrow());
  }

  ChainState state(String holder) {
    return node.run(
        c -> c.states().at(c.store(), c.store().chains().find(holder, A).orElseThrow()));
  }

  VerificationReport verify() {
    ChainRow row = row(A);
    return ExportedBlocks.verify(
        world,
        row.pid(),
        row.height() + 1,
        node.run(c -> c.store().chains().blocks(A, A, 0, 1000)));
  }
}
