package org.epione.crypto.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HpkeTest {

  private static final byte[] INFO = {1};
  private static final byte[] DATA = {2};
  private static final byte[] TEXT = {3, 4, 5};

  private final Hpke hpke = Suites.blst("hpke").hpke();
  private final HpkeKeyPair receiver = hpke.generate();
  private final HpkeKeyPair sender = hpke.generate();

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  /** From the vectors published with RFC 9180: base mode, kem 0x0020, kdf 0x0001, aead 0x0002. */
  @Test
  void seal_shouldGiveThePublishedCiphertext() {
    byte[] info = bytes("4f6465206f6e2061204772656369616e2055726e");
    byte[] data = bytes("436f756e742d30");
    byte[] text = bytes("4265617574792069732074727574682c20747275746820626561757479");
    byte[] expected =
        CanonicalWriter.of("epione.hpke", 1)
            .u8(0)
            .fixed(bytes("6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256"), 32)
            .bytes(
                bytes(
                    "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a"))
            .toByteArray();
    Hpke vector =
        new Hpke(
            length -> bytes("2cd7c601cefb3d42a62b04b7a9041494c06c7843818e0ce28a8f704ae7ab20f9"));
    HpkeKeyPair to =
        vector.restore(
            SecretBytes.of(
                bytes("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d")));
    assertThat(to.publicKey().encode())
        .isEqualTo(bytes("430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c"));
    assertThat(vector.seal(to.publicKey(), info, data, text)).isEqualTo(expected);
    assertThat(vector.open(to.secretKey(), info, data, expected)).isEqualTo(text);
  }

  @Test
  void open_shouldGiveTheText_whenEverythingAgrees() {
    byte[] sealed = hpke.seal(receiver.publicKey(), INFO, DATA, TEXT);
    assertThat(hpke.open(receiver.secretKey(), INFO, DATA, sealed)).isEqualTo(TEXT);
    assertThat(hpke.seal(receiver.publicKey(), INFO, DATA, TEXT)).isNotEqualTo(sealed);
  }

  @Test
  void authOpen_shouldGiveTheText_whenEverythingAgrees() {
    byte[] sealed = hpke.authSeal(sender, receiver.publicKey(), INFO, DATA, TEXT);
    assertThat(hpke.authOpen(receiver.secretKey(), sender.publicKey(), INFO, DATA, sealed))
        .isEqualTo(TEXT);
  }

  @Test
  void open_shouldFail_whenKeyInfoDataOrModeDiffers() {
    byte[] sealed = hpke.seal(receiver.publicKey(), INFO, DATA, TEXT);
    failed(() -> hpke.open(sender.secretKey(), INFO, DATA, sealed));
    failed(() -> hpke.open(receiver.secretKey(), DATA, DATA, sealed));
    failed(() -> hpke.open(receiver.secretKey(), INFO, INFO, sealed));
    failed(() -> hpke.authOpen(receiver.secretKey(), sender.publicKey(), INFO, DATA, sealed));
  }

  @Test
  void authOpen_shouldFail_whenSenderIsAnother() {
    byte[] sealed = hpke.authSeal(sender, receiver.publicKey(), INFO, DATA, TEXT);
    HpkeKeyPair impostor = hpke.generate();
    failed(() -> hpke.authOpen(receiver.secretKey(), impostor.publicKey(), INFO, DATA, sealed));
    byte[] forged = hpke.authSeal(impostor, receiver.publicKey(), INFO, DATA, TEXT);
    failed(() -> hpke.authOpen(receiver.secretKey(), sender.publicKey(), INFO, DATA, forged));
    failed(() -> hpke.open(receiver.secretKey(), INFO, DATA, sealed));
  }

  @Test
  void open_shouldFail_whenAnyByteIsChangedCutOrAdded() {
    byte[] sealed = hpke.seal(receiver.publicKey(), INFO, DATA, TEXT);
    Tampering.everyByte(sealed)
        .forEach(changed -> failed(() -> hpke.open(receiver.secretKey(), INFO, DATA, changed)));
    for (int length = 0; length < sealed.length + 2; length++) {
      if (length != sealed.length) {
        byte[] other = java.util.Arrays.copyOf(sealed, length);
        failed(() -> hpke.open(receiver.secretKey(), INFO, DATA, other));
      }
    }
  }

  @Test
  void open_shouldFail_whenEncapsulatedKeyIsOfLowOrder() {
    byte[] sealed =
        CanonicalWriter.of("epione.hpke", 1)
            .u8(0)
            .fixed(new byte[32], 32)
            .bytes(new byte[20])
            .toByteArray();
    failed(() -> hpke.open(receiver.secretKey(), INFO, DATA, sealed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "09",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "f6ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0900000000000000000000000000000000000000000000000000000000000080",
      })
  void decodePublicKey_shouldRefuse_whenOfLowOrderOrNotCanonical(String key) {
    assertThatThrownBy(() -> hpke.decodePublicKey(bytes(key)))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void restore_shouldGiveTheSameKey_whenExported() {
    assertThat(hpke.restore(receiver.secretKey().export()).publicKey())
        .isEqualTo(receiver.publicKey())
        .isEqualTo(HpkePublicKey.decode(receiver.publicKey().encode()));
    assertThat(receiver.secretKey()).hasToString("HpkeSecretKey");
    assertThatThrownBy(() -> hpke.restore(SecretBytes.of(new byte[33])))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void open_shouldRefuse_whenKeyIsClosed() {
    byte[] sealed = hpke.seal(receiver.publicKey(), INFO, DATA, TEXT);
    receiver.close();
    assertThatThrownBy(() -> hpke.open(receiver.secretKey(), INFO, DATA, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void failed(Runnable opening) {
    assertThatThrownBy(opening::run)
        .isInstanceOf(DecryptionFailedException.class)
        .hasMessage("decryption failed")
        .hasNoCause();
  }
}
