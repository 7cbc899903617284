package org.epione.crypto.scheme.pre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.Dem;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScopedReEncryptionTest {

  private final CryptoSuite suite = Suites.blst("scoped");
  private final Sharing sharing = new Sharing(suite);
  private final ScopedReEncryption pre = sharing.pre;

  static List<CryptoSuite> suites() {
    return Suites.both();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void decrypt_shouldGiveTheRecord_toPatientAndGrantee(CryptoSuite each) {
    Sharing there = new Sharing(each);
    assertThat(there.pre.decrypt(there.patient.secretKey(), there.grantedCiphertext))
        .isEqualTo(Sharing.DIAGNOSIS);
    assertThat(
            there.pre.decrypt(
                there.doctor.secretKey(), there.grantDigest, there.granted, there.turned()))
        .isEqualTo(Sharing.DIAGNOSIS);
  }

  @Test
  void decrypt_shouldGiveTheRecord_whenBackendDiffersFromTheEncryptors() {
    ScopedReEncryption other = Suites.bouncyCastle("other").reEncryption();
    PatientKeyPair patient = other.restore(sharing.patient.secretKey().export());
    assertThat(patient.publicKey().encode()).isEqualTo(sharing.patient.publicKey().encode());
    ScopedCiphertext ciphertext = other.decodeCiphertext(sharing.grantedCiphertext.encode());
    assertThat(other.isValid(ciphertext)).isTrue();
    assertThat(other.decrypt(patient.secretKey(), ciphertext)).isEqualTo(Sharing.DIAGNOSIS);
    ReEncryptedRecord turned =
        other.reEncrypt(
            other.decodeReEncryptionKey(sharing.reKey.encode()), sharing.sealed, ciphertext);
    assertThat(turned.encode()).isEqualTo(sharing.turned().encode());
    assertThat(
            other.decrypt(
                sharing.doctor.secretKey(),
                sharing.grantDigest,
                sharing.granted,
                other.decodeReEncrypted(sharing.turned().encode())))
        .isEqualTo(Sharing.DIAGNOSIS);
  }

  @Test
  void encodings_shouldComeBackEqual_whenDecoded() {
    ScopedCiphertext ciphertext = sharing.grantedCiphertext;
    assertThat(pre.decodeCiphertext(ciphertext.encode()))
        .isEqualTo(ciphertext)
        .hasSameHashCodeAs(ciphertext);
    assertThat(pre.decodeHeader(ciphertext.header().encode())).isEqualTo(ciphertext.header());
    assertThat(ciphertext.header().encode()).hasSize(ScopedHeader.LENGTH);
    assertThat(pre.decodePublicKey(sharing.patient.publicKey().encode()))
        .isEqualTo(sharing.patient.publicKey());
    assertThat(pre.decodeReEncryptionKey(sharing.reKey.encode())).isEqualTo(sharing.reKey);
    assertThat(pre.decodeReEncrypted(sharing.turned().encode()))
        .isEqualTo(sharing.turned())
        .isNotEqualTo(pre.reEncrypt(sharing.reKey, new byte[0], ciphertext));
    Trapdoor trapdoor = pre.trapdoor(sharing.patient.secretKey(), Sharing.SYMPTOM);
    assertThat(pre.decodeTrapdoor(trapdoor.encode())).isEqualTo(trapdoor);
    assertThat(ciphertext.record()).isEqualTo(sharing.granted);
    assertThat(sharing.turned().ciphertext()).isEqualTo(ciphertext);
    assertThat(ciphertext.digest()).isNotEqualTo(sharing.withheldCiphertext.digest());
  }

  @Test
  void decodings_shouldRefuse_whenCutOrLonger() {
    byte[] ciphertext = sharing.grantedCiphertext.encode();
    byte[] header = sharing.grantedCiphertext.header().encode();
    IntStream.rangeClosed(0, header.length + 1)
        .filter(length -> length != header.length)
        .forEach(length -> refused(() -> pre.decodeHeader(Arrays.copyOf(header, length))));
    IntStream.of(0, 1, 30, 100, ciphertext.length - 1, ciphertext.length + 1)
        .forEach(length -> refused(() -> pre.decodeCiphertext(Arrays.copyOf(ciphertext, length))));
    byte[] turned = sharing.turned().encode();
    IntStream.of(0, 1, 500, turned.length - 1, turned.length + 1)
        .forEach(length -> refused(() -> pre.decodeReEncrypted(Arrays.copyOf(turned, length))));
    refused(() -> pre.decodeCiphertext(header));
    refused(() -> pre.decodeHeader(ciphertext));
  }

  private static void refused(Runnable decoding) {
    assertThatThrownBy(decoding::run).isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void matches_shouldHold_onlyForTheSameSymptomOfTheSamePatient() {
    ScopedHeader header = sharing.grantedCiphertext.header();
    Trapdoor right = pre.trapdoor(sharing.patient.secretKey(), Sharing.SYMPTOM);
    assertThat(pre.matches(right, header)).isTrue();
    assertThat(pre.matches(right, sharing.withheldCiphertext.header())).isTrue();
    assertThat(pre.matches(pre.trapdoor(sharing.patient.secretKey(), new byte[] {1}), header))
        .isFalse();
    assertThat(pre.matches(pre.trapdoor(pre.generate().secretKey(), Sharing.SYMPTOM), header))
        .isFalse();
  }

  @Test
  void header_shouldNotTellThatTwoRecordsAreOfOnePatientOrSymptom() {
    ScopedHeader one = sharing.grantedCiphertext.header();
    ScopedHeader other = sharing.withheldCiphertext.header();
    assertThat(one.c1()).isNotEqualTo(other.c1());
    assertThat(one.c3()).isNotEqualTo(other.c3());
    assertThat(one.c5()).isNotEqualTo(other.c5());
  }

  @Test
  void encrypt_shouldTakeAnEmptyRecordAndRefuseOneThatIsTooLarge() {
    ScopedCiphertext empty =
        pre.encrypt(sharing.patient.publicKey(), sharing.granted, Sharing.SYMPTOM, new byte[0]);
    assertThat(pre.decrypt(sharing.patient.secretKey(), empty)).isEmpty();
    byte[] tooLarge = new byte[ScopedCiphertext.MAX_PAYLOAD - Dem.OVERHEAD + 1];
    assertThatThrownBy(
            () ->
                pre.encrypt(
                    sharing.patient.publicKey(), sharing.granted, Sharing.SYMPTOM, tooLarge))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void reEncrypt_shouldServeManyRecords_withOneDelegation() {
    ReEncryptionKey second = pre.reKey(sharing.patient.secretKey(), sharing.withheld, sharing.x);
    ReEncryptedRecord turned = pre.reEncrypt(second, sharing.sealed, sharing.withheldCiphertext);
    assertThat(
            pre.decrypt(sharing.doctor.secretKey(), sharing.grantDigest, sharing.withheld, turned))
        .isEqualTo(Sharing.SECRET_DIAGNOSIS);
  }

  @Test
  void reEncrypt_shouldRefuse_whenSealIsNoSeal() {
    assertThatThrownBy(
            () -> pre.reEncrypt(sharing.reKey, new byte[1025], sharing.grantedCiphertext))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void decrypt_shouldFail_whenSealedDelegationHasAnotherLength() {
    byte[] info =
        CanonicalWriter.of("epione.scoped.seal", 1)
            .text(DomainTag.SCOPED_SEAL.text())
            .fixed(sharing.grantDigest, 32)
            .toByteArray();
    byte[] sealed = suite.hpke().seal(sharing.doctor.publicKey(), info, new byte[0], new byte[31]);
    ReEncryptedRecord turned = pre.reEncrypt(sharing.reKey, sealed, sharing.grantedCiphertext);
    assertThatThrownBy(
            () ->
                pre.decrypt(
                    sharing.doctor.secretKey(), sharing.grantDigest, sharing.granted, turned))
        .isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void restore_shouldRefuse_whenSecretIsZero() {
    refused(() -> pre.restore(SecretBytes.of(new byte[32])));
  }

  @Test
  void secrets_shouldShowNothingAndStop_whenPrintedAndClosed() {
    PatientKeyPair pair = pre.generate();
    assertThat(pair.secretKey()).hasToString("PatientSecretKey");
    assertThat(sharing.x).hasToString("DelegationSecret");
    assertThat(sharing.reKey).hasToString("ReEncryptionKey");
    pair.close();
    assertThatThrownBy(() -> pre.trapdoor(pair.secretKey(), Sharing.SYMPTOM))
        .isInstanceOf(IllegalStateException.class);
    sharing.x.close();
    assertThatThrownBy(
            () -> pre.reKey(sharing.patient.secretKey(), RecordId.of(new byte[16]), sharing.x))
        .isInstanceOf(IllegalStateException.class);
  }
}
