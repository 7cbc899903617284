package org.epione.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.epione.ledger.forgetting.CertificateFile;
import org.epione.ledger.forgetting.sample.SampleCertificate;
import org.epione.ledger.transparency.NoteKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCertificateCommandTest {

  @TempDir Path folder;

  private final SampleCertificate sample = new SampleCertificate();
  private final byte[] file = CertificateFile.of(sample.certificate());
  private final Said said = new Said();

  private int verify(byte[] content, NoteKey hospital, NoteKey manager) throws Exception {
    Path path = Files.write(folder.resolve("certificate.txt"), content);
    return new VerifyCertificateCommand()
        .run(List.of(path.toString(), hospital.text(), manager.text()), said.terminal);
  }

  private int verify(byte[] content) throws Exception {
    return verify(content, sample.hospital(), sample.manager());
  }

  @Test
  void certificate_shouldBeValid() throws Exception {
    assertThat(verify(file)).isZero();
    assertThat(said.output())
        .startsWith("VALID: ")
        .contains("asked             2026-11-30T02:59:53Z by the patient")
        .contains("KEYS: 1,", "RE_ENCRYPTION_KEYS: 3,", SampleCertificate.EPISODE.hex())
        .contains(sample.hospital().text(), sample.manager().text());
    assertThat(said.complaints()).isEmpty();
  }

  @Test
  void certificate_shouldNotBeValid_whenAnythingSignedIsAnother() throws Exception {
    String text = new String(file, StandardCharsets.UTF_8);
    int begin = text.indexOf("-----\n") + "-----\n".length();
    for (int at = begin; at < text.indexOf("-----END"); at += 7) {
      byte[] changed = file.clone();
      changed[at] = (byte) (changed[at] == 'A' ? 'B' : 'A');
      if (Arrays.equals(changed, file)) {
        continue;
      }
      assertThat(verify(changed)).as("character %d", at).isEqualTo(1);
    }
    assertThat(said.output()).isEmpty();
    assertThat(said.complaints()).startsWith("NOT VALID: ");
  }

  @Test
  void certificate_shouldNotBeValid_whenItIsCutOff() throws Exception {
    for (int length = 0; length < file.length - 1; length += 50) {
      assertThat(verify(Arrays.copyOf(file, length))).isEqualTo(1);
    }
    assertThat(said.output()).isEmpty();
    assertThat(said.complaints()).contains("there is no whole certificate in the file");
  }

  @Test
  void certificate_shouldNotBeRead_whenItIsTooLarge() {
    assertThatThrownBy(() -> verify(Arrays.copyOf(file, CertificateFile.MAX_LENGTH + 1)))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("EHR-9112 ")
        .hasMessageContaining("too large");
  }

  @Test
  void certificate_shouldNotBeValid_whenAnotherSignedIt() throws Exception {
    assertThat(verify(file, sample.stranger("epione/HOSPITAL-A/1"), sample.manager())).isEqualTo(1);
    assertThat(verify(CertificateFile.of(sample.ownReceipt()))).isEqualTo(1);
    assertThat(said.complaints())
        .contains("the certificate is not signed by epione/HOSPITAL-A/1")
        .contains("the receipt in it is not signed by epione/SYSTEM-MANAGER/2");
  }

  @Test
  void text_shouldNotBeBelieved_whenItIsNotTheCertificates() throws Exception {
    String text = new String(file, StandardCharsets.UTF_8).replace("by the patient", "in writing");
    assertThat(verify(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(1);
    assertThat(said.output())
        .startsWith("NOT ITS TEXT, ONLY WHAT IS SIGNED")
        .contains("by the patient");
    assertThat(said.complaints()).contains("not the text");
  }

  @Test
  void certificate_shouldNotBeLookedAt_whenTheArgumentsAreWrong() {
    String hospital = sample.hospital().text();
    for (List<String> arguments :
        List.of(
            List.of("file"),
            List.of("file", hospital),
            List.of("file", hospital, "key"),
            List.of("file", hospital, hospital, hospital))) {
      assertThatThrownBy(() -> new VerifyCertificateCommand().run(arguments, said.terminal))
          .isInstanceOf(CommandFailure.class)
          .hasMessageMatching("EHR-91(00|14) .*");
    }
  }
}
