package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.epione.ledger.connector.anchor.PlayedNode;
import org.epione.ledger.connector.anchor.TestNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where EPIONE_TEST_POSTGRESQL names a PostgreSQL that the tests may make schemas in. */
@EnabledIfEnvironmentVariable(named = "EPIONE_TEST_POSTGRESQL", matches = ".+")
class PostgresqlConnectorTest {

  @Nested
  class Intake extends IntakeContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class AbandonedIntake extends ConnectorOnDatabase {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }

    /** Or a server that was stopped could take in what was refused long ago. */
    @Test
    void transaction_shouldBeEndedByTheDatabase_whenTheServerStopsBeforeItTakesAnythingIn() {
      List<String> patience =
          node.run(
              c -> {
                new org.epione.ledger.connector.making.Intake(c).submit(A, List.of());
                return node.database.ask("show idle_in_transaction_session_timeout");
              });

      assertThat(patience).containsExactly("10s");
    }
  }

  @Nested
  class Groups extends MessageGroupContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class Supernodes extends SupernodesContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class AtOnce extends CosigningAtOnceContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class Witness extends WitnessContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class Exchange extends HeadExchangeContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class Log extends LogContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class Anchors extends AnchorContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }

    @Override
    TestNode network() {
      return new PlayedNode();
    }
  }

  @Nested
  class Stamps extends StampContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class Stations extends StationsContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class FinalRows extends FinalRowsContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }

    @Override
    String dropTrigger() {
      return "drop trigger ledger_block_final on ledger_block";
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "truncate ledger_block",
          "update ledger_checkpoint set note = '\\x41'",
          "update ledger_checkpoint set tree_size = 99",
          "update ledger_tile set hashes = '\\x41'",
          "update ledger_tile set tile_number = 99",
        })
    void statement_shouldBeRefused_whenTriggersSeeRows(String sql) throws Exception {
      statement_shouldBeRefused_whenItChangesWhatIsFinal(sql);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "update ledger_block set content = content",
          "truncate ledger_block",
          "delete from ledger_checkpoint",
          "drop trigger ledger_block_final on ledger_block",
          "alter table ledger_block disable trigger user",
          "drop table ledger_record",
        })
    void statement_shouldBeForbidden_whenTheApplicationsRoleMakesIt(String sql) {
      assertThatThrownBy(() -> node.database.execute(List.of("set role epione", sql)))
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    /** The role may delete blocks of an archived epoch; the trigger says which those are. */
    @Test
    void deletion_shouldBeRefused_whenTheApplicationsRoleMakesItOfWhatIsNotArchived() {
      assertThatThrownBy(
              () -> node.database.execute(List.of("set role epione", "delete from ledger_block")))
          .hasMessageContaining("EHR-5008");
    }

    @Test
    void connector_shouldWork_asTheApplicationsRole() {
      node.database.become("epione");

      assertThat(submit(world.hospital(), world.enrolment(world.doctor(0))).isFinal()).isTrue();
    }
  }

  @Nested
  class Lease extends WriterLeaseContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class Restored extends RestoredBackupContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class Epochs extends EpochContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class Archives extends ArchiveContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class RestoredCloud extends RestoredCloudContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }
}
