package org.epione.launcher;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What follows {@code demo}.
 *
 * @param once whether to stop after the job
 * @param portal a server that runs elsewhere, its address ending in a slash
 * @param broker that server's listener for hospital systems; empty where there is no portal
 */
record DemoArguments(boolean once, Optional<URI> portal, String broker) {

  static DemoArguments of(List<String> words) throws CommandFailure {
    boolean once = false;
    String portal = "";
    String broker = "";
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--once" -> once = true;
        case "--portal" -> portal = value(word, rest);
        case "--broker" -> broker = value(word, rest);
        default -> throw misused("demo does not know '" + word + "'");
      }
    }
    if (portal.isEmpty() != broker.isEmpty()) {
      throw misused("--portal and --broker belong together");
    }
    return new DemoArguments(
        once, portal.isEmpty() ? Optional.empty() : Optional.of(address(portal)), broker);
  }

  private static String value(String word, Iterator<String> rest) throws CommandFailure {
    if (!rest.hasNext()) {
      throw misused(word + " needs an address");
    }
    return rest.next();
  }

  private static URI address(String portal) throws CommandFailure {
    try {
      URI uri = URI.create(portal.endsWith("/") ? portal : portal + "/");
      if (uri.isAbsolute() && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      throw new CommandFailure(
          "EHR-9100 --portal needs an address such as http://127.0.0.1:8080/ehr/", malformed);
    }
    throw misused("--portal needs an address such as http://127.0.0.1:8080/ehr/");
  }

  private static CommandFailure misused(String what) {
    return new CommandFailure("EHR-9100 " + what + ". See ./ehr help.");
  }
}
