package org.epione.launcher;

import java.nio.file.Path;
import java.util.List;
import org.epione.settings.Settings;

/** Fetches a hospital's chain from the running portal into a file that anybody can verify. */
final class ExportChainCommand implements Command {

  private final SigningIn portal;

  ExportChainCommand(Settings settings) {
    this.portal = new SigningIn(settings);
  }

  @Override
  public String synopsis() {
    return "HOSPITAL FILE";
  }

  @Override
  public String purpose() {
    return "writes a hospital's chain to a file; asks who signs in (an auditor, for example)";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) throws CommandFailure {
    if (arguments.size() != 2 || !arguments.get(0).matches("[A-Z0-9-]{2,32}")) {
      throw new CommandFailure(
          "EHR-9100 Usage: ./ehr export-chain HOSPITAL FILE, for example HOSPITAL-A chain-a.bin");
    }
    String hospital = arguments.get(0);
    Path file = Path.of(arguments.get(1)).toAbsolutePath();
    FetchedFile.requireNone(file);
    long length =
        portal.visit(
            terminal,
            session ->
                FetchedFile.fetch(session, "api/chains/" + hospital + "/export", file, terminal));
    terminal.say(length + " bytes in " + file + ". Check it: ./ehr verify-chain " + file);
    return 0;
  }
}
