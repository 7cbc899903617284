package org.epione.crypto.scheme.warrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarrantsTest {

  private static final Instant FROM = Instant.parse("2026-11-21T08:00:00Z");
  private static final Instant TO = FROM.plusSeconds(3600);

  private final CryptoSuite suite = Suites.blst("warrant");
  private final Warrants warrants = suite.warrants();
  private final BlsSecretKey patient = suite.bls().generate();
  private final Warrant warrant = warrant(1, FROM, TO, "treatment");

  private static Warrant warrant(int position, Instant from, Instant to, String purpose) {
    return new Warrant(
        EpisodeId.of(new byte[16]),
        Pseudonym.of(new byte[] {1}),
        Pseudonym.of(new byte[] {2}),
        position,
        from,
        to,
        purpose,
        Nonce.of(new byte[16]));
  }

  @Test
  void verify_shouldHold_whenThePatientSigned() {
    BlsSignature signature = warrants.sign(patient, warrant);
    assertThat(warrants.verify(patient.publicKey(), Warrant.decode(warrant.encode()), signature))
        .isTrue();
  }

  @Test
  void verify_shouldFail_whenSomebodyElseSigned() {
    BlsSecretKey doctor = suite.bls().generate();
    assertThat(warrants.verify(patient.publicKey(), warrant, warrants.sign(doctor, warrant)))
        .isFalse();
  }

  @Test
  void verify_shouldFailOrDecodingRefuse_whenAnyByteIsChanged() {
    BlsSignature signature = warrants.sign(patient, warrant);
    Tampering.everyByte(warrant.encode())
        .forEach(changed -> assertThat(accepts(changed, signature)).isFalse());
  }

  private boolean accepts(byte[] encoded, BlsSignature signature) {
    try {
      return warrants.verify(patient.publicKey(), Warrant.decode(encoded), signature);
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  @Test
  void verify_shouldFail_whenTheSignatureIsOnAStatement() {
    Statement statement =
        new Statement(
            warrant.episode(),
            warrant.patient(),
            java.util.List.of(warrant.delegate()),
            1,
            FROM,
            Digest.of(warrant.encode()),
            Optional.empty());
    BlsSignature onStatement =
        suite.multisignature().addSignature(patient, Optional.empty(), statement);
    assertThat(warrants.verify(patient.publicKey(), warrant, onStatement)).isFalse();
    assertThatThrownBy(() -> Warrant.decode(statement.encode()))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void isValidAt_shouldIncludeBothEnds() {
    assertThat(warrant.isValidAt(FROM)).isTrue();
    assertThat(warrant.isValidAt(TO)).isTrue();
    assertThat(warrant.isValidAt(FROM.minusMillis(1))).isFalse();
    assertThat(warrant.isValidAt(TO.plusMillis(1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, -1})
  void warrant_shouldBeRefused_whenPositionIsOutOfRange(int position) {
    assertThatThrownBy(() -> warrant(position, FROM, TO, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void warrant_shouldBeRefused_whenItEndsBeforeItBeginsOrPurposeIsTooLong() {
    assertThatThrownBy(() -> warrant(1, TO, FROM, "")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> warrant(1, FROM, TO, "é".repeat(501)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void warrant_shouldBeEqualAndShowNothing_whenTypedInAnotherNormalForm() {
    assertThat(warrant(1, FROM, TO, "Zoe\u0308"))
        .isEqualTo(warrant(1, FROM, TO, "Zo\u00eb"))
        .hasToString("Warrant");
  }
}
