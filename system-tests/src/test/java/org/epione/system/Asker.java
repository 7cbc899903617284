package org.epione.system;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.epione.demo.client.PortalAnswer;
import org.epione.demo.client.PortalAway;
import org.epione.demo.client.PortalClient;
import org.epione.demo.client.PortalSession;
import org.epione.demo.client.Waiting;

/**
 * Somebody who waits for the portal, signs in at its first answer, and then asks the same again and
 * again. Every answer but the one that is due is remembered as wrong.
 */
final class Asker {
  private static final int TIMES = 60;
  private static final int NOT_THERE = 404;

  private final String name;
  private final Waiting waiting;
  private final PortalClient portal;
  private final String password;
  private final int due;
  private final List<String> paths;
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::ask, "asker");
  private final AtomicInteger answers = new AtomicInteger();

  private Asker(
      Installation installation,
      Duration patience,
      String name,
      String password,
      int due,
      List<String> paths) {
    this.name = name;
    this.waiting = new Waiting(Clock.systemUTC(), patience);
    this.portal = new PortalClient(installation.target().portal());
    this.password = password;
    this.due = due;
    this.paths = paths;
  }

  /** Somebody of that role, who may read those paths. */
  static Asker person(Installation installation, Duration patience, Role role, String... paths)
      throws IOException {
    String password = World.stage(installation, patience).password(role.userName());
    return new Asker(installation, patience, role.userName(), password, 200, List.of(paths));
  }

  /** Somebody who does not sign in, and is due that status. */
  static Asker stranger(Installation installation, Duration patience, int due, String path) {
    return new Asker(installation, patience, "", "", due, List.of(path));
  }

  void start() {
    thread.start();
  }

  void join() throws InterruptedException {
    thread.join();
  }

  /** Whether the portal answered to the end. */
  boolean served() {
    return answers.get() == TIMES * paths.size();
  }

  /** What was answered and should not have been. */
  List<String> wrong() {
    return wrong;
  }

  private void ask() {
    try {
      PortalSession session = waiting.until("the portal", "the server's log", this::arrive);
      for (int time = 0; time < TIMES; time++) {
        for (String path : paths) {
          PortalAnswer answer = session.exchange(portal.request(path).GET());
          note(path, answer);
          answers.incrementAndGet();
        }
      }
    } catch (RuntimeException e) {
      wrong.add(this + ": " + e);
    }
  }

  /** Empty while connections are refused, or the server answers before the application is there. */
  private Optional<PortalSession> arrive() {
    PortalSession session = portal.stranger();
    try {
      if (!name.isEmpty()) {
        session.signIn(name, password);
      } else if (session.exchange(portal.request("sign-in.xhtml").GET()).status() == NOT_THERE) {
        return Optional.empty();
      }
      return Optional.of(session);
    } catch (PortalAway notYet) {
      return Optional.empty();
    }
  }

  private void note(String path, PortalAnswer answer) {
    if (answer.status() != due) {
      wrong.add(this + ": " + path + " -> " + answer.status() + " " + answer.code());
    }
  }

  @Override
  public String toString() {
    return (name.isEmpty() ? "stranger" : name) + ", " + answers + " answers";
  }
}
