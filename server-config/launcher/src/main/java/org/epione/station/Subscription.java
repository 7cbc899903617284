package org.epione.station;

/**
 * Where the blocks are published, and as whom a station signs in there.
 *
 * @param url an Artemis core address such as {@code tcp://127.0.0.1:61617}
 * @param user of the stations
 * @param password of the stations, never printed
 */
public record Subscription(String url, String user, String password) {

  /** Without the password. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
