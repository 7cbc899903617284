package org.epione.platform.database;

import java.util.Locale;
import org.epione.settings.Settings;

/**
 * Where the database is and how to sign in to it, from {@code EPIONE_DB_URL}, {@code
 * EPIONE_DB_USER} and {@code EPIONE_DB_PASSWORD}. Without an address it is an H2 file under the
 * installation's home. Only {@code jdbc:h2:} and {@code jdbc:postgresql:} are accepted.
 */
record DatabaseAddress(String url, String user, String password) {

  /**
   * What a default H2 address carries. WRITE_DELAY=0: a commit is on disk before it is
   * acknowledged. DB_CLOSE_ON_EXIT=FALSE: the pool closes the database, not H2's own shutdown hook,
   * which would run while the last transactions still end.
   */
  private static final String H2_DURABLE = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

  static DatabaseAddress of(Settings settings) {
    String url =
        settings
            .databaseUrl()
            .orElseGet(
                () -> "jdbc:h2:file:" + settings.home().resolve("database").resolve("epione"));
    boolean h2 = url.startsWith("jdbc:h2:");
    return new DatabaseAddress(
        h2 ? durable(url) : url,
        settings.text("epione.db.user", h2 ? "sa" : "epione"),
        settings.text("epione.db.password", ""));
  }

  /**
   * The same database as whoever owns its tables, by {@code EPIONE_DB_OWNER} and {@code
   * EPIONE_DB_OWNER_PASSWORD}; without them the application's own role.
   */
  static DatabaseAddress ofOwner(Settings settings) {
    DatabaseAddress application = of(settings);
    String owner = settings.text("epione.db.owner", "");
    return owner.isEmpty()
        ? application
        : new DatabaseAddress(
            application.url(), owner, settings.text("epione.db.owner.password", ""));
  }

  boolean isH2() {
    return url.startsWith("jdbc:h2:");
  }

  private static String durable(String url) {
    return url.toUpperCase(Locale.ROOT).contains("WRITE_DELAY") ? url : url + H2_DURABLE;
  }

  /** Without the password, and without the address's parameters, which may hold one. */
  @Override
  public String toString() {
    int end = url.indexOf(isH2() ? ';' : '?');
    return end < 0 ? url : url.substring(0, end);
  }
}
