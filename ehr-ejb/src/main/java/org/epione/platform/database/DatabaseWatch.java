package org.epione.platform.database;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Whether the database answers right now. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseWatch {

  private static final Logger LOG = Logger.getLogger(DatabaseWatch.class.getName());
  private static final int SECONDS = 5;

  @Resource(lookup = "java:app/jdbc/EpioneDS")
  private DataSource dataSource;

  /** Asks the database, and waits at most some seconds for it. */
  public boolean answers() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException away) {
      LOG.log(Level.FINE, "the database does not answer", away);
      return false;
    }
  }
}
