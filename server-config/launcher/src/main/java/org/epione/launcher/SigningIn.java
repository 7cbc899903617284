package org.epione.launcher;

import java.util.Optional;
import org.epione.demo.client.PortalAway;
import org.epione.demo.client.PortalClient;
import org.epione.demo.client.PortalRefusal;
import org.epione.demo.client.PortalSession;
import org.epione.settings.Settings;

/** What a command does at the portal as a person, who is asked for name and password once. */
final class SigningIn {

  private final Settings settings;

  SigningIn(Settings settings) {
    this.settings = settings;
  }

  /** What is done while somebody is signed in. */
  @FunctionalInterface
  interface Visit<T> {
    T with(PortalSession session) throws CommandFailure;
  }

  /** Signs in, does it, and signs out. */
  <T> T visit(Terminal terminal, Visit<T> visit) throws CommandFailure {
    String user =
        answered(settings.text("epione.user").or(() -> terminal.ask("User name: ")), "EPIONE_USER");
    String password =
        answered(
            settings
                .secret("epione.password")
                .or(() -> terminal.askSecret("Password: "))
                .map(String::new),
            "EPIONE_PASSWORD");
    try {
      PortalSession session =
          new PortalClient(ServerSettings.of(settings).portal()).signIn(user, password);
      try {
        return visit.with(session);
      } finally {
        session.signOut();
      }
    } catch (PortalAway | PortalRefusal failure) {
      throw new CommandFailure("EHR-9113 " + failure.getMessage(), failure);
    }
  }

  private static String answered(Optional<String> answer, String variable) throws CommandFailure {
    return answer
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () -> new CommandFailure("EHR-9111 Nobody can be asked here. Set " + variable + "."));
  }
}
