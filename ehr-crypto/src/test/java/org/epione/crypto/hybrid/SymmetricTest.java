package org.epione.crypto.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;

/** {@link Aead}, {@link Dem} and {@link Mac}. */
class SymmetricTest {

  private static final byte[] DATA = {1, 2};
  private static final byte[] TEXT = {3, 4, 5};

  private final Aead aead = Suites.blst("symmetric").aead();
  private final AeadKey key = aead.generateKey();
  private final Dem dem = new Dem(aead);
  private final Mac mac = new Mac();
  private final SecretBytes shared = SecretBytes.of(new byte[] {9});

  private static void failed(Runnable opening) {
    assertThatThrownBy(opening::run)
        .isInstanceOf(DecryptionFailedException.class)
        .hasMessage("decryption failed")
        .hasNoCause();
  }

  /** GCM specification (McGrew and Viega), test case 16. */
  @Test
  void seal_shouldGiveThePublishedCiphertext() {
    byte[] nonce = HexFormat.of().parseHex("cafebabefacedbaddecaf888");
    Aead vector = new Aead(length -> nonce);
    AeadKey vectorKey =
        vector.restore(
            SecretBytes.of(
                HexFormat.of()
                    .parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")));
    byte[] sealed =
        vector.seal(
            vectorKey,
            HexFormat.of().parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
            HexFormat.of()
                .parseHex(
                    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"));
    assertThat(HexFormat.of().formatHex(sealed))
        .isEqualTo(
            "cafebabefacedbaddecaf888"
                + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b");
  }

  @Test
  void open_shouldGiveTheText_whenEverythingAgrees() {
    byte[] sealed = aead.seal(key, DATA, TEXT);
    assertThat(sealed).hasSize(TEXT.length + Aead.OVERHEAD);
    assertThat(aead.open(key, DATA, sealed)).isEqualTo(TEXT);
    assertThat(aead.open(key, DATA, aead.seal(key, DATA, new byte[0]))).isEmpty();
    assertThat(aead.seal(key, DATA, TEXT)).isNotEqualTo(sealed);
  }

  @Test
  void open_shouldFail_whenKeyDataOrAnyByteDiffers() {
    byte[] sealed = aead.seal(key, DATA, TEXT);
    failed(() -> aead.open(aead.generateKey(), DATA, sealed));
    failed(() -> aead.open(key, TEXT, sealed));
    Tampering.everyByte(sealed).forEach(changed -> failed(() -> aead.open(key, DATA, changed)));
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      failed(() -> aead.open(key, DATA, cut));
    }
  }

  @Test
  void derive_shouldGiveIndependentKeys_whenLabelOrContextDiffers() {
    byte[] sealed = aead.seal(aead.derive(shared, "label", DATA), DATA, TEXT);
    assertThat(aead.open(aead.derive(shared, "label", DATA), DATA, sealed)).isEqualTo(TEXT);
    failed(() -> aead.open(aead.derive(shared, "other", DATA), DATA, sealed));
    failed(() -> aead.open(aead.derive(shared, "label", TEXT), DATA, sealed));
  }

  @Test
  void key_shouldComeBackAndStop_whenExportedAndClosed() {
    byte[] sealed = aead.seal(key, DATA, TEXT);
    assertThat(aead.open(aead.restore(key.export()), DATA, sealed)).isEqualTo(TEXT);
    assertThat(key).hasToString("AeadKey");
    key.close();
    assertThatThrownBy(() -> aead.open(key, DATA, sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> aead.restore(SecretBytes.of(new byte[16])))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void dem_shouldOpen_onlyWithTheSameSecretPurposeAndHeader() {
    byte[] sealed = dem.seal(shared, DomainTag.SCOPED_PAYLOAD, DATA, TEXT);
    assertThat(sealed).hasSize(TEXT.length + Dem.OVERHEAD);
    assertThat(dem.open(shared, DomainTag.SCOPED_PAYLOAD, DATA, sealed)).isEqualTo(TEXT);
    failed(() -> dem.open(shared, DomainTag.SCOPED_MATCH, DATA, sealed));
    failed(() -> dem.open(shared, DomainTag.SCOPED_PAYLOAD, TEXT, sealed));
    failed(() -> dem.open(SecretBytes.of(new byte[] {8}), DomainTag.SCOPED_PAYLOAD, DATA, sealed));
    Tampering.everyByte(sealed)
        .forEach(
            changed -> failed(() -> dem.open(shared, DomainTag.SCOPED_PAYLOAD, DATA, changed)));
    failed(() -> dem.open(shared, DomainTag.SCOPED_PAYLOAD, DATA, new byte[Dem.OVERHEAD - 1]));
  }

  @Test
  void dem_shouldRefuse_whenInnerCiphertextFitsButCommitmentIsOfAnotherKey() {
    byte[] one = dem.seal(shared, DomainTag.SCOPED_PAYLOAD, DATA, TEXT);
    byte[] other = dem.seal(SecretBytes.of(new byte[] {8}), DomainTag.SCOPED_PAYLOAD, DATA, TEXT);
    byte[] mixed = one.clone();
    System.arraycopy(other, 0, mixed, 0, 32);
    failed(() -> dem.open(shared, DomainTag.SCOPED_PAYLOAD, DATA, mixed));
  }

  @Test
  void mac_shouldVerify_onlyForTheSameKeyLabelAndData() {
    byte[] tag = mac.tag(key, "confirm", DATA);
    assertThat(tag).hasSize(Mac.LENGTH);
    assertThat(mac.verify(key, "confirm", DATA, tag)).isTrue();
    assertThat(mac.verify(key, "other", DATA, tag)).isFalse();
    assertThat(mac.verify(key, "confirm", TEXT, tag)).isFalse();
    assertThat(mac.verify(aead.generateKey(), "confirm", DATA, tag)).isFalse();
    assertThat(mac.verify(key, "confirm", DATA, Arrays.copyOf(tag, 31))).isFalse();
    Tampering.everyByte(tag)
        .forEach(changed -> assertThat(mac.verify(key, "confirm", DATA, changed)).isFalse());
  }
}
