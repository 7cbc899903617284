package org.epione.ledger.connector.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, in H2, to change or delete what is final; PostgreSQL has functions of its own. Named in
 * {@code db/ledger-h2}, and created there by H2, which may know this class or not: without it the
 * statement fails as well.
 */
public final class FinalRows implements Trigger {

  /** SQLSTATE of PostgreSQL's restrict_violation. */
  static final String RESTRICTED = "23001";

  private String table = "";

  /** For H2. */
  public FinalRows() {}

  @Override
  public void init(
      Connection connection, String schema, String name, String table, boolean before, int type) {
    this.table = table;
  }

  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] before,
      @Nullable Object @Nullable [] after)
      throws SQLException {
    throw new SQLException(
        "EHR-5008 rows of " + table.toLowerCase(Locale.ROOT) + " are final", RESTRICTED);
  }
}
