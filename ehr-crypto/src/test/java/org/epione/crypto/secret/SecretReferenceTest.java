package org.epione.crypto.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretReferenceTest {

  @Test
  void get_shouldGiveTheSecret_untilItIsClosed() {
    SecretReference<String> reference = SecretReference.of("secret");
    assertThat(reference.get()).isEqualTo("secret");
    assertThat(reference).hasToString("SecretReference");
    reference.close();
    assertThatThrownBy(reference::get)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("secret is closed");
  }
}
