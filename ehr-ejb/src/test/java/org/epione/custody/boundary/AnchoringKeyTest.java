package org.epione.custody.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.epione.settings.InvalidSettingException;
import org.epione.testing.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

class AnchoringKeyTest {

  private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

  private final Container container = Container.start();

  @AfterEach
  void stop() {
    container.close();
  }

  private AnchoringKey key() {
    return container.bean(AnchoringKey.class);
  }

  @Test
  void sign_shouldBeByTheAccount_alsoAfterARestart() throws Exception {
    String account = key().account();
    assertThat(account).matches("0x[0-9a-f]{40}");
    container.restart();

    byte[] signature = key().sign(MESSAGE);

    assertThat(key().account()).isEqualTo(account);
    assertThat(signature).hasSize(65);
    BigInteger signer =
        Sign.signedMessageToKey(
            MESSAGE,
            new Sign.SignatureData(
                (byte) (signature[64] + 27),
                Arrays.copyOfRange(signature, 0, 32),
                Arrays.copyOfRange(signature, 32, 64)));
    assertThat("0x" + Keys.getAddress(signer)).isEqualTo(account);
  }

  @Test
  void file_shouldBePrivate() throws Exception {
    key().account();
    Path file = container.home().resolve("keys").resolve("anchor.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void account_shouldBeTheOneOfTheNamedFile() throws Exception {
    Path file = container.home().resolve("other.key");
    Files.writeString(file, "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80\n");
    container.setting("epione.anchor.key", file.toString());
    assertThat(key().account()).isEqualTo("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
        "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff8",
        "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ffxx",
      })
  void account_shouldBeRefused_whenTheFileHoldsNoKey(String content) throws Exception {
    Path file = container.home().resolve("other.key");
    Files.writeString(file, content);
    container.setting("epione.anchor.key", file.toString());
    assertThatThrownBy(() -> key().account())
        .rootCause()
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("EPIONE_ANCHOR_KEY")
        .hasMessageNotContaining("ac0974");
  }
}
