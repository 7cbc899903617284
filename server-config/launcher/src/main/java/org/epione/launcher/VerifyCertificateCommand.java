package org.epione.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.forgetting.CertificateCheck;
import org.epione.ledger.forgetting.CertificateFile;
import org.epione.ledger.forgetting.DestructionReceipt;
import org.epione.ledger.forgetting.ForgettingCertificate;
import org.epione.ledger.transparency.NoteKey;

/**
 * Verifies a certificate of forgetting with nothing but the file and the keys of hospital and
 * system manager.
 */
final class VerifyCertificateCommand implements Command {

  private static final int ARGUMENTS = 3;

  @Override
  public String synopsis() {
    return "FILE KEY MANAGER-KEY";
  }

  @Override
  public String purpose() {
    return "verifies offline that a hospital signed a certificate of forgetting, and the system"
        + " manager the receipt in it; KEY is the key of the hospital's log, MANAGER-KEY that of"
        + " reports";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) throws CommandFailure {
    if (arguments.size() != ARGUMENTS) {
      throw new CommandFailure("EHR-9100 Usage: ./ehr verify-certificate " + synopsis());
    }
    NoteKey hospital = GivenKey.read(arguments.get(1), NoteKey.Role.LOG);
    NoteKey manager = GivenKey.read(arguments.get(2), NoteKey.Role.LOG);
    Path path = Path.of(arguments.get(0));
    byte[] content = NamedFile.readShort(path, CertificateFile.MAX_LENGTH);
    try {
      CertificateFile file = CertificateFile.read(content);
      Optional<String> fault =
          new CertificateCheck(CryptoSuite.create(new SecureRandomSource()).ed25519())
              .fault(file.certificate(), hospital, manager);
      return fault.isPresent()
          ? refuse(path, fault.get(), terminal)
          : valid(path, file, hospital, manager, terminal);
    } catch (MalformedEncodingException e) {
      return refuse(path, String.valueOf(e.getMessage()), terminal);
    }
  }

  private static int refuse(Path path, String fault, Terminal terminal) {
    terminal.complain("NOT VALID: " + path);
    terminal.complain("  " + fault);
    return 1;
  }

  private static int valid(
      Path path, CertificateFile file, NoteKey hospital, NoteKey manager, Terminal terminal) {
    terminal.say((file.genuineText() ? "VALID: " : "NOT ITS TEXT, ONLY WHAT IS SIGNED: ") + path);
    describe(file.certificate(), terminal);
    terminal.say("  hospital          " + hospital.text());
    terminal.say("  system manager    " + manager.text());
    terminal.say(
        "Compare the keys with those that their owners published. That all was destroyed is the word"
            + " of the two who signed it.");
    if (!file.genuineText()) {
      terminal.complain(
          "The text of this file is not that which this version makes of the certificate: believe"
              + " what stands above, not the text.");
    }
    return file.genuineText() ? 0 : 1;
  }

  private static void describe(ForgettingCertificate certificate, Terminal terminal) {
    DestructionReceipt receipt = DestructionReceipt.decode(certificate.receipt().bytes());
    terminal.say("  number            " + certificate.number().hex());
    terminal.say(
        "  asked             "
            + certificate.asked()
            + (certificate.byPatient() ? " by the patient" : " in writing"));
    terminal.say("  released          " + certificate.released());
    terminal.say("  completed         " + certificate.completed());
    certificate
        .steps()
        .forEach(
            each ->
                terminal.say(
                    "  destroyed         "
                        + each.what()
                        + ": "
                        + each.entries()
                        + ", "
                        + each.at()));
    receipt
        .entries()
        .forEach(
            each ->
                terminal.say(
                    "  by the manager    "
                        + each.what()
                        + ": "
                        + each.number()
                        + ", "
                        + receipt.at()));
    certificate.episodes().forEach(each -> terminal.say("  episode           " + each.hex()));
  }
}
