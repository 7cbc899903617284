package org.epione.ledger.connector.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, in H2, a DELETE after which a block is missing that is not archived; PostgreSQL has a
 * function of its own. Named in {@code db/ledger-h2}, as {@link FinalRows} is.
 */
public final class KeptBlocks implements Trigger {

  /** Copies of chains of which not every height is here, as a block or as one that is archived. */
  private static final String INCOMPLETE =
      "select count(*) from ledger_chain c left join (select k.holder, k.hospital, count(*) heights"
          + " from (select b.holder, b.hospital, b.height from ledger_block b"
          + " union select s.holder, s.hospital, s.height from ledger_sealed_block s"
          + " join ledger_archive a on a.holder = s.holder and a.hospital = s.hospital"
          + " join ledger_epoch e on e.holder = a.holder and e.hospital = a.hospital"
          + " and e.epoch = a.epoch and s.height between e.first_height and e.last_height) k"
          + " group by k.holder, k.hospital) h"
          + " on h.holder = c.holder and h.hospital = c.hospital"
          + " where coalesce(h.heights, 0) <> c.height + 1";

  /** For H2. */
  public KeptBlocks() {}

  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] before,
      @Nullable Object @Nullable [] after)
      throws SQLException {
    try {
      requireComplete(connection);
    } catch (SQLException e) {
      // Also where nobody can say: outside of a transaction H2 does not let a trigger ask.
      throw new SQLException(
          "EHR-5008 rows of ledger_block are final while they are not archived",
          FinalRows.RESTRICTED,
          e);
    }
  }

  private static void requireComplete(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet incomplete = statement.executeQuery(INCOMPLETE)) {
      incomplete.next();
      if (incomplete.getLong(1) > 0) {
        throw new SQLException("blocks are missing that are not archived");
      }
    }
  }
}
