package org.epione.benchmark.portal;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.epione.demo.client.PortalAnswer;
import org.epione.demo.client.PortalClient;
import org.epione.demo.client.PortalSession;

/** A doctor at the portal, who opens a page, looks at it for some seconds, and opens the next. */
final class Clinician {

  private static final List<String> PAGES =
      List.of(
          "doctor/inbox.xhtml",
          "doctor/inbox.xhtml",
          "doctor/signed.xhtml",
          "doctor/requests.xhtml",
          "doctor/credit.xhtml",
          "doctor/station.xhtml");
  private static final int SHORTEST_LOOK_MILLIS = 2_000;
  private static final int LONGEST_LOOK_MILLIS = 10_000;

  private final String name;
  private final PortalClient portal;
  private final PortalSession session;
  private final Random random;

  /** The doctor of that name, signed in there. */
  Clinician(String name, PortalClient portal, PortalSession session, long seed) {
    this.name = name;
    this.portal = portal;
    this.session = session;
    this.random = new Random(seed);
  }

  /** What she is called. */
  String name() {
    return name;
  }

  /** Where she is signed in. */
  PortalSession session() {
    return session;
  }

  /** For how long she looks at a page. */
  long lookMillis() {
    return random.nextInt(SHORTEST_LOOK_MILLIS, LONGEST_LOOK_MILLIS);
  }

  /** Opens a page; whether it is one of hers. */
  boolean open() {
    String page = PAGES.get(random.nextInt(PAGES.size()));
    HttpRequest.Builder request = portal.request(page).header("Accept", "text/html").GET();
    PortalAnswer answer = session.exchange(request);
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    return answer.status() == 200 && text.contains(name) && text.contains("</html>");
  }
}
