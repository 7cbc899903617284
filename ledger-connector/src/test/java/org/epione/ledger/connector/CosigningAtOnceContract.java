package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.connector.making.BlockMaking;
import org.epione.ledger.connector.making.Cosigning;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainHead;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RecordPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A cloud hosted by the hospital's server cosigns in the transaction in which the hospital signs,
 * by its own checks, and either both signatures count or none.
 */
abstract class CosigningAtOnceContract extends ConnectorOnDatabase {

  private final List<String> signed = new ArrayList<>();
  private boolean cloudFails;

  @BeforeEach
  void cosignAtOnce() {
    node.signing =
        (code, message) -> {
          if (isHeader(message)) {
            if (code.equals("CLOUD") && cloudFails) {
              throw new IllegalStateException("the cloud's key cannot be opened");
            }
            signed.add(code + " " + BlockHeader.decode(message).hash().hex());
          }
        };
    node.together();
  }

  private static boolean isHeader(byte[] message) {
    try {
      return BlockHeader.decode(message).height() >= 0;
    } catch (MalformedEncodingException other) {
      return false;
    }
  }

  private void receive(LedgerRecord record) {
    node.receive(node.submission(world.hospital(), record));
  }

  @Test
  void record_shouldBeFinal_withoutAMessageBetweenTheTwo() {
    receive(world.enrolment(world.doctor(0)));

    assertThat(node.sent).extracting(Node.Mail::type).containsExactly("ledger.receipt");
    assertThat(row(A).records()).isEqualTo(2);
    assertThat(row("CLOUD").head()).isEqualTo(row(A).head());
    assertThat(verify().isValid()).isTrue();
  }

  @Test
  void block_shouldBeOfferedByMessage_untilTheCloudCanSignIt() {
    LedgerRecord record = world.enrolment(world.doctor(0));
    cloudFails = true;
    receive(record);

    assertThat(waiting()).isEqualTo(1);
    assertThat(row(A).height()).isZero();
    assertThat(row("CLOUD").height()).isZero();
    assertThat(node.sent).extracting(Node.Mail::type).containsExactly(BlockMaking.PROPOSE);
    assertThatThrownBy(node::settle).hasMessageContaining("the cloud's key");
    assertThat(row(A).height()).isZero();
    boolean held = node.run(c -> c.store().leases().find(A).orElseThrow().isHeld());
    assertThat(held).isTrue();

    cloudFails = false;
    world.clock().move(Duration.ofMinutes(2));
    node.step(A);
    assertThat(node.sent).extracting(Node.Mail::type).containsExactly("ledger.receipt");
    node.settle();
    assertThat(node.receipt(world.hospital(), record).orElseThrow().isFinal()).isTrue();
    assertThat(signed.stream().distinct()).hasSize(2); // of hospital and cloud, the same header
  }

  @Test
  void block_shouldWait_whenTheCloudHasSignedAnotherOfItsHeight() {
    List<LedgerRecord> others = List.of(world.enrolment(world.doctor(1)));
    ChainState before = state(A);
    ChainHead head = before.head().orElseThrow();
    BlockHeader header =
        new BlockHeader(
            world.chain(),
            1,
            head.hash(),
            world.now(),
            world.chain(),
            1,
            Block.tree(others).root(),
            before.apply(others.get(0), new RecordPosition(1, 0)).credit().digest());
    node.run(
        c -> {
          new Cosigning(c)
              .proposed(
                  "CLOUD",
                  A,
                  new ProposedBlock(
                      header,
                      ByteString.of(world.hospital().sign(header.encode())),
                      others,
                      List.of()));
          return true;
        });
    node.sent.clear();

    receive(world.enrolment(world.doctor(0)));
    world.clock().move(Duration.ofMinutes(2));
    node.step(A);

    assertThat(row(A).height()).isZero();
    assertThat(waiting()).isEqualTo(1);
    assertThat(equivocations()).isEqualTo(1);
    assertThat(node.sent).extracting(Node.Mail::type).doesNotContain("ledger.receipt");
  }
}
