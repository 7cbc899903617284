package org.epione.demo.client;

import java.util.Optional;

/** Reads one-time activation codes. */
final class Codes {
  private static final int GONE = 404;

  private Codes() {}

  /** The code at that path, empty where it was used. */
  static Optional<String> read(PortalSession session, String path) {
    PortalAnswer answer = session.ask("GET", path, null);
    if (answer.status() == GONE && !answer.code().isEmpty()) {
      return Optional.empty();
    }
    if (!answer.accepted()) {
      throw new PortalRefusal("GET " + path, answer);
    }
    return Optional.of(answer.object().getString("code"));
  }
}
