package org.epione.crypto.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.signature.Ed25519;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedEnvelopeTest {

  private static final Instant CREATED = Instant.parse("2026-11-21T08:00:00.123456Z");

  private final CryptoSuite suite = Suites.blst("envelope");
  private final Ed25519 ed25519 = suite.ed25519();
  private final Ed25519KeyPair sender = ed25519.generate();
  private final Envelope envelope = envelope("team.turn", "HOSP-A", "CLOUD");
  private final SignedEnvelope signed = SignedEnvelope.seal(ed25519, sender.secretKey(), envelope);

  private Envelope envelope(String type, String from, String to) {
    return new Envelope(
        EnvelopeId.of(new byte[16]),
        type,
        from,
        to,
        CREATED,
        Optional.of(EnvelopeId.random(suite.random())),
        ByteString.of(new byte[] {1, 2, 3}));
  }

  @Test
  void verify_shouldHold_onlyForTheSendersKey() {
    SignedEnvelope received = SignedEnvelope.decode(signed.encode());
    assertThat(received).isEqualTo(signed);
    assertThat(received.verify(ed25519, sender.publicKey())).isTrue();
    assertThat(received.verify(ed25519, ed25519.generate().publicKey())).isFalse();
  }

  @Test
  void verify_shouldFailOrDecodingRefuse_whenAnyByteIsChanged() {
    Tampering.everyByte(signed.encode()).forEach(changed -> assertThat(accepts(changed)).isFalse());
  }

  private boolean accepts(byte[] encoded) {
    try {
      return SignedEnvelope.decode(encoded).verify(ed25519, sender.publicKey());
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  @Test
  void decode_shouldRefuse_whenCutOrLonger() {
    byte[] encoded = signed.encode();
    IntStream.rangeClosed(0, encoded.length + 1)
        .filter(length -> length != encoded.length)
        .forEach(
            length ->
                assertThatThrownBy(() -> SignedEnvelope.decode(Arrays.copyOf(encoded, length)))
                    .isInstanceOf(MalformedEncodingException.class));
  }

  @ParameterizedTest
  @CsvSource({"'',HOSP,CLOUD", "Team,HOSP,CLOUD", "t,h,CLOUD", "t,HOSP,''", "t,HOSP,a b"})
  void envelope_shouldBeRefused_whenItsWordsAreMalformed(String type, String from, String to) {
    assertThatThrownBy(() -> envelope(type, from, to)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void envelope_shouldShowNoContent_whenPrinted() {
    assertThat(signed).hasToString("Envelope(" + "0".repeat(32) + " team.turn HOSP-A to CLOUD)");
  }
}
