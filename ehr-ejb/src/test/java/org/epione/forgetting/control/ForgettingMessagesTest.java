package org.epione.forgetting.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.forgetting.DestructionReceipt;
import org.epione.ledger.forgetting.ForgettingCertificate;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.HeldErasure.Held;
import org.epione.platform.identity.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order to the system manager, cut, padded, and with any byte changed. */
class ForgettingMessagesTest {

  private static final Instant NOW = Instant.parse("2026-11-30T03:00:00Z");
  private static final OrderMessage ORDER =
      new OrderMessage(
          AccountId.of(UUID.nameUUIDFromBytes(new byte[] {1}).toString()),
          List.of(RecordId.ofHex("00112233445566778899aabbccddeeff")),
          NOW);

  @Test
  void decode_shouldGiveBackTheSame_andRefuseWhatIsCutOrPadded() {
    byte[] encoded = ORDER.encode();
    assertThat(OrderMessage.decode(encoded)).isEqualTo(ORDER);
    for (int length = 0; length < encoded.length; length++) {
      malformed(Arrays.copyOf(encoded, length));
    }
    malformed(Arrays.copyOf(encoded, encoded.length + 1));
  }

  @Test
  void decode_shouldReadAnythingElseAsAnotherMessage_orRefuse() {
    byte[] encoded = ORDER.encode();
    for (int at = 0; at < encoded.length; at++) {
      byte[] changed = encoded.clone();
      changed[at] ^= 1;
      try {
        assertThat(OrderMessage.decode(changed)).isNotEqualTo(ORDER);
      } catch (MalformedEncodingException refused) {
        assertThat(refused).hasMessageNotContaining("1980");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Erased.class)
  void certificate_shouldNameWhateverIsDestroyed(Erased what) {
    assertThat(new ForgettingCertificate.Step(what.name(), 1, NOW).what()).isEqualTo(what.name());
  }

  @ParameterizedTest
  @EnumSource(Held.class)
  void receipt_shouldNameWhateverIsDestroyed(Held what) {
    assertThat(new DestructionReceipt.Entry(what.name(), 1).what()).isEqualTo(what.name());
  }

  private static void malformed(byte[] encoded) {
    assertThatThrownBy(() -> OrderMessage.decode(encoded))
        .isInstanceOf(MalformedEncodingException.class);
  }
}
