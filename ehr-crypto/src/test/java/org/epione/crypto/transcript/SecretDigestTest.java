package org.epione.crypto.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;

class SecretDigestTest {

  @Test
  void of_shouldBeTheDigest_whenDataIsOpen() {
    byte[] data = "abc".getBytes(StandardCharsets.UTF_8);
    SecretBytes secret = SecretBytes.of(data);
    assertThat(SecretDigest.of(secret).reveal(SecretAccess.token()))
        .isEqualTo(Digest.of(data).bytes());
    secret.close();
    assertThatThrownBy(() -> SecretDigest.of(secret)).isInstanceOf(IllegalStateException.class);
  }
}
