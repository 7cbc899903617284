package org.epione.emergency.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.EscrowPurpose;
import org.epione.custody.boundary.EscrowTerms;
import org.epione.emergency.boundary.EmergencyReason;
import org.epione.emergency.entity.AskedFacts;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What parties send about emergencies, cut, padded, and with any byte changed. */
class EmergencyMessagesTest {

  private static final Instant NOW = Instant.parse("2026-11-30T03:00:00Z");
  private static final ByteString ID = ByteString.of(new byte[16]);
  private static final ByteString TEXT = ByteString.of(new byte[40]);

  /** One message and how it is read and written. */
  record Sample(Object message, byte[] encoded, Function<byte[], Object> decode) {

    @Override
    public String toString() {
      return message.getClass().getSimpleName();
    }
  }

  static List<Sample> samples() {
    AccountId account = AccountId.of(UUID.nameUUIDFromBytes(new byte[] {1}).toString());
    AccountId other = AccountId.of(UUID.nameUUIDFromBytes(new byte[] {2}).toString());
    EscrowTerms terms =
        new EscrowTerms(
            EscrowPurpose.EMERGENCY,
            account,
            3,
            new PartyCode("HOSPITAL-A"),
            PartyCode.SYSTEM_MANAGER,
            Digest.of(new byte[] {1}),
            Digest.of(new byte[] {2}));
    DepositedMessage deposited = new DepositedMessage(terms, TEXT, NOW);
    DeclinedMessage declined = new DeclinedMessage(account, NOW);
    DestroyedMessage destroyed = new DestroyedMessage(account, NOW);
    AskedFacts facts =
        new AskedFacts(
            account,
            3,
            ByteString.of(new byte[32]),
            account,
            Pid.of(new byte[] {9}),
            ByteString.of(new byte[32]),
            other,
            EmergencyReason.CANNOT_SPEAK,
            NOW);
    EmergencyAskedMessage asked = new EmergencyAskedMessage(ID, facts, TEXT, TEXT);
    EmergencyAnsweredMessage released =
        new EmergencyAnsweredMessage(
            ID, Optional.of(new EmergencyAnsweredMessage.Release(TEXT, NOW)), TEXT);
    EmergencyAnsweredMessage refused = new EmergencyAnsweredMessage(ID, Optional.empty(), TEXT);
    ReviewedMessage reviewed = new ReviewedMessage(ID, false, TEXT);
    return List.of(
        new Sample(deposited, deposited.encode(), DepositedMessage::decode),
        new Sample(declined, declined.encode(), DeclinedMessage::decode),
        new Sample(destroyed, destroyed.encode(), DestroyedMessage::decode),
        new Sample(asked, asked.encode(), EmergencyAskedMessage::decode),
        new Sample(released, released.encode(), EmergencyAnsweredMessage::decode),
        new Sample(refused, refused.encode(), EmergencyAnsweredMessage::decode),
        new Sample(reviewed, reviewed.encode(), ReviewedMessage::decode));
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
    malformed(sample, new byte[100_000]);
  }

  /** A changed byte gives another message or none, and no other failure. */
  @ParameterizedTest
  @MethodSource("samples")
  void decode_shouldNotFailOtherwise_whenAnyByteIsChanged(Sample sample) {
    for (int i = 0; i < sample.encoded().length; i++) {
      for (byte change : new byte[] {1, (byte) 0x80, (byte) 0xff}) {
        byte[] changed = sample.encoded().clone();
        changed[i] ^= change;
        try {
          assertThat(sample.decode().apply(changed)).isNotEqualTo(sample.message());
        } catch (MalformedEncodingException refused) {
          assertThat(refused).isNotNull();
        }
      }
    }
  }

  private static void malformed(Sample sample, byte[] bytes) {
    assertThatThrownBy(() -> sample.decode().apply(bytes))
        .isInstanceOf(MalformedEncodingException.class);
  }
}
