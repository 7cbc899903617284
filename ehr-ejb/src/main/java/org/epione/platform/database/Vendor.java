package org.epione.platform.database;

/**
 * Which database, for what they do not share: almost all migrations are in the SQL that both
 * understand, triggers are not.
 */
public enum Vendor {
  /** The built-in default. */
  H2("h2"),
  /** Beyond one machine. */
  POSTGRESQL("postgresql");

  private final String folder;

  Vendor(String folder) {
    this.folder = folder;
  }

  /** Where the migrations are, for Flyway. */
  public String[] migrations() {
    return new String[] {
      "classpath:db/migration", "classpath:db/ledger", "classpath:db/ledger-" + folder
    };
  }
}
