package org.epione.crypto.scheme.pake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.curve.P256Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartyTest {

  private static final P256Point SHARE = P256Point.generator();
  private static final byte[] CONFIRMATION = new byte[32];

  private static void assertNoShare(Party party, byte[] encoded) {
    assertThatThrownBy(() -> party.decodeShare(encoded))
        .isExactlyInstanceOf(MalformedEncodingException.class);
  }

  private static void assertNoConfirmation(Party party, byte[] encoded) {
    assertThatThrownBy(() -> party.decodeConfirmation(encoded))
        .isExactlyInstanceOf(MalformedEncodingException.class);
  }

  @ParameterizedTest
  @EnumSource
  void decode_shouldGiveTheContentBack_orRefuse(Party party) {
    byte[] share = party.encodeShare(SHARE).bytes();
    byte[] confirmation = party.encodeConfirmation(CONFIRMATION).bytes();
    assertThat(party.decodeShare(share)).isEqualTo(SHARE);
    assertThat(party.decodeConfirmation(confirmation)).isEqualTo(CONFIRMATION);
    Tampering.everyByte(share).forEach(changed -> assertNoShare(party, changed));
    Tampering.everyByte(confirmation)
        .limit(confirmation.length - 32)
        .forEach(changed -> assertNoConfirmation(party, changed));
    for (int length = 0; length <= share.length; length++) {
      assertNoShare(party, Arrays.copyOf(share, length == share.length ? length + 1 : length));
    }
    for (int length = 0; length < confirmation.length; length++) {
      assertNoConfirmation(party, Arrays.copyOf(confirmation, length));
    }
    assertNoConfirmation(party, Arrays.copyOf(confirmation, confirmation.length + 1));
  }

  @ParameterizedTest
  @EnumSource
  void decode_shouldRefuse_whenTheMessageIsAnother(Party party) {
    for (Party other : Party.values()) {
      assertNoShare(party, other.encodeConfirmation(CONFIRMATION).bytes());
      assertNoConfirmation(party, other.encodeShare(SHARE).bytes());
      if (other != party) {
        assertNoShare(party, other.encodeShare(SHARE).bytes());
        assertNoConfirmation(party, other.encodeConfirmation(CONFIRMATION).bytes());
      }
    }
    assertNoShare(party, SHARE.encode());
    assertNoConfirmation(party, CONFIRMATION);
  }

  @Test
  void peer_shouldBeTheOtherSideOfTheSameProtocol() {
    for (Party party : Party.values()) {
      assertThat(party.peer()).isNotEqualTo(party);
      assertThat(party.peer().peer()).isEqualTo(party);
    }
    assertThat(Party.A.peer()).isEqualTo(Party.B);
  }
}
