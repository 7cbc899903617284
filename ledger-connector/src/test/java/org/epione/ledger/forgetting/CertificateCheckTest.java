package org.epione.ledger.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.forgetting.ForgettingCertificate.Step;
import org.epione.ledger.forgetting.sample.SampleCertificate;
import org.junit.jupiter.api.Test;

class CertificateCheckTest {

  private static final Instant NOW = SampleCertificate.NOW;

  private final SampleCertificate sample = new SampleCertificate();
  private final CertificateCheck check =
      new CertificateCheck(CryptoSuite.create(new SecureRandomSource()).ed25519());

  private void assertFault(ForgettingCertificate certificate, String fault) {
    assertThat(check.fault(certificate, sample.hospital(), sample.manager())).hasValue(fault);
  }

  @Test
  void certificate_shouldBeBelieved_whenBothSignedIt() {
    assertThat(check.fault(sample.certificate(), sample.hospital(), sample.manager())).isEmpty();
  }

  @Test
  void certificate_shouldNotBeBelieved_withAnyOtherByte() {
    byte[] encoded = sample.certificate().encode();
    for (int at = 0; at < encoded.length; at++) {
      byte[] changed = encoded.clone();
      changed[at] ^= 1;
      try {
        ForgettingCertificate read = ForgettingCertificate.decode(changed);
        assertThat(check.fault(read, sample.hospital(), sample.manager()))
            .as("byte %d", at)
            .isPresent();
      } catch (MalformedEncodingException refused) {
        assertThat(refused).hasMessageNotContaining("1980");
      }
    }
  }

  @Test
  void certificate_shouldNotBeBelieved_underAnotherKey() {
    ForgettingCertificate certificate = sample.certificate();
    assertThat(check.fault(certificate, sample.stranger("epione/HOSPITAL-A/1"), sample.manager()))
        .hasValue("the certificate is not signed by epione/HOSPITAL-A/1");
    assertThat(check.fault(certificate, sample.stranger("epione/HOSPITAL-AB/1"), sample.manager()))
        .hasValue("the certificate is one of HOSPITAL-A, not of epione/HOSPITAL-AB/1");
    assertThat(check.fault(certificate, sample.hospital(), sample.hospital()))
        .hasValue("epione/HOSPITAL-A/1 is no system manager");
    assertThat(
            check.fault(certificate, sample.hospital(), sample.stranger("epione/SYSTEM-MANAGER/2")))
        .hasValue("the receipt in it is not signed by epione/SYSTEM-MANAGER/2");
  }

  @Test
  void certificate_shouldNotBeBelieved_whenTheHospitalSignedWhatCannotBe() {
    assertFault(sample.ownReceipt(), "the receipt in it is not signed by epione/SYSTEM-MANAGER/2");
    assertFault(
        sample.certificate(
            each -> sample.with(NOW.minusSeconds(60), each.steps(), sample.receipt())),
        "it was released before it was asked, or completed before it was released");
    assertFault(
        sample.certificate(each -> sample.with(NOW.plusSeconds(1), each.steps(), sample.receipt())),
        "it was released before it was asked, or completed before it was released");
    Step keys = new Step("KEYS", 1, NOW);
    assertFault(
        sample.certificate(
            each -> sample.with(each.released(), List.of(keys, keys), sample.receipt())),
        "it says twice that something was destroyed");
  }

  @Test
  void certificate_shouldNotBeBelieved_withoutAStepThatIsAlwaysTaken() {
    assertFault(
        withSteps(List.of(new Step("KEYS", 1, NOW))),
        "it does not say that this was destroyed: account: names, sessions, second factor, notices");
    for (Step left : SampleCertificate.STEPS) {
      assertFault(
          withSteps(SampleCertificate.STEPS.stream().filter(each -> each != left).toList()),
          "it does not say that this was destroyed: " + Destroyed.atHospital(left.what()));
    }
  }

  @Test
  void certificate_shouldNotBeBelieved_withAStepOfAnotherTime() {
    for (Step moved : SampleCertificate.STEPS) {
      for (Instant at : List.of(NOW.minusSeconds(3600), NOW.plusSeconds(3600), Instant.EPOCH)) {
        assertFault(
            withSteps(
                SampleCertificate.STEPS.stream()
                    .map(each -> each == moved ? new Step(each.what(), each.entries(), at) : each)
                    .toList()),
            "it says that something was destroyed before it was released, or after it was completed");
      }
    }
  }

  private ForgettingCertificate withSteps(List<Step> steps) {
    return sample.certificate(each -> sample.with(each.released(), steps, sample.receipt()));
  }

  @Test
  void certificate_shouldNotBeBelieved_withTheReceiptOfAnotherForgetting() {
    String fault = "the receipt in it is of another time, so of another forgetting";
    assertFault(sample.receiptOf(NOW.minusSeconds(3600)), fault);
    assertFault(sample.receiptOf(NOW.plusSeconds(3600)), fault);
  }

  @Test
  void certificate_shouldNotBeBelieved_whenOneKeyIsGivenForBoth() {
    assertThat(check.fault(sample.ownReceipt(), sample.hospital(), sample.hospitalAsManager()))
        .hasValue("the same key is given for hospital and system manager");
  }

  /** As {@code docs/formats.md} says: whoever has the file has the signed bytes. */
  @Test
  void file_shouldCarryTheCertificate_belowWhatItSays() {
    byte[] file = CertificateFile.of(sample.certificate());
    assertThat(CertificateFile.read(file))
        .isEqualTo(new CertificateFile(sample.certificate(), true));
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text)
        .contains("Asked:       2026-11-30T02:59:53Z by the patient")
        .contains(SampleCertificate.EPISODE.hex());
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(100));
  }

  @Test
  void file_shouldBeBelieved_whenMailOrAnEditorChangedItsLines() {
    String text = new String(CertificateFile.of(sample.certificate()), StandardCharsets.UTF_8);
    String lines = text.replace("\n", "\r\n");
    for (String each :
        List.of(text + "\n", lines, lines + "\r\n", "\uFEFF" + text, "\uFEFF" + lines + "\r\n")) {
      assertThat(read(each)).isEqualTo(new CertificateFile(sample.certificate(), true));
    }
  }

  @Test
  void file_shouldNotBeBelieved_withAnyOtherText() {
    String text = new String(CertificateFile.of(sample.certificate()), StandardCharsets.UTF_8);
    for (String each :
        List.of(
            text.replace("by the patient", "in writing"),
            text + "\n\n",
            text + " ",
            text + "Nothing else was kept.\n",
            "\n" + text,
            " " + text,
            "\uFEFF\uFEFF" + text,
            text + "\uFEFF",
            text.replace("Hospital:", "\uFEFFHospital:"),
            text.replace("Hospital:", "\u200BHospital:"),
            text.replaceFirst("\n", "\r"),
            text.replaceFirst("\n", "\r\r\n"),
            text.replaceFirst("\n", "\u2028"),
            text.replaceFirst("\n", " \n"),
            text.replaceFirst("\n", "\n\n"),
            text.replace("Number:      ", "Number:\t"))) {
      assertThat(read(each).genuineText()).as(each).isFalse();
    }
  }

  @Test
  void file_shouldBeRefused_whenThereIsNotOneWholeCertificate() {
    String text = new String(CertificateFile.of(sample.certificate()), StandardCharsets.UTF_8);
    for (String each :
        List.of(
            "",
            text.substring(0, text.length() - CertificateFile.END.length()),
            text.replace(CertificateFile.BEGIN, ""),
            text + text,
            text.replace(CertificateFile.END, "====\n" + CertificateFile.END),
            CertificateFile.END + "\n" + CertificateFile.BEGIN + "\n",
            CertificateFile.BEGIN + "\n" + CertificateFile.END)) {
      assertThatThrownBy(() -> read(each)).isInstanceOf(MalformedEncodingException.class);
    }
  }

  private static CertificateFile read(String text) {
    return CertificateFile.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
