package org.epione.launcher;

import java.util.List;
import java.util.Map;

/** Lists the commands and the settings. */
final class HelpCommand implements Command {

  private static final String SETTINGS =
      """

      Settings, from the environment:
        EPIONE_HOME            folder that holds everything kept (default: ./data)
        EPIONE_HTTP_PORT       port of the portal (default: 8080)
        EPIONE_HTTP_ADDRESS    interface the portal listens on (default: 127.0.0.1)
        EPIONE_ADMIN_PASSWORD  first administrator's password, instead of being asked for it
        EPIONE_DB_URL, EPIONE_DB_USER, EPIONE_DB_PASSWORD
                               PostgreSQL instead of the built-in database
        EPIONE_DB_OWNER, EPIONE_DB_OWNER_PASSWORD
                               who brings its tables up to date, where that is another role
        EPIONE_BROKER_URL, EPIONE_BROKER_USER, EPIONE_BROKER_PASSWORD
                               an Artemis broker instead of the built-in one
        EPIONE_BROKER_LISTEN, EPIONE_BROKER_LISTEN_USER, EPIONE_BROKER_LISTEN_PASSWORD
                               where HL7 senders connect, for example tcp://127.0.0.1:61617
        EPIONE_BROKER_STATIONS_USER, EPIONE_BROKER_STATIONS_PASSWORD
                               as whom doctors' stations sign in there to receive blocks
        EPIONE_STATION_HOSPITAL, EPIONE_STATION_MANAGER, EPIONE_STATION_PORTAL, EPIONE_STATION_BROKER
                               for station: whose chain, the system manager's key, the portal's
                               address, and, to get blocks at once, the broker's
        EPIONE_ANCHOR_URL, EPIONE_ANCHOR_CHAIN_ID
                               a node, and its network, where checkpoints are anchored; with
                               EPIONE_ANCHOR_NETWORK, _TOKEN, _KEY, _MINUTES, _CONFIRMATIONS and
                               _MAX_GWEI (docs/anchoring.md)
        EPIONE_TSA_URL, EPIONE_TSA_CERTIFICATES, EPIONE_TSA_MINUTES
                               a time stamp authority for checkpoints, the PEM file of those
                               that count, and how often (default: 60)
        EPIONE_MEMORY          the server's heap (default: 1g)
        EPIONE_USER, EPIONE_PASSWORD
                               who signs in for export-chain and archive-epoch, instead of being
                               asked\
      """;

  private final Map<String, Command> commands;

  HelpCommand(Map<String, Command> commands) {
    this.commands = commands;
  }

  @Override
  public String synopsis() {
    return "";
  }

  @Override
  public String purpose() {
    return "shows this";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) {
    terminal.say("Usage: ./ehr COMMAND");
    commands.forEach(
        (word, command) -> {
          terminal.say("");
          terminal.say("  " + (word + " " + command.synopsis()).strip());
          terminal.say("      " + command.purpose());
        });
    terminal.say(SETTINGS);
    return 0;
  }
}
