package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.transparency.SignedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the database tries to change what is final. */
abstract class FinalRowsContract extends ConnectorOnDatabase {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_block set content = content",
        "update ledger_block set height = 7 where height = 0",
        "delete from ledger_block where height = 1",
        "update ledger_record set block_index = 1",
        "delete from ledger_record",
        "delete from ledger_checkpoint",
        "delete from ledger_tile",
        "delete from ledger_equivocation",
        "update ledger_contradiction set seen_at = 0",
        "delete from ledger_contradiction",
        "update ledger_anchor_transaction set version = 7",
        "delete from ledger_anchor_transaction",
        "update ledger_stamp set kept_at = 0",
        "delete from ledger_stamp",
      })
  void statement_shouldBeRefused_whenItChangesWhatIsFinal(String sql) throws Exception {
    submit(world.hospital(), world.enrolment(world.doctor(0)));
    ChainRow before = row(A);

    assertThatThrownBy(() -> node.database.execute(List.of(sql))).hasMessageContaining("EHR-5008");

    assertThat(submit(world.hospital(), world.enrolment(world.doctor(1))).isFinal()).isTrue();
    assertThat(row(A).height()).isEqualTo(before.height() + 1);
    assertThat(verify().isValid()).isTrue();
  }

  @Test
  void verification_shouldFindIt_whenTheOwnerTakesTheTriggersAway() throws Exception {
    submit(world.hospital(), world.enrolment(world.doctor(0)));
    submit(world.hospital(), world.enrolment(world.doctor(1)));

    node.database.execute(
        List.of(
            dropTrigger(),
            "create table other_content as select content from ledger_block where height = 2",
            "update ledger_block set content = (select content from other_content"
                + " fetch first 1 row only) where height = 1"));

    assertThat(verify().fault()).isPresent();
    node.restart();
    assertThatThrownBy(() -> state(A)).hasMessageContaining("EHR-5005");
  }

  /** The header is that of the chain, and the records are of a right form. */
  @Test
  void head_shouldNotBeSigned_overRecordsThatAreNotThoseOfTheirBlock() throws Exception {
    submit(world.hospital(), world.enrolment(world.doctor(0)));
    submit(world.hospital(), world.enrolment(world.doctor(1)));
    Optional<SignedNote> head = node.run(c -> c.store().checkpoints().latest(A));
    Block stored = node.run(c -> StoredBlocks.at(c.store(), A, A, 1));
    Block altered = new Block(stored.signedHeader(), List.of(world.enrolment(world.doctor(2))));
    node.database.execute(List.of(dropTrigger()));
    node.run(c -> replace(altered));

    node.restart();
    assertThatThrownBy(() -> state(A)).hasMessageContaining("EHR-5005");
    byte[] next = node.submission(world.hospital(), world.enrolment(world.doctor(3)));
    assertThatThrownBy(() -> node.receive(next)).hasMessageContaining("EHR-5005");
    assertThat(node.<Optional<SignedNote>>run(c -> c.store().checkpoints().latest(A)))
        .isEqualTo(head);
  }

  private int replace(Block altered) {
    try (Connection connection = node.database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update ledger_block set content = ? where height = ?")) {
      update.setBytes(1, altered.encode());
      update.setLong(2, altered.header().height());
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  abstract String dropTrigger();
}
