package org.epione.launcher;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.epione.settings.Settings;

/**
 * Who may sign in to an empty system. Nobody may by default: the password is chosen here, before
 * the first start, and handed to the server by its environment.
 */
final class FirstAdministrator {

  static final String DEFAULT_USER = "administrator";
  private static final int LEAST_LENGTH = 12;
  private static final int ATTEMPTS = 3;

  private FirstAdministrator() {}

  /** The environment that makes the first administrator; empty where there is one already. */
  static Map<String, String> environment(
      Settings settings, Installation installation, Terminal terminal) throws CommandFailure {
    if (!installation.isNew()) {
      return Map.of();
    }
    String user = settings.text("epione.admin.user", DEFAULT_USER);
    char[] password = password(settings, terminal, user);
    try {
      Map<String, String> environment = new HashMap<>();
      environment.put("EPIONE_ADMIN_USER", user);
      environment.put("EPIONE_ADMIN_PASSWORD", new String(password));
      return environment;
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static char[] password(Settings settings, Terminal terminal, String user)
      throws CommandFailure {
    Optional<char[]> given = settings.secret("epione.admin.password");
    if (given.isPresent()) {
      if (given.get().length < LEAST_LENGTH) {
        throw new CommandFailure(
            "EHR-9110 EPIONE_ADMIN_PASSWORD is shorter than "
                + LEAST_LENGTH
                + " characters. Choose a longer one and start again.");
      }
      return given.get();
    }
    terminal.say("This system is empty. Choose the password of its first administrator, " + user);
    terminal.say("(at least " + LEAST_LENGTH + " characters, not shown).");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      char[] first =
          terminal
              .askSecret("Password: ")
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          "EHR-9110 Nobody can be asked for the first administrator's password"
                              + " here. Set EPIONE_ADMIN_PASSWORD for this first start."));
      char[] second = terminal.askSecret("Again:    ").orElse(new char[0]);
      boolean same = Arrays.equals(first, second);
      Arrays.fill(second, '\0');
      if (same && first.length >= LEAST_LENGTH) {
        return first;
      }
      Arrays.fill(first, '\0');
      terminal.complain(same ? "That is too short." : "The two differ.");
    }
    throw new CommandFailure("EHR-9110 No password was chosen. Start again.");
  }
}
