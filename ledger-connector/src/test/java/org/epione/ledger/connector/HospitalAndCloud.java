package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.connector.making.CloudAgreement;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Hospital and cloud on a database each; one of both is restored from a backup. No height is signed
 * twice.
 */
abstract class HospitalAndCloud {

  static final String A = "HOSPITAL-A";

  final World world = new World("restored");
  final Map<Long, Set<String>> signed = new TreeMap<>();
  Node hospital;
  Node cloud;

  abstract TestDatabase database();

  @BeforeEach
  void start() {
    hospital = hospital(database());
    cloud = cloud(database());
    hospital.found(founding());
    hospital.step(A);
    settle();
  }

  @AfterEach
  void stop() throws SQLException {
    hospital.close();
    cloud.close();
    assertThat(signed.values()).allSatisfy(hashes -> assertThat(hashes).hasSize(1));
  }

  LedgerRecord founding() {
    return world.founding();
  }

  Node hospital(TestDatabase database) {
    return watched(new Node(world, database, world.hospital(), world.manager()));
  }

  Node cloud(TestDatabase database) {
    return watched(new Node(world, database, world.cloud()));
  }

  private Node watched(Node node) {
    node.signing =
        (code, message) -> {
          try {
            BlockHeader header = BlockHeader.decode(message);
            signed
                .computeIfAbsent(header.height(), height -> new TreeSet<>())
                .add(header.hash().hex());
          } catch (MalformedEncodingException noHeader) {
            assertThat(message).isNotEmpty();
          }
        };
    node.restart();
    return node;
  }

  void settle() {
    while (!hospital.sent.isEmpty() || !cloud.sent.isEmpty()) {
      for (Node node : List.of(hospital, cloud)) {
        if (!node.sent.isEmpty()) {
          Node.Mail mail = node.sent.remove(0);
          (mail.to().equals("CLOUD") ? cloud : hospital).deliver(mail);
        }
      }
    }
  }

  LedgerRecord enrol(int number) {
    LedgerRecord record = world.enrolment(world.doctor(number));
    hospital.receive(hospital.submission(world.hospital(), record));
    settle();
    return record;
  }

  ChainRow row(Node node, String holder) {
    return node.run(c -> c.store().chains().find(holder, A).orElseThrow());
  }

  Optional<SignedNote> head() {
    return hospital.run(c -> c.store().checkpoints().latest(A));
  }

  boolean agreed() {
    return hospital.run(c -> new CloudAgreement(c).isReached(A));
  }
}
