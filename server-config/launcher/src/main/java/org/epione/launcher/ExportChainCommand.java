package org.epione.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.epione.demo.client.PortalAway;
import org.epione.demo.client.PortalClient;
import org.epione.demo.client.PortalRefusal;
import org.epione.demo.client.PortalSession;
import org.epione.settings.Settings;

/** Fetches a hospital's chain from the running portal into a file that anybody can verify. */
final class ExportChainCommand implements Command {

  private final Settings settings;

  ExportChainCommand(Settings settings) {
    this.settings = settings;
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
    Path file = Path.of(arguments.get(1)).toAbsolutePath();
    if (Files.exists(file)) {
      throw new CommandFailure(
          "EHR-9112 " + file + " exists. Name another file, or remove this one.");
    }
    byte[] chain = fetch(arguments.get(0), terminal);
    write(file, chain);
    terminal.say(chain.length + " bytes in " + file + ". Check it: ./ehr verify-chain " + file);
    return 0;
  }

  private byte[] fetch(String hospital, Terminal terminal) throws CommandFailure {
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
        return session.bytes("api/chains/" + hospital + "/export");
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

  /** Complete and on the disk, or not there. */
  private static void write(Path file, byte[] content) throws CommandFailure {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(partial, content);
      try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new CommandFailure(
          "EHR-9112 " + file + " cannot be written. Name a file in a folder you may write to.",
          unwritable);
    }
  }
}
