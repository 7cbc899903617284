package org.epione.launcher;

import java.util.List;
import java.util.Map;
import org.epione.settings.Settings;

/** Starts an installation and keeps it running. */
final class StartCommand implements Command {

  private final Settings settings;

  StartCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String synopsis() {
    return "";
  }

  @Override
  public String purpose() {
    return "starts the server and keeps it running until Ctrl-C";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal)
      throws CommandFailure, InterruptedException {
    if (!arguments.isEmpty()) {
      throw new CommandFailure("EHR-9100 start takes no arguments. ./ehr help lists the settings.");
    }
    try (Installation installation = Installation.open(settings, terminal)) {
      Map<String, String> environment =
          FirstAdministrator.environment(settings, installation, terminal);
      ServerProcess server = installation.start(environment);
      terminal.say("The portal is at " + server.portal());
      if (!environment.isEmpty()) {
        terminal.say("Sign in as " + environment.get("EPIONE_ADMIN_USER") + ".");
      }
      terminal.say("Its log is " + server.log() + ". Ctrl-C stops it.");
      return installation.stayUp(server);
    }
  }
}
