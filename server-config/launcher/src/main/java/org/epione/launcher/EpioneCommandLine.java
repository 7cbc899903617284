package org.epione.launcher;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.epione.settings.InvalidSettingException;
import org.epione.settings.Settings;

/**
 * The commands of {@code ./ehr}. Exit status: 0 all went well, 1 the command failed, 2 it was not
 * understood.
 */
public final class EpioneCommandLine {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final Terminal terminal;

  EpioneCommandLine(Settings settings, Terminal terminal) {
    this.terminal = terminal;
    commands.put("start", new StartCommand(settings));
    commands.put("demo", new DemoCommand(settings));
    commands.put("export-chain", new ExportChainCommand(settings));
    commands.put("archive-epoch", new ArchiveEpochCommand(settings));
    commands.put("verify-chain", new VerifyChainCommand());
    commands.put("verify-proof", new VerifyProofCommand());
    commands.put("verify-evidence", new VerifyEvidenceCommand());
    commands.put("verify-stamp", new VerifyStampCommand());
    commands.put("verify-report", new VerifyReportCommand());
    commands.put("verify-certificate", new VerifyCertificateCommand());
    commands.put("station", new StationCommand(settings));
    commands.put("help", new HelpCommand(commands));
  }

  int run(List<String> arguments) throws InterruptedException {
    if (arguments.isEmpty()) {
      return run(List.of("help"));
    }
    String word =
        switch (arguments.get(0)) {
          case "-h", "--help" -> "help";
          default -> arguments.get(0);
        };
    Command command = commands.get(word);
    if (command == null) {
      terminal.complain("EHR-9100 There is no command '" + word + "'. ./ehr help lists them.");
      return MISUSED;
    }
    try {
      return command.run(arguments.subList(1, arguments.size()), terminal);
    } catch (CommandFailure | InvalidSettingException failure) {
      terminal.complain(String.valueOf(failure.getMessage()));
      return FAILED;
    }
  }

  /** The entry of the program. */
  public static void main(String[] arguments) throws InterruptedException {
    Terminal terminal = new Terminal(System.out, System.err, System.console());
    int status =
        new EpioneCommandLine(Settings.ofProcess(), terminal).run(Arrays.asList(arguments));
    System.out.flush();
    System.exit(status);
  }
}
