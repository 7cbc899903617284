package org.epione.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The physical connections are H2's; an outage is their being closed under the pooled one. */
class RenewingConnectionTest {

  private final List<Connection> opened = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private boolean away;
  private Connection pooled;

  @BeforeEach
  void open() throws SQLException {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:renewing");
    pooled =
        RenewingConnection.of(
            () -> {
              if (away) {
                throw new SQLException("refused", "08001");
              }
              opened.add(h2.getConnection());
              return opened.get(opened.size() - 1);
            },
            nanos::get);
  }

  private void lose() throws SQLException {
    opened.get(opened.size() - 1).close();
  }

  private int one() throws SQLException {
    try (Statement statement = pooled.createStatement();
        ResultSet result = statement.executeQuery("select 1")) {
      result.next();
      return result.getInt(1);
    }
  }

  @Test
  void statement_shouldRunOnANewConnection_whenTheOldOneWasLostBetweenUnits() throws SQLException {
    lose();
    assertThat(one()).isEqualTo(1);
    assertThat(opened).hasSize(2);
  }

  @Test
  void renewal_shouldKeepWhatThePoolHadSet() throws SQLException {
    pooled.setAutoCommit(false);
    pooled.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    lose();
    assertThat(one()).isEqualTo(1);
    assertThat(opened.get(1).getAutoCommit()).isFalse();
    assertThat(opened.get(1).getTransactionIsolation())
        .isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
  }

  @Test
  void statement_shouldFail_whenTheConnectionWasLostWithinAUnit() throws SQLException {
    pooled.setAutoCommit(false);
    one();
    lose();
    nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
    assertThatThrownBy(this::one).isInstanceOf(SQLException.class);
    assertThat(opened).hasSize(1);
  }

  @Test
  void statement_shouldRunAgain_whenTheBrokenUnitWasRolledBack() throws SQLException {
    pooled.setAutoCommit(false);
    one();
    lose();
    assertThatThrownBy(pooled::rollback).isInstanceOf(SQLException.class);
    assertThat(one()).isEqualTo(1);
  }

  @Test
  void statement_shouldHealByItself_whenTheDatabaseComesBack() throws SQLException {
    lose();
    away = true;
    assertThatThrownBy(this::one).hasMessage("refused");
    assertThatThrownBy(this::one).hasMessage("refused");
    away = false;
    assertThat(one()).isEqualTo(1);
  }

  @Test
  void close_shouldBeFinal() throws SQLException {
    pooled.close();
    assertThatThrownBy(this::one).isInstanceOf(SQLException.class);
    assertThat(pooled.isClosed()).isTrue();
    assertThat(opened).hasSize(1);
  }
}
