package org.epione.forgetting.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.HeldErasure.Held;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What parties send and certify about forgetting, cut, padded, and with any byte changed. */
class ForgettingMessagesTest {

  private static final Instant NOW = Instant.parse("2026-11-30T03:00:00Z");
  private static final ByteString SIGNATURE = ByteString.of(new byte[64]);
  private static final RecordId EPISODE = RecordId.ofHex("00112233445566778899aabbccddeeff");

  /** One message and how it is read and written. */
  record Sample(Object message, byte[] encoded, Function<byte[], Object> decode) {

    @Override
    public String toString() {
      return message.getClass().getSimpleName();
    }
  }

  static List<Sample> samples() {
    AccountId account = AccountId.of(UUID.nameUUIDFromBytes(new byte[] {1}).toString());
    OrderMessage order = new OrderMessage(account, List.of(EPISODE), NOW);
    DestroyedMessage destroyed = destroyed();
    ForgettingCertificate certificate = certificate();
    return List.of(
        new Sample(order, order.encode(), OrderMessage::decode),
        new Sample(destroyed, destroyed.encode(), DestroyedMessage::decode),
        new Sample(certificate, certificate.encode(), ForgettingCertificate::decode));
  }

  private static DestroyedMessage destroyed() {
    return new DestroyedMessage(
        Digest.of(new byte[] {1}),
        List.of(
            new DestroyedMessage.Entry(Held.PASSWORD_SHARES, 1),
            new DestroyedMessage.Entry(Held.RE_ENCRYPTION_KEYS, 3)),
        NOW,
        SIGNATURE);
  }

  private static ForgettingCertificate certificate() {
    return new ForgettingCertificate(
        ByteString.of(new byte[16]),
        new PartyCode("HOSPITAL-A"),
        true,
        NOW.minusSeconds(7),
        NOW.minusSeconds(5),
        NOW,
        List.of(EPISODE),
        List.of(new ForgettingCertificate.Step(Erased.KEYS, 1, NOW.minusSeconds(1))),
        ByteString.of(destroyed().encode()),
        SIGNATURE);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void decode_shouldGiveBackTheSame_andRefuseWhatIsCutOrPadded(Sample sample) {
    byte[] encoded = sample.encoded();
    assertThat(sample.decode().apply(encoded)).isEqualTo(sample.message());
    for (int length = 0; length < encoded.length; length++) {
      malformed(sample, Arrays.copyOf(encoded, length));
    }
    malformed(sample, Arrays.copyOf(encoded, encoded.length + 1));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void decode_shouldReadAnythingElseAsAnotherMessage_orRefuse(Sample sample) {
    for (int at = 0; at < sample.encoded().length; at++) {
      byte[] changed = sample.encoded().clone();
      changed[at] ^= 1;
      try {
        assertThat(sample.decode().apply(changed)).isNotEqualTo(sample.message());
      } catch (MalformedEncodingException refused) {
        assertThat(refused).hasMessageNotContaining("1980");
      }
    }
  }

  @Test
  void signature_shouldBeOverAllThatIsCertified() {
    CryptoSuite crypto = CryptoSuite.create(new SecureRandomSource());
    Ed25519KeyPair hospital = crypto.ed25519().generate();
    ForgettingCertificate unsigned = certificate();
    ForgettingCertificate signed =
        unsigned.signed(crypto.ed25519().sign(hospital.secretKey(), unsigned.toSign()));
    byte[] encoded = signed.encode();
    assertThat(holds(crypto, hospital, encoded)).isTrue();
    for (int at = 0; at < encoded.length; at++) {
      byte[] changed = encoded.clone();
      changed[at] ^= 1;
      assertThat(holds(crypto, hospital, changed)).as("byte %d", at).isFalse();
    }
  }

  private static boolean holds(CryptoSuite crypto, Ed25519KeyPair hospital, byte[] encoded) {
    try {
      ForgettingCertificate read = ForgettingCertificate.decode(encoded);
      return crypto.ed25519().verify(hospital.publicKey(), read.toSign(), read.signature().bytes());
    } catch (MalformedEncodingException malformed) {
      return false;
    }
  }

  /** As {@code docs/formats.md} says: whoever has the file has the signed bytes. */
  @Test
  void file_shouldCarryTheSignedEncoding_belowWhatItSays() {
    byte[] encoded = certificate().encode();
    String file =
        new String(
            CertificateFile.of(encoded, new PartyCode("HOSPITAL-A")), StandardCharsets.UTF_8);

    String base64 =
        file.substring(
            file.indexOf(CertificateFile.BEGIN) + CertificateFile.BEGIN.length(),
            file.indexOf(CertificateFile.END));
    assertThat(Base64.getMimeDecoder().decode(base64)).isEqualTo(encoded);
    assertThat(file)
        .contains("Asked:       2026-11-30T02:59:53Z by the patient")
        .contains(EPISODE.hex());
    assertThat(file.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(100));
  }

  private static void malformed(Sample sample, byte[] encoded) {
    assertThatThrownBy(() -> sample.decode().apply(encoded))
        .isInstanceOf(MalformedEncodingException.class);
  }
}
