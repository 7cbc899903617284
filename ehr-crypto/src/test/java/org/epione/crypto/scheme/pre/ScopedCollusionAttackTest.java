package org.epione.crypto.scheme.pre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;

/**
 * What succeeds against LIU ({@code LiuAttackTest}), tried on SCOPED: system manager and doctor
 * pool the re-encryption keys, delegation secrets and trapdoors of several grants. In LIU they hold
 * exponents and divide; here all that they ever get is elements of G1.
 */
class ScopedCollusionAttackTest {

  private final CryptoSuite suite = Suites.blst("collusion");
  private final BilinearGroup group = BlstGroup.load();
  private final Sharing sharing = new Sharing(suite);
  private final ScopedReEncryption pre = sharing.pre;
  private final ScopedHashes hashes = new ScopedHashes(group);
  private final PatientSecretKey patient = sharing.patient.secretKey();
  private final DelegationSecret secondX = pre.newDelegation();
  private final ReEncryptionKey secondReKey = pre.reKey(patient, sharing.granted, secondX);
  private final Trapdoor trapdoor = pre.trapdoor(patient, Sharing.SYMPTOM);

  /** H_E(EID)^x: the key of one record, and what any attack must come to. */
  private G1 keyOf(RecordId record) {
    return patient.raise(hashes.record(record));
  }

  private G1 pooled(ReEncryptionKey reKey, DelegationSecret x) {
    return reKey.element().multiply(hashes.delegation(x, sharing.granted));
  }

  @Test
  void proxyAndDoctor_shouldGetTheGrantedRecordsKeyAndNothingElse() {
    assertThat(pooled(sharing.reKey, sharing.x)).isEqualTo(keyOf(sharing.granted));
    assertThat(pooled(secondReKey, secondX))
        .as("a second grant of the record gives the same element again")
        .isEqualTo(keyOf(sharing.granted));
    assertThat(keyOf(sharing.granted)).isNotEqualTo(keyOf(sharing.withheld));
    G1 otherRecordsHash = hashes.delegation(sharing.x, sharing.withheld);
    assertThat(sharing.reKey.element().multiply(otherRecordsHash))
        .isNotEqualTo(keyOf(sharing.granted))
        .isNotEqualTo(keyOf(sharing.withheld));
  }

  @Test
  void proxyAndDoctor_shouldNotReachTheWithheldRecordsKey_byAnyProductOfWhatTheyHold() {
    G1 target = keyOf(sharing.withheld);
    List<G1> held =
        List.of(
            sharing.reKey.element(),
            secondReKey.element(),
            hashes.delegation(sharing.x, sharing.granted),
            hashes.delegation(secondX, sharing.granted),
            hashes.delegation(sharing.x, sharing.withheld),
            trapdoor.element(),
            hashes.record(sharing.granted),
            hashes.record(sharing.withheld),
            sharing.withheldCiphertext.header().c5());
    List<G1> reached = new ArrayList<>();
    products(held, 0, group.generatorG1().multiply(group.generatorG1().inverse()), reached::add);
    assertThat(reached).hasSize(19_683).doesNotContain(target).contains(keyOf(sharing.granted));
  }

  /** Every product of the elements and their inverses, each used at most once. */
  private static void products(List<G1> of, int from, G1 soFar, Consumer<G1> each) {
    if (from == of.size()) {
      each.accept(soFar);
      return;
    }
    products(of, from + 1, soFar, each);
    products(of, from + 1, soFar.multiply(of.get(from)), each);
    products(of, from + 1, soFar.multiply(of.get(from).inverse()), each);
  }

  @Test
  void doctorOfAnotherPatient_shouldNotUseHerKey_againstThisOne() {
    PatientKeyPair accomplice = pre.generate();
    ReEncryptionKey own = pre.reKey(accomplice.secretKey(), sharing.withheld, sharing.x);
    G1 key = own.element().multiply(hashes.delegation(sharing.x, sharing.withheld));
    assertThat(key).isNotEqualTo(keyOf(sharing.withheld));
    assertThat(key.multiply(sharing.reKey.element())).isNotEqualTo(keyOf(sharing.withheld));
  }

  @Test
  void sealedSecretsOfAllGrants_shouldOpenOnlyUnderTheirOwnGrant() {
    HpkeKeyPair doctor = sharing.doctor;
    byte[] secondGrant = Digest.of(new byte[] {9}).bytes();
    byte[] sealed = pre.sealDelegation(secondX, doctor.publicKey(), secondGrant);
    ReEncryptedRecord crossed = pre.reEncrypt(sharing.reKey, sealed, sharing.grantedCiphertext);
    for (byte[] grant : List.of(sharing.grantDigest, secondGrant)) {
      assertThat(opens(doctor, grant, crossed)).isFalse();
    }
    ReEncryptedRecord matching = pre.reEncrypt(secondReKey, sealed, sharing.grantedCiphertext);
    assertThat(opens(doctor, secondGrant, matching)).isTrue();
  }

  private boolean opens(HpkeKeyPair doctor, byte[] grant, ReEncryptedRecord turned) {
    try {
      pre.decrypt(doctor.secretKey(), grant, sharing.granted, turned);
      return true;
    } catch (DecryptionFailedException e) {
      return false;
    }
  }

  /** e(T, ĝ) = e(H_T(t), PK): whether the trapdoor is for this symptom. */
  private boolean guess(byte[] symptom) {
    return group.areEqual(
        new PairingTerm(trapdoor.element(), group.generatorG2()),
        new PairingTerm(hashes.symptom(symptom), sharing.patient.publicKey().element()));
  }

  @Test
  void holderOfATrapdoor_shouldConfirmItsSymptomButReachNoOther() {
    byte[] other = {1};
    assertThat(guess(Sharing.SYMPTOM)).as("documented leak").isTrue();
    assertThat(guess(other)).isFalse();
    G1 wanted = pre.trapdoor(patient, other).element();
    G1 known = hashes.symptom(Sharing.SYMPTOM);
    List<G1> reached = new ArrayList<>();
    products(
        List.of(trapdoor.element(), known, hashes.symptom(other), keyOf(sharing.granted)),
        0,
        group.generatorG1(),
        reached::add);
    assertThat(reached).doesNotContain(wanted);
  }

  @Test
  void strangerWithoutTrapdoor_shouldNotConfirmEvenTheRightSymptom() {
    ScopedHeader header = sharing.grantedCiphertext.header();
    G1 hashed = hashes.symptom(Sharing.SYMPTOM);
    for (Gt attempt :
        List.of(
            group.pair(hashed, header.c1()),
            group.pair(hashed, sharing.patient.publicKey().element()),
            group.pair(header.c5(), sharing.patient.publicKey().element()),
            group.pair(hashed.multiply(header.c5()), header.c1()),
            group.pair(keyOf(sharing.granted), header.c1()))) {
      assertThat(SearchTag.of(attempt, DomainTag.SCOPED_MATCH)).isNotEqualTo(header.c3());
    }
    Gt right = group.pair(trapdoor.element(), header.c1());
    assertThat(SearchTag.of(right, DomainTag.SCOPED_MATCH)).isEqualTo(header.c3());
  }
}
