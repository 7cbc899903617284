package org.epione.crypto.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class SecretBytesTest {

  private static final SecretAccess ACCESS = SecretAccess.token();

  @Test
  void reveal_shouldGiveCopies_whenOpen() {
    byte[] source = {1, 2, 3};
    SecretBytes secret = SecretBytes.of(source);
    source[0] = 9;
    secret.reveal(ACCESS)[1] = 9;
    assertThat(secret.reveal(ACCESS)).containsExactly(1, 2, 3);
  }

  @Test
  void reveal_shouldRefuse_whenClosed() {
    SecretBytes secret = SecretBytes.of(new byte[] {1});
    SecretBytes copy = secret.copy();
    secret.close();
    assertThatThrownBy(() -> secret.reveal(ACCESS)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(secret::copy).isInstanceOf(IllegalStateException.class);
    assertThat(secret.isClosed()).isTrue();
    assertThat(copy.reveal(ACCESS)).containsExactly(1);
  }

  @Test
  void slice_shouldGiveAnIndependentPart_whenInRange() {
    SecretBytes secret = SecretBytes.of(new byte[] {1, 2, 3});
    SecretBytes part = secret.slice(1, 3);
    assertThatThrownBy(() -> secret.slice(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    secret.close();
    assertThat(part.reveal(ACCESS)).containsExactly(2, 3);
    assertThatThrownBy(() -> secret.slice(0, 1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void equals_shouldCompareContent_whenBothAreOpen() {
    SecretBytes secret = SecretBytes.of(new byte[] {1});
    assertThat(secret)
        .isEqualTo(SecretBytes.of(new byte[] {1}))
        .isNotEqualTo(SecretBytes.of(new byte[] {2}))
        .isNotEqualTo(SecretBytes.of(new byte[] {1, 0}));
  }

  @Test
  void equals_shouldNotHold_whenTwoDifferentSecretsWereWiped() {
    SecretBytes one = SecretBytes.of(new byte[] {1});
    SecretBytes two = SecretBytes.of(new byte[] {2});
    one.close();
    two.close();
    assertThat(one).isNotEqualTo(two).isEqualTo(one);
  }

  @Test
  void secret_shouldShowNothing_whenPrintedHashedOrSerialised() {
    SecretBytes secret = SecretBytes.of(new byte[] {1, 2});
    assertThat(secret).hasToString("SecretBytes");
    assertThat(secret.hashCode()).isEqualTo(SecretBytes.of(new byte[] {3, 4}).hashCode());
    assertThatThrownBy(
            () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(secret))
        .isInstanceOf(NotSerializableException.class);
  }

  @Test
  void areEqual_shouldCompareContentAndLength() {
    assertThat(ConstantTime.areEqual(new byte[] {1, 2}, new byte[] {1, 2})).isTrue();
    assertThat(ConstantTime.areEqual(new byte[] {1, 2}, new byte[] {1, 3})).isFalse();
    assertThat(ConstantTime.areEqual(new byte[] {1, 2}, new byte[] {1})).isFalse();
    assertThat(ConstantTime.areEqual(new byte[0], new byte[0])).isTrue();
  }
}
