package org.epione.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionLossTest {

  private static Throwable wrapped(Throwable cause) {
    return new IllegalStateException("outer", new RuntimeException("inner", cause));
  }

  @ParameterizedTest
  @CsvSource({
    "08001,true",
    "08006,true",
    "57P01,true",
    "57P03,true",
    "23505,false",
    "57014,false",
    "'',false"
  })
  void isCauseOf_shouldGoByTheState(String state, boolean loss) {
    assertThat(ConnectionLoss.isCauseOf(wrapped(new SQLException("failed", state))))
        .isEqualTo(loss);
  }

  @Test
  void isCauseOf_shouldFindLostAndRefusedConnections() {
    assertThat(ConnectionLoss.isCauseOf(wrapped(new SQLNonTransientConnectionException())))
        .isTrue();
    assertThat(ConnectionLoss.isCauseOf(wrapped(new ConnectException()))).isTrue();
    assertThat(ConnectionLoss.isCauseOf(wrapped(new SQLException("no state")))).isFalse();
    assertThat(ConnectionLoss.isCauseOf(new IllegalStateException("a fault of ours"))).isFalse();
  }

  @Test
  void isCauseOf_shouldEnd_whenCausesGoInACircle() {
    RuntimeException one = new RuntimeException("one");
    RuntimeException other = new RuntimeException("other", one);
    one.initCause(other);
    assertThat(ConnectionLoss.isCauseOf(one)).isFalse();
  }
}
