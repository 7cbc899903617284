package org.epione.crypto.scheme.pre.liu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.epione.crypto.Suites;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.Aead;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.Dem;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.scheme.pre.PatientKeyPair;
import org.epione.crypto.scheme.pre.ScopedReEncryption;
import org.epione.crypto.scheme.pre.SearchTag;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;

/**
 * The weaknesses of the paper's scheme, carried out: why it is never the default. Those that SCOPED
 * withstands are tried on it in {@code ScopedCollusionAttackTest}.
 */
class LiuAttackTest {

  private final LiuSharing sharing = new LiuSharing(Suites.blst("liu-attack"));
  private final LiuReEncryption liu = sharing.liu;
  private final BilinearGroup group = BlstGroup.load();
  private final LiuParameters parameters = LiuParameters.in(group);

  /** What proxy and doctor compute from rk and the doctor's own key: x_j = x_s / rk. */
  private LiuSecretKey pooled() {
    try (SecretScalar inverse = sharing.reKey.rk().inverse()) {
      return new LiuSecretKey(group, sharing.doctor.secretKey().x().multiply(inverse));
    }
  }

  @Test
  void proxyAndDoctor_shouldHoldThePatientsPrivateKey_whenTheyPoolRkAndTheDoctorsKey() {
    assertThat(pooled().export()).isEqualTo(sharing.patient.secretKey().export());
  }

  @Test
  void proxyAndDoctor_shouldReadEveryRecord_evenThoseOfLaterAndNeverAskedFor() {
    LiuSecretKey stolen = pooled();
    LiuCiphertext later = sharing.encrypt(sharing.patient, LiuSharing.SYMPTOM, new byte[] {7});
    assertThat(liu.decrypt(stolen, sharing.shared)).isEqualTo(LiuSharing.DIAGNOSIS);
    assertThat(liu.decrypt(stolen, sharing.unasked)).isEqualTo(LiuSharing.SECRET_DIAGNOSIS);
    assertThat(liu.decrypt(stolen, later)).containsExactly(7);
    LiuTrapdoor forged = liu.trapdoor(stolen, LiuSharing.OTHER_SYMPTOM);
    assertThat(liu.matches(forged, sharing.unasked)).isTrue();
  }

  @Test
  void proxyAndPatient_shouldHoldTheDoctorsPrivateKey_whenTheyPool() {
    SecretScalar x = sharing.patient.secretKey().x().multiply(sharing.reKey.rk());
    assertThat(new LiuSecretKey(group, x).export()).isEqualTo(sharing.doctor.secretKey().export());
  }

  @Test
  void proxy_shouldTurnRecordsNobodyAskedFor_andTheDoctorsTowardsThePatient() {
    assertThat(
            liu.decrypt(sharing.doctor.secretKey(), liu.reEncrypt(sharing.reKey, sharing.unasked)))
        .isEqualTo(LiuSharing.SECRET_DIAGNOSIS);
    LiuCiphertext doctors = sharing.encrypt(sharing.doctor, LiuSharing.SYMPTOM, new byte[] {8});
    LiuReEncryptionKey reversed =
        new LiuReEncryptionKey(
            sharing.doctor.publicKey(), sharing.patient.publicKey(), sharing.reKey.rk().inverse());
    assertThat(liu.decrypt(sharing.patient.secretKey(), liu.reEncrypt(reversed, doctors)))
        .containsExactly(8);
  }

  @Test
  void proxy_shouldReadNothing_whenItIsAlone() {
    G1 c2 = sharing.shared.c2();
    G2 hat = group.generatorG2();
    try (SecretScalar inverse = sharing.reKey.rk().inverse()) {
      for (Gt attempt :
          List.of(
              group.pair(c2, hat),
              group.pair(sharing.reKey.rk().raise(c2), hat),
              group.pair(inverse.raise(c2), hat),
              group.pair(group.generatorG1(), sharing.shared.c1()),
              group.pair(sharing.patient.publicKey().element(), sharing.shared.c1()),
              group.pair(c2.multiply(sharing.shared.c5()), hat))) {
        assertThat(opens(attempt)).isFalse();
      }
    }
    G1 gr = sharing.patient.secretKey().inverse().raise(c2);
    assertThat(opens(group.pair(gr, hat))).as("the right element does open it").isTrue();
  }

  private boolean opens(Gt k) {
    LiuCiphertext of = sharing.shared;
    byte[] associatedData =
        CanonicalWriter.of("epione.liu.payload", 1)
            .fixed(of.record().bytes(), 16)
            .fixed(of.c1().encode(), G2.LENGTH)
            .fixed(of.c3().bytes(), SearchTag.LENGTH)
            .toByteArray();
    try (SecretBytes shared = k.toSecret()) {
      new Dem(new Aead(sharing.suite.random()))
          .open(shared, DomainTag.LIU_PAYLOAD, associatedData, of.c4().bytes());
      return true;
    } catch (DecryptionFailedException e) {
      return false;
    }
  }

  private static Scalar hash(byte[] symptom) {
    return Scalar.hash(DomainTag.LIU_SYMPTOM, symptom);
  }

  /** e(PK, T) = e(g, g2)^t: whether the trapdoor is for this symptom. */
  private boolean guess(LiuTrapdoor trapdoor, byte[] symptom) {
    return group
        .pair(sharing.patient.publicKey().element(), trapdoor.element())
        .equals(group.pair(group.generatorG1().power(hash(symptom)), parameters.g2()));
  }

  @Test
  void holderOfOneTrapdoor_shouldSearchForEverySymptom_whenItsOwnIsGuessed() {
    LiuTrapdoor trapdoor = liu.trapdoor(sharing.patient.secretKey(), LiuSharing.SYMPTOM);
    byte[] right =
        List.of("A00", "F32", "R05").stream()
            .map(code -> code.getBytes(StandardCharsets.UTF_8))
            .filter(code -> guess(trapdoor, code))
            .findFirst()
            .orElseThrow();
    assertThat(right).isEqualTo(LiuSharing.SYMPTOM);
    Scalar other = hash(LiuSharing.OTHER_SYMPTOM).multiply(hash(right).inverse());
    LiuTrapdoor made = new LiuTrapdoor(trapdoor.element().power(other));
    assertThat(made).isEqualTo(liu.trapdoor(sharing.patient.secretKey(), LiuSharing.OTHER_SYMPTOM));
    assertThat(liu.matches(made, sharing.unasked)).isTrue();
  }

  @Test
  void strangerWithoutTrapdoor_shouldNotConfirmEvenTheRightSymptom() {
    LiuCiphertext of = sharing.shared;
    Scalar t = hash(LiuSharing.SYMPTOM);
    G2 g2t = parameters.g2().power(t);
    G1 pk = sharing.patient.publicKey().element();
    for (Gt attempt :
        List.of(
            group.pair(of.c2(), g2t),
            group.pair(of.c5(), g2t),
            group.pair(pk, g2t),
            group.pair(group.generatorG1().power(t), of.c1()),
            group.pair(pk.power(t), of.c1()))) {
      assertThat(SearchTag.of(attempt, DomainTag.LIU_MATCH)).isNotEqualTo(of.c3());
    }
  }

  @Test
  void validity_shouldStillHold_whenC2AndC5AreChangedByInverseFactors() {
    LiuCiphertext of = sharing.shared;
    G1 factor = group.generatorG1();
    LiuCiphertext changed =
        new LiuCiphertext(
            of.record(),
            of.c1(),
            of.c2().multiply(factor),
            of.c3(),
            of.c4(),
            of.c5().multiply(factor.inverse()));
    assertThat(liu.isValid(sharing.patient.publicKey(), changed)).isTrue();
    assertThatThrownBy(() -> liu.decrypt(sharing.patient.secretKey(), changed))
        .isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void keysAndCiphertexts_shouldBeRefused_byTheOtherSuite() {
    ScopedReEncryption scoped = sharing.suite.reEncryption();
    PatientKeyPair keys = scoped.generate();
    byte[] ciphertext =
        scoped
            .encrypt(keys.publicKey(), sharing.shared.record(), LiuSharing.SYMPTOM, new byte[] {1})
            .encode();
    byte[] trapdoor = scoped.trapdoor(keys.secretKey(), LiuSharing.SYMPTOM).encode();
    for (Runnable attempt :
        List.<Runnable>of(
            () -> liu.decodeCiphertext(ciphertext),
            () -> liu.restore(keys.secretKey().export()),
            () -> liu.decodePublicKey(keys.publicKey().encode()),
            () -> liu.decodePublicKey(trapdoor),
            () -> liu.decodeTrapdoor(keys.publicKey().encode()),
            () -> scoped.decodeCiphertext(sharing.shared.encode()),
            () -> scoped.decodeHeader(sharing.shared.encode()),
            () -> scoped.restore(sharing.patient.secretKey().export()),
            () -> scoped.decodePublicKey(sharing.patient.publicKey().encode()),
            () -> scoped.decodeTrapdoor(sharing.patient.publicKey().encode()),
            () -> scoped.decodeReEncryptionKey(sharing.patient.publicKey().encode()))) {
      assertThatThrownBy(attempt::run).isInstanceOf(MalformedEncodingException.class);
    }
  }
}
