package org.epione.crypto.scheme.combined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityBasedSignaturesTest {

  private static final byte[] MESSAGE = {1, 2, 3};

  private final Practice practice = new Practice(Suites.blst("ibs"));
  private final IdentityBasedSignatures ibs = practice.ibs;
  private final BilinearGroup group = practice.parameters.group();
  private final IdentityBasedSignature signature = ibs.sign(practice.anna, MESSAGE);
  private final SecondLevel s = signature.elements();

  static List<CryptoSuite> suites() {
    return Suites.both();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void verify_shouldHold_onlyForSignerAndMessage(CryptoSuite suite) {
    Practice there = new Practice(suite);
    IdentityBasedSignature made = there.ibs.sign(there.anna, MESSAGE);
    assertThat(there.ibs.verify(Practice.ANNA, MESSAGE, made)).isTrue();
    assertThat(there.ibs.verify(Practice.BERT, MESSAGE, made)).isFalse();
    assertThat(there.ibs.verify(Practice.ANNA, new byte[] {1, 2}, made)).isFalse();
  }

  @Test
  void verify_shouldNotHold_underAnotherAuthority() {
    PublicParameters other = practice.authority.setup().parameters();
    assertThat(
            practice.suite.identityBasedSignatures(other).verify(Practice.ANNA, MESSAGE, signature))
        .isFalse();
  }

  @Test
  void verify_shouldNotHold_whenAnyByteIsChanged() {
    Tampering.everyByte(signature.encode())
        .forEach(changed -> assertThat(verifies(changed)).isFalse());
  }

  private boolean verifies(byte[] encoded) {
    try {
      return ibs.verify(Practice.ANNA, MESSAGE, ibs.decodeSignature(encoded));
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  @Test
  void verify_shouldNotHold_whenAnElementIsReplaced() {
    SecondLevel other = ibs.sign(practice.anna, new byte[] {9}).elements();
    for (SecondLevel changed :
        List.of(
            new SecondLevel(other.k0(), s.k1(), s.k2(), s.k3()),
            new SecondLevel(s.k0(), other.k1(), s.k2(), s.k3()),
            new SecondLevel(s.k0(), s.k1(), other.k2(), s.k3()),
            new SecondLevel(s.k0(), s.k1(), s.k2(), other.k3()),
            new SecondLevel(s.k0(), s.k2(), s.k1(), s.k3()),
            new SecondLevel(s.k0().inverse(), s.k1(), s.k2(), s.k3()))) {
      assertThat(ibs.verify(Practice.ANNA, MESSAGE, new IdentityBasedSignature(changed))).isFalse();
    }
  }

  @Test
  void verify_shouldNotHold_whenAnotherSignsInTheSignersName() {
    IdentityBasedSignature ofBert = ibs.sign(practice.bert, MESSAGE);
    assertThat(ibs.verify(Practice.ANNA, MESSAGE, ofBert)).isFalse();
    // Two signers' halves, and a signature moved by the quotient of the identities.
    SecondLevel b = ofBert.elements();
    G1 quotient = practice.anna.hashed().multiply(practice.bert.hashed().inverse());
    for (SecondLevel forged :
        List.of(
            new SecondLevel(b.k0(), s.k1(), b.k2(), b.k3()),
            new SecondLevel(b.k0(), b.k1(), b.k2(), b.k3().multiply(quotient)),
            new SecondLevel(
                b.k0(),
                b.k1(),
                b.k2(),
                b.k3().multiply(practice.parameters.hash(Practice.ANNA))))) {
      assertThat(ibs.verify(Practice.ANNA, MESSAGE, new IdentityBasedSignature(forged))).isFalse();
    }
  }

  @Test
  void verify_shouldNotHold_whenSignaturesOfTwoMessagesAreCombined() {
    SecondLevel two = ibs.sign(practice.anna, new byte[] {4}).elements();
    SecondLevel product =
        new SecondLevel(
            s.k0().multiply(two.k0()),
            s.k1().multiply(two.k1()),
            s.k2().multiply(two.k2()),
            s.k3().multiply(two.k3()));
    for (byte[] message : List.of(MESSAGE, new byte[] {4}, new byte[] {1, 2, 3, 4})) {
      assertThat(ibs.verify(Practice.ANNA, message, new IdentityBasedSignature(product))).isFalse();
    }
  }

  @Test
  void verify_shouldNotHold_withoutTheMasterKeyInIt() {
    // All of a signature but g^alpha, which anyone can make.
    PublicParameters pp = practice.parameters;
    Scalar t = Scalar.of(5);
    Scalar tau = Scalar.of(7);
    SecondLevel made =
        new SecondLevel(
            pp.a().power(t.add(tau)),
            pp.generator().power(t),
            pp.generator().power(tau),
            pp.hash(Practice.ANNA).power(t).multiply(pp.hash(MESSAGE).power(tau)));
    assertThat(ibs.verify(Practice.ANNA, MESSAGE, new IdentityBasedSignature(made))).isFalse();
  }

  @Test
  void rerandomisedSignature_shouldBeValidAndLookNew_soASignatureIdentifiesNothing() {
    // Known and stated: not strongly unforgeable. Anyone can do this without the key.
    PublicParameters pp = practice.parameters;
    Scalar t = Scalar.of(11);
    Scalar tau = Scalar.of(13);
    G1 shift = group.generatorG1().power(Scalar.of(17));
    SecondLevel other =
        new SecondLevel(
            s.k0().multiply(pp.a().power(t.add(tau))).multiply(shift),
            s.k1().multiply(pp.generator().power(t)),
            s.k2().multiply(pp.generator().power(tau)),
            s.k3()
                .multiply(pp.hash(Practice.ANNA).power(t))
                .multiply(pp.hash(MESSAGE).power(tau))
                .multiply(shift.inverse()));
    assertThat(ibs.verify(Practice.ANNA, MESSAGE, new IdentityBasedSignature(other))).isTrue();
    assertThat(List.of(other.k0(), other.k3())).doesNotContain(s.k0(), s.k3());
    assertThat(List.of(other.k1(), other.k2())).doesNotContain(s.k1(), s.k2());
    assertThat(ibs.verify(Practice.ANNA, new byte[] {9}, new IdentityBasedSignature(other)))
        .isFalse();
  }

  @Test
  void signature_shouldNotServeAsKey_andKeyNotAsSignature() {
    Pseudonym anna = Practice.ANNA;
    RecordKey key = practice.keys.derive(practice.anna, practice.record);
    byte[] named = practice.record.bytes();
    assertThat(ibs.verify(anna, named, new IdentityBasedSignature(key.elements()))).isFalse();
    RecordCiphertext ciphertext =
        practice.ibe.encrypt(anna, practice.record, Practice.DATA, Practice.DIAGNOSIS);
    RecordKey signed =
        new RecordKey(anna, practice.record, ibs.sign(practice.anna, named).elements());
    assertThatThrownBy(() -> practice.ibe.decrypt(signed, Practice.DATA, ciphertext))
        .isInstanceOf(org.epione.crypto.hybrid.DecryptionFailedException.class);
  }

  @Test
  void decodeSignature_shouldGiveItBackOrRefuse() {
    byte[] encoded = signature.encode();
    assertThat(encoded).hasSize(315);
    assertThat(ibs.decodeSignature(encoded)).isEqualTo(signature).hasSameHashCodeAs(signature);
    assertThat(signature).hasToString("IdentityBasedSignature");
    for (int length : new int[] {0, 1, 100, 314, 316}) {
      assertThatThrownBy(() -> ibs.decodeSignature(Arrays.copyOf(encoded, length)))
          .isInstanceOf(MalformedEncodingException.class);
    }
    byte[] identity = encoded.clone();
    Arrays.fill(identity, encoded.length - G1.LENGTH, encoded.length, (byte) 0);
    identity[encoded.length - G1.LENGTH] = (byte) 0xc0;
    assertThatThrownBy(() -> ibs.decodeSignature(identity))
        .isInstanceOf(MalformedEncodingException.class);
  }
}
