package org.epione.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.ResourceBundle;
import org.epione.account.boundary.AccountEventKind;
import org.junit.jupiter.api.Test;

class QrImageTest {

  private static final String TEXT = "otpauth://totp/Epione:grace?secret=GEZDGNBVGY3TQOJQ";
  private static final int QUIET_ZONE = 4;

  @Test
  void modules_shouldReadAsTheText() throws Exception {
    BitMatrix modules = QrImage.modules(TEXT);
    int size = modules.getWidth() - 2 * QUIET_ZONE;
    BitMatrix inner = new BitMatrix(size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (modules.get(x + QUIET_ZONE, y + QUIET_ZONE)) {
          inner.set(x, y);
        }
      }
    }

    assertThat(new Decoder().decode(inner).getText()).isEqualTo(TEXT);
  }

  @Test
  void of_shouldDrawEachDarkModule() {
    BitMatrix modules = QrImage.modules(TEXT);
    String prefix = "data:image/svg+xml;base64,";
    String image = QrImage.of(TEXT);

    assertThat(image).startsWith(prefix);
    String svg =
        new String(
            Base64.getDecoder().decode(image.substring(prefix.length())), StandardCharsets.UTF_8);
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        assertThat(svg.contains("M" + x + " " + y + "h1v1h-1z"))
            .as("%d %d", x, y)
            .isEqualTo(modules.get(x, y));
      }
    }
  }

  @Test
  void of_shouldRefuseWhatDoesNotFit() {
    assertThatThrownBy(() -> QrImage.of("x".repeat(4000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void words_shouldBeThere_forWhateverHappensToAnAccount() {
    ResourceBundle words = ResourceBundle.getBundle("org.epione.web.account");
    for (AccountEventKind kind : AccountEventKind.values()) {
      assertThat(words.containsKey("event." + kind)).as(kind.name()).isTrue();
    }
  }
}
