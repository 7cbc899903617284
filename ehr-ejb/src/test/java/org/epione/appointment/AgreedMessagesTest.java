package org.epione.appointment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;

/** The messages under the treatment key are those that the browser's tests pin. */
class AgreedMessagesTest {

  private static final String ANSWER =
      "202122232425262728292a2b2c2a035cb41eb712157b16af5ff3ca599c64cfd6cee3c29019bec571f9cd02677e";

  @Test
  void answer_shouldOpen_whenItWasMadeByAnotherImplementation() {
    byte[] run = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    byte[] treatmentKey = new byte[32];
    Arrays.fill(treatmentKey, (byte) 0x42);
    CryptoSuite crypto = CryptoSuite.create(new SecureRandomSource());
    byte[] header =
        CanonicalWriter.of("epione.appointment.message", 1).fixed(run, 16).u64(1).toByteArray();
    try (SecretBytes secret = SecretBytes.of(treatmentKey);
        AeadKey toPatient = crypto.aead().derive(secret, "appointment.to-patient", run)) {
      byte[] opened = crypto.aead().open(toPatient, header, HexFormat.of().parseHex(ANSWER));
      assertThat(new String(opened, UTF_8)).isEqualTo("{\"done\":\"LOOKED\"}");
    }
  }
}
