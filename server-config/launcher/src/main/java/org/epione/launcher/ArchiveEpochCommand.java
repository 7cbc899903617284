package org.epione.launcher;

import jakarta.json.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.VerificationReport;
import org.epione.settings.Settings;

/**
 * Moves a closed epoch of a chain into a file. The steps are fetch, verify, and only where that is
 * asked for, delete at the server; a file that is there is not fetched again, so the command goes
 * on where it was killed.
 */
final class ArchiveEpochCommand implements Command {

  private static final String DELETE = "--delete";
  private static final String WITHOUT_ASKING = "--yes";
  private static final int LONGEST_NAME = 128;

  private final SigningIn portal;

  ArchiveEpochCommand(Settings settings) {
    this.portal = new SigningIn(settings);
  }

  @Override
  public String synopsis() {
    return "HOSPITAL EPOCH FILE [--delete [--yes]]";
  }

  @Override
  public String purpose() {
    return "writes a closed epoch of a chain to a file and verifies it; with --delete, and after"
        + " asking, the server then deletes the records that lie in it";
  }

  /** What was asked for. */
  private record Wanted(
      String hospital, long epoch, Path file, boolean delete, boolean withoutAsking) {

    static Wanted of(List<String> arguments) throws CommandFailure {
      List<String> words = new ArrayList<>(arguments);
      boolean delete = words.remove(DELETE);
      boolean withoutAsking = words.remove(WITHOUT_ASKING);
      if (words.size() != 3
          || !words.get(0).matches("[A-Z0-9-]{2,32}")
          || !words.get(1).matches("[1-9][0-9]{0,17}")
          || words.get(2).isBlank()
          || words.get(2).startsWith("--")
          || (withoutAsking && !delete)) {
        throw new CommandFailure(
            "EHR-9100 Usage: ./ehr archive-epoch HOSPITAL EPOCH FILE [--delete [--yes]], for"
                + " example HOSPITAL-A 1 hospital-a-2026.chain");
      }
      Path file = Path.of(words.get(2)).toAbsolutePath().normalize();
      if (name(file).length() > LONGEST_NAME) {
        throw new CommandFailure(
            "EHR-9112 The name of " + file + " has more than " + LONGEST_NAME + " characters.");
      }
      return new Wanted(words.get(0), Long.parseLong(words.get(1)), file, delete, withoutAsking);
    }

    private static String name(Path file) {
      return String.valueOf(file.getFileName());
    }

    String name() {
      return name(file);
    }

    String path(String what) {
      return "api/chains/" + hospital + "/epochs/" + epoch + "/" + what;
    }

    String what() {
      return "epoch " + epoch + " of " + hospital;
    }
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) throws CommandFailure {
    Wanted wanted = Wanted.of(arguments);
    if (Files.exists(wanted.file())) {
      terminal.say(wanted.file() + " is there: it is not fetched again.");
    } else {
      long length =
          portal.visit(
              terminal,
              session ->
                  FetchedFile.fetch(session, wanted.path("archive"), wanted.file(), terminal));
      terminal.say(length + " bytes in " + wanted.file());
    }
    if (!isArchive(wanted, terminal)) {
      terminal.complain("Nothing was deleted.");
      return 1;
    }
    Digest digest = end(wanted.file());
    terminal.say("VALID: " + wanted.what() + ", digest " + digest.hex());
    if (!wanted.delete()) {
      terminal.say(
          "Copy the file to where archives are kept. Then let the server delete what lies in it:"
              + " ./ehr archive-epoch "
              + String.join(" ", arguments)
              + " "
              + DELETE);
      return 0;
    }
    return delete(wanted, digest, terminal);
  }

  /** Whether the file verifies and is of the epoch that is meant; what is wrong is said. */
  private static boolean isArchive(Wanted wanted, Terminal terminal) throws CommandFailure {
    ChainVerifier verifier =
        new ChainVerifier(
            CryptoSuite.create(new SecureRandomSource()),
            Runtime.getRuntime().availableProcessors());
    VerificationReport report =
        VerifyChainCommand.verify(
            wanted.file(), terminal, (content, heard) -> verifier.verify(content, heard));
    if (VerifyChainCommand.isFaulty(wanted.file(), report, terminal)) {
      return false;
    }
    // An archive ends with the closing, which begins the next epoch.
    boolean meant =
        report.state().epoch().filter(open -> open.number() == wanted.epoch() + 1).isPresent()
            && report
                .state()
                .founding()
                .filter(founding -> founding.hospital().code().equals(wanted.hospital()))
                .isPresent();
    if (!meant) {
      terminal.complain(
          "EHR-9117 " + wanted.file() + " holds, but it is not " + wanted.what() + ".");
    }
    return meant;
  }

  private int delete(Wanted wanted, Digest digest, Terminal terminal) throws CommandFailure {
    if (!wanted.withoutAsking() && !confirmed(wanted, terminal)) {
      terminal.say("Nothing was deleted.");
      return 1;
    }
    portal.visit(
        terminal,
        session ->
            session.post(
                wanted.path("removal"),
                Json.createObjectBuilder()
                    .add("name", wanted.name())
                    .add("digest", digest.hex())
                    .build()));
    terminal.say(
        "The server has deleted the records of "
            + wanted.what()
            + " and names "
            + wanted.name()
            + " to those who ask for them. Keep it.");
    return 0;
  }

  private static boolean confirmed(Wanted wanted, Terminal terminal) throws CommandFailure {
    return terminal
        .ask(
            "The hospital then has these records in this file only. Type "
                + wanted.hospital()
                + " to delete the records of epoch "
                + wanted.epoch()
                + " at the server: ")
        .orElseThrow(
            () ->
                new CommandFailure(
                    "EHR-9111 Nobody can be asked here. Nothing was deleted; add "
                        + WITHOUT_ASKING
                        + "."))
        .strip()
        .equals(wanted.hospital());
  }

  /** The digest with which the file ends. */
  private static Digest end(Path file) throws CommandFailure {
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
      byte[] digest = new byte[Digest.LENGTH];
      content.seek(content.length() - digest.length);
      content.readFully(digest);
      return Digest.decode(digest);
    } catch (IOException unreadable) {
      throw new CommandFailure("EHR-9112 " + file + " cannot be read: " + unreadable, unreadable);
    }
  }
}
