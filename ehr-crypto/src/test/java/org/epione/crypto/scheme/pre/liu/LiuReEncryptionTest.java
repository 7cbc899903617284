package org.epione.crypto.scheme.pre.liu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.Dem;
import org.epione.crypto.scheme.pre.ReEncryptionSuite;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiuReEncryptionTest {

  private final LiuSharing sharing = new LiuSharing(Suites.blst("liu"));
  private final LiuReEncryption liu = sharing.liu;

  static List<CryptoSuite> suites() {
    return Suites.both();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void decrypt_shouldGiveTheRecord_toPatientAndDoctor(CryptoSuite each) {
    LiuSharing there = new LiuSharing(each);
    assertThat(there.liu.decrypt(there.patient.secretKey(), there.shared))
        .isEqualTo(LiuSharing.DIAGNOSIS);
    LiuCiphertext turned = there.liu.reEncrypt(there.reKey, there.shared);
    assertThat(there.liu.decrypt(there.doctor.secretKey(), turned)).isEqualTo(LiuSharing.DIAGNOSIS);
  }

  @Test
  void decrypt_shouldGiveTheRecord_whenBackendDiffersFromTheEncryptors() {
    LiuReEncryption other = Suites.bouncyCastle("other").liuReEncryption();
    LiuKeyPair patient = other.restore(sharing.patient.secretKey().export());
    LiuCiphertext ciphertext = other.decodeCiphertext(sharing.shared.encode());
    assertThat(patient.publicKey().encode()).isEqualTo(sharing.patient.publicKey().encode());
    assertThat(other.decrypt(patient.secretKey(), ciphertext)).isEqualTo(LiuSharing.DIAGNOSIS);
    LiuReEncryptionKey reKey = other.restoreReEncryptionKey(sharing.reKey.export());
    assertThat(other.reEncrypt(reKey, ciphertext).encode())
        .isEqualTo(liu.reEncrypt(sharing.reKey, sharing.shared).encode());
  }

  @Test
  void reEncrypt_shouldChangeNothingButC2() {
    LiuCiphertext turned = liu.reEncrypt(sharing.reKey, sharing.shared);
    assertThat(turned.record()).isEqualTo(sharing.shared.record());
    assertThat(turned.c1()).isEqualTo(sharing.shared.c1());
    assertThat(turned.c2()).isNotEqualTo(sharing.shared.c2());
    assertThat(turned.c3()).isEqualTo(sharing.shared.c3());
    assertThat(turned.c4()).isEqualTo(sharing.shared.c4());
    assertThat(turned.c5()).isEqualTo(sharing.shared.c5());
    assertThat(turned).isNotEqualTo(sharing.shared);
  }

  @Test
  void decrypt_shouldFail_whenItIsForAnotherKey() {
    LiuCiphertext turned = liu.reEncrypt(sharing.reKey, sharing.shared);
    for (LiuKeyPair wrong : List.of(sharing.doctor, liu.generate())) {
      failed(() -> liu.decrypt(wrong.secretKey(), sharing.shared));
    }
    failed(() -> liu.decrypt(sharing.patient.secretKey(), turned));
    failed(() -> liu.reEncrypt(sharing.reKey, turned));
  }

  @Test
  void isValid_shouldHold_onlyForTheKeyThatItIsTo() {
    LiuCiphertext turned = liu.reEncrypt(sharing.reKey, sharing.shared);
    assertThat(liu.isValid(sharing.patient.publicKey(), sharing.shared)).isTrue();
    assertThat(liu.isValid(sharing.doctor.publicKey(), sharing.shared)).isFalse();
    assertThat(liu.isValid(sharing.doctor.publicKey(), turned)).isTrue();
    assertThat(liu.isValid(sharing.patient.publicKey(), turned)).isFalse();
  }

  @Test
  void isValid_shouldFailOrDecodingRefuse_whenAnyByteIsChanged() {
    Tampering.everyByte(sharing.shared.encode())
        .forEach(changed -> assertThat(isValid(changed)).isFalse());
  }

  private boolean isValid(byte[] encoded) {
    try {
      return liu.isValid(sharing.patient.publicKey(), liu.decodeCiphertext(encoded));
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  @Test
  void batch_shouldNameTheOneThatIsNotValid() {
    LiuCiphertext turned = liu.reEncrypt(sharing.reKey, sharing.shared);
    assertThat(
            sharing
                .suite
                .batch()
                .failing(
                    List.of(
                        liu.validity(sharing.patient.publicKey(), sharing.shared),
                        liu.validity(sharing.patient.publicKey(), turned),
                        liu.validity(sharing.patient.publicKey(), sharing.unasked))))
        .containsExactly(1);
  }

  @Test
  void matches_shouldHold_onlyForTheSameSymptomOfTheSameHolder() {
    LiuTrapdoor trapdoor = liu.trapdoor(sharing.patient.secretKey(), LiuSharing.SYMPTOM);
    assertThat(liu.matches(trapdoor, sharing.shared)).isTrue();
    assertThat(liu.matches(trapdoor, sharing.unasked)).isFalse();
    LiuTrapdoor doctors = liu.trapdoor(sharing.doctor.secretKey(), LiuSharing.SYMPTOM);
    assertThat(liu.matches(doctors, sharing.shared)).isFalse();
    assertThat(liu.matches(doctors, liu.reEncrypt(sharing.reKey, sharing.shared))).isTrue();
  }

  @Test
  void encrypt_shouldTakeAnEmptyRecordAndRefuseOneThatIsTooLarge() {
    LiuCiphertext empty = sharing.encrypt(sharing.patient, LiuSharing.SYMPTOM, new byte[0]);
    assertThat(liu.decrypt(sharing.patient.secretKey(), empty)).isEmpty();
    byte[] tooLarge = new byte[ScopedCiphertext.MAX_PAYLOAD - Dem.OVERHEAD + 1];
    assertThatThrownBy(() -> sharing.encrypt(sharing.patient, LiuSharing.SYMPTOM, tooLarge))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void suite_shouldBeReadFromTheCiphertext() {
    assertThat(ReEncryptionSuite.of(sharing.shared.encode())).isEqualTo(ReEncryptionSuite.LIU);
    assertThatThrownBy(() -> ReEncryptionSuite.of(sharing.patient.publicKey().encode()))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void secrets_shouldShowNothingAndStop_whenPrintedAndClosed() {
    LiuKeyPair pair = liu.generate();
    assertThat(pair.secretKey()).hasToString("LiuSecretKey");
    assertThat(sharing.reKey).hasToString("LiuReEncryptionKey");
    assertThat(sharing.start.toProxy()).hasToString("LiuMessage(PATIENT_SHARE)");
    pair.close();
    assertThatThrownBy(() -> liu.trapdoor(pair.secretKey(), LiuSharing.SYMPTOM))
        .isInstanceOf(IllegalStateException.class);
    sharing.reKey.close();
    assertThatThrownBy(() -> liu.reEncrypt(sharing.reKey, sharing.shared))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void failed(Runnable attempt) {
    assertThatThrownBy(attempt::run).isInstanceOf(DecryptionFailedException.class);
  }
}
