package org.epione.crypto.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;

/** What every pairing backend must do; each has a subclass that runs it. */
abstract class BilinearGroupContract {

  private static final Scalar A = Scalar.hash(DomainTag.SELF_TEST, new byte[] {7});
  private static final Scalar B = Scalar.hash(DomainTag.SELF_TEST, new byte[] {8});

  abstract BilinearGroup group();

  private G1 g() {
    return group().generatorG1();
  }

  private G2 h() {
    return group().generatorG2();
  }

  private G1 identityG1() {
    return g().multiply(g().inverse());
  }

  private G2 identityG2() {
    return h().multiply(h().inverse());
  }

  private static PairingTerm term(G1 left, G2 right) {
    return new PairingTerm(left, right);
  }

  @Test
  void generators_shouldBeTheStandardOnes() {
    assertThat(g().encode())
        .isEqualTo(
            HexFormat.of()
                .parseHex(
                    "97f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac58"
                        + "6c55e83ff97a1aeffb3af00adb22c6bb"));
    assertThat(h().encode())
        .isEqualTo(
            HexFormat.of()
                .parseHex(
                    "93e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049"
                        + "334cf11213945d57e5ac7d055d042b7e024aa2b2f08f0a91260805272dc51051"
                        + "c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"));
  }

  @Test
  void power_shouldFollowTheLawsOfExponents() {
    assertThat(g().power(A).power(B)).isEqualTo(g().power(A.multiply(B)));
    assertThat(g().power(A).multiply(g().power(B))).isEqualTo(g().power(A.add(B)));
    assertThat(h().power(A).power(B)).isEqualTo(h().power(A.multiply(B)));
    assertThat(h().power(A).multiply(h().power(B))).isEqualTo(h().power(A.add(B)));
  }

  @Test
  void power_shouldBeRight_whenExponentIsAnExtreme() {
    assertThat(g().power(Scalar.of(0)).isIdentity()).isTrue();
    assertThat(h().power(Scalar.of(0)).isIdentity()).isTrue();
    assertThat(g().power(Scalar.of(1))).isEqualTo(g());
    assertThat(g().power(Scalar.of(2))).isEqualTo(g().multiply(g()));
    assertThat(h().power(Scalar.of(2))).isEqualTo(h().multiply(h()));
    assertThat(g().power(Scalar.of(-1))).isEqualTo(g().inverse());
    assertThat(h().power(Scalar.of(-1))).isEqualTo(h().inverse());
    assertThat(identityG1().power(A).isIdentity()).isTrue();
    assertThat(identityG2().power(A).isIdentity()).isTrue();
  }

  @Test
  void multiply_shouldLeaveElementAlone_whenOtherIsIdentity() {
    assertThat(g().power(A).multiply(identityG1())).isEqualTo(g().power(A));
    assertThat(identityG2().multiply(h().power(A))).isEqualTo(h().power(A));
    assertThat(identityG1().inverse().isIdentity()).isTrue();
  }

  @Test
  void pair_shouldBeBilinear() {
    Gt expected = group().pair(g().power(A.multiply(B)), h());
    assertThat(group().pair(g().power(A), h().power(B))).isEqualTo(expected);
    assertThat(group().pair(g(), h().power(A.multiply(B)))).isEqualTo(expected);
    assertThat(group().pair(g().power(A), h()).multiply(group().pair(g().power(B), h())))
        .isEqualTo(group().pair(g().power(A.add(B)), h()));
    assertThat(expected.isIdentity()).isFalse();
  }

  @Test
  void product_shouldEqualTheProductOfPairings() {
    List<PairingTerm> terms = new ArrayList<>();
    Gt expected = group().product(List.of());
    for (int i = 1; i <= 17; i++) {
      PairingTerm term = term(g().power(Scalar.of(i)), h().power(Scalar.of(100 + i)));
      terms.add(term);
      expected = expected.multiply(group().pair(term.left(), term.right()));
    }
    assertThat(group().product(terms)).isEqualTo(expected);
  }

  @Test
  void product_shouldBeIdentity_whenThereAreNoTerms() {
    group().pair(g().power(A), h().power(B));
    assertThat(group().product(List.of()).isIdentity()).isTrue();
    assertThat(group().product(List.of())).isEqualTo(group().product(List.of()));
  }

  @Test
  void product_shouldBeIdentity_whenEveryTermHoldsTheIdentity() {
    List<PairingTerm> terms = List.of(term(identityG1(), h()), term(g(), identityG2()));
    group().pair(g().power(A), h().power(B));
    assertThat(group().product(terms).isIdentity()).isTrue();
  }

  @Test
  void product_shouldIgnoreATerm_whenItHoldsTheIdentity() {
    Gt one = group().pair(g().power(A), h());
    Gt other = group().pair(g().power(B), h());
    for (PairingTerm empty :
        List.of(
            term(g(), identityG2()), term(identityG1(), h()), term(identityG1(), identityG2()))) {
      assertThat(group().product(List.of(term(g().power(A), h()), empty))).isEqualTo(one);
      assertThat(group().product(List.of(empty, term(g().power(B), h())))).isEqualTo(other);
    }
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void areEqual_shouldTellApart_whenPairingsDiffer() {
    assertThat(group().areEqual(term(g().power(A), h()), term(g(), h().power(A)))).isTrue();
    assertThat(group().areEqual(term(g().power(A), h()), term(g(), h().power(B)))).isFalse();
    assertThat(group().areEqual(term(identityG1(), h()), term(g(), h()))).isFalse();
    assertThat(group().areEqual(term(g(), h()), term(g(), identityG2()))).isFalse();
  }

  @Test
  void elements_shouldNotChange_whenUsed() {
    G1 left = g().power(A);
    G2 right = h().power(B);
    Gt value = group().pair(left, right);
    byte[] leftBytes = left.encode();
    byte[] rightBytes = right.encode();
    byte[] valueBytes = value.encode();
    left.multiply(g());
    left.power(B);
    left.inverse();
    right.multiply(h());
    right.power(A);
    right.inverse();
    value.multiply(value);
    group().product(List.of(term(left, right), term(left, right)));
    left.encode()[0] ^= 1;
    right.encode()[0] ^= 1;
    value.encode()[0] ^= 1;
    assertThat(left.encode()).isEqualTo(leftBytes);
    assertThat(right.encode()).isEqualTo(rightBytes);
    assertThat(value.encode()).isEqualTo(valueBytes);
    assertThat(group().generatorG1().encode()).isEqualTo(g().encode());
  }

  @Test
  void elements_shouldGiveTheSame_whenSharedBetweenThreads() {
    G1 left = g().power(A);
    G2 right = h().power(B);
    Gt expected = group().pair(left, right);
    G1 power = left.power(B);
    assertThat(
            IntStream.range(0, 16)
                .parallel()
                .allMatch(
                    i ->
                        left.power(B).equals(power)
                            && group().pair(left, right).equals(expected)
                            && group()
                                .hashToG1(DomainTag.SELF_TEST, new byte[] {1})
                                .equals(group().hashToG1(DomainTag.SELF_TEST, new byte[] {1}))))
        .isTrue();
  }

  @Test
  void powerAndInverse_shouldFollowThePairing_whenInGt() {
    Gt value = group().pair(g(), h());
    Gt expected = group().pair(g().power(A), h());
    assertThat(value.power(A)).isEqualTo(expected);
    assertThat(value.prepared().power(A)).isEqualTo(expected);
    assertThat(value.power(Scalar.of(0)).isIdentity()).isTrue();
    assertThat(value.power(Scalar.of(1))).isEqualTo(value);
    assertThat(value.power(Scalar.of(-1))).isEqualTo(value.inverse());
    assertThat(expected.multiply(expected.inverse()).isIdentity()).isTrue();
    assertThat(group().product(List.of()).inverse().isIdentity()).isTrue();
  }

  @Test
  void prepared_shouldBeTheSameElement() {
    assertThat(g().power(A).prepared()).isEqualTo(g().power(A));
    assertThat(g().power(A).prepared().power(B)).isEqualTo(g().power(A).power(B));
    assertThat(h().power(A).prepared()).isEqualTo(h().power(A));
    assertThat(h().power(A).prepared().power(B)).isEqualTo(h().power(A).power(B));
  }

  @Test
  void productOfPowers_shouldEqualTheProductOfThePowers() {
    List<Scalar> exponents = List.of(A, B, Scalar.of(0), Scalar.of(-1));
    List<G1> lefts = new ArrayList<>();
    List<G2> rights = new ArrayList<>();
    G1 left = identityG1();
    G2 right = identityG2();
    for (int i = 0; i < exponents.size(); i++) {
      lefts.add(g().power(Scalar.of(i + 2)));
      rights.add(h().power(Scalar.of(i + 2)));
      left = left.multiply(lefts.get(i).power(exponents.get(i)));
      right = right.multiply(rights.get(i).power(exponents.get(i)));
    }
    assertThat(group().productOfPowersG1(lefts, exponents)).isEqualTo(left);
    assertThat(group().productOfPowersG2(rights, exponents)).isEqualTo(right);
    assertThat(group().productOfPowersG1(List.of(), List.of()).isIdentity()).isTrue();
    assertThat(group().productOfPowersG2(List.of(), List.of()).isIdentity()).isTrue();
    assertThatThrownBy(() -> group().productOfPowersG1(lefts, List.of(A)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> group().productOfPowersG2(rights, List.of(A)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hashToG2_shouldDiffer_whenTagOrMessageDiffers() {
    assertThat(
            List.of(
                group().hashToG2(DomainTag.SELF_TEST, new byte[0]),
                group().hashToG2(DomainTag.SELF_TEST, new byte[1]),
                group().hashToG2(DomainTag.BLS_SIGNATURE, new byte[0])))
        .doesNotHaveDuplicates();
  }

  @Test
  void hashToG1_shouldDiffer_whenTagOrMessageDiffers() {
    List<String> hashes = new ArrayList<>();
    for (DomainTag tag : DomainTag.values()) {
      for (byte[] message : List.of(new byte[0], new byte[1], new byte[2])) {
        hashes.add(HexFormat.of().formatHex(group().hashToG1(tag, message).encode()));
      }
    }
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void decode_shouldGiveBackTheElement_whenEncodedHere() {
    assertThat(group().decodeG1(g().power(A).encode())).isEqualTo(g().power(A));
    assertThat(group().decodeG2(h().power(A).encode())).isEqualTo(h().power(A));
    Gt value = group().pair(g().power(A), h().power(B));
    Gt decoded = group().decodeGt(value.encode());
    assertThat(decoded).isEqualTo(value).hasSameHashCodeAs(value);
    assertThat(decoded.multiply(group().pair(g().power(A).inverse(), h().power(B))).isIdentity())
        .isTrue();
  }

  @Test
  void decode_shouldRefuseTheIdentity() {
    refusedG1(identityG1().encode());
    refusedG2(identityG2().encode());
    refusedGt(group().product(List.of()).encode());
    refusedGt(new byte[Gt.LENGTH]);
  }

  @Test
  void decode_shouldRefuse_whenLengthIsWrong() {
    for (int length : new int[] {0, 1, 47, 49, 95, 96, 97, 575, 577, 1000}) {
      byte[] bytes = new byte[length];
      Arrays.fill(bytes, (byte) 0x80);
      refusedG1(bytes);
      refusedGt(bytes);
    }
    for (int length : new int[] {0, 48, 95, 97, 192, 193}) {
      byte[] bytes = new byte[length];
      Arrays.fill(bytes, (byte) 0x80);
      refusedG2(bytes);
    }
    refusedG1(Arrays.copyOf(g().encode(), 49));
    refusedG2(Arrays.copyOf(h().encode(), 97));
  }

  @Test
  void decode_shouldRefuse_whenFlagsAreNotThoseOfACompressedPoint() {
    for (int flags : new int[] {0x00, 0x20, 0x40, 0x60, 0xc0, 0xe0}) {
      byte[] left = g().encode();
      left[0] = (byte) (left[0] & 0x1f | flags);
      refusedG1(left);
      byte[] right = h().encode();
      right[0] = (byte) (right[0] & 0x1f | flags);
      refusedG2(right);
    }
    byte[] identityWithSign = new byte[48];
    identityWithSign[0] = (byte) 0xe0;
    refusedG1(identityWithSign);
  }

  @Test
  void decode_shouldRefuse_whenCoordinateIsNotReduced() {
    byte[] tooLarge = to48(PrimeField.MODULUS.add(BigInteger.ONE));
    tooLarge[0] |= (byte) 0x80;
    refusedG1(tooLarge);
    byte[] right = Arrays.copyOf(tooLarge, 96);
    refusedG2(right);
    byte[] value = group().pair(g(), h()).encode();
    BigInteger first = new BigInteger(1, Arrays.copyOf(value, 48));
    System.arraycopy(to48(first.add(PrimeField.MODULUS)), 0, value, 0, 48);
    refusedGt(value);
  }

  @Test
  void decode_shouldRefuse_whenPointIsOfAnotherOrderOrNotOnTheCurve() {
    for (int x = 0; x < 100; x++) {
      byte[] left = to48(BigInteger.valueOf(x));
      left[0] |= (byte) 0x80;
      refusedG1(left);
      byte[] right = Arrays.copyOf(left, 96);
      right[95] = (byte) x;
      refusedG2(right);
    }
  }

  @Test
  void decodeGt_shouldRefuse_whenAnyByteIsChanged() {
    byte[] value = group().pair(g().power(A), h()).encode();
    IntStream.iterate(0, i -> i < value.length, i -> i + 37)
        .forEach(i -> refusedGt(Tampering.flip(value, i)));
  }

  @Test
  void decodeGt_shouldRefuse_whenValueIsOfAnotherOrder() {
    byte[] minusOne = new byte[Gt.LENGTH];
    System.arraycopy(to48(PrimeField.MODULUS.subtract(BigInteger.ONE)), 0, minusOne, 0, 48);
    refusedGt(minusOne);
    byte[] two = new byte[Gt.LENGTH];
    two[47] = 2;
    refusedGt(two);
  }

  @Test
  void elements_shouldShowNothing_whenPrinted() {
    assertThat(g()).hasToString("G1");
    assertThat(h()).hasToString("G2");
    assertThat(group().pair(g(), h())).hasToString("Gt");
  }

  @Test
  void operations_shouldRefuse_whenElementIsMissingOrOfAnotherBackend() {
    for (G1 foreign : Arrays.asList(null, new ForeignG1())) {
      assertThatThrownBy(() -> g().multiply(foreign)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> group().pair(foreign, h()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> h().multiply(null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> group().pair(g(), null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> group().pair(g(), h()).multiply(null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void run_shouldPass_whenBackendIsSound() {
    SelfTest.run(group());
  }

  static byte[] to48(BigInteger number) {
    byte[] bytes = new byte[48];
    PrimeField.encode(number, bytes, 0);
    return bytes;
  }

  private void refusedG1(byte[] encoded) {
    assertThatThrownBy(() -> group().decodeG1(encoded))
        .isInstanceOf(MalformedEncodingException.class);
  }

  private void refusedG2(byte[] encoded) {
    assertThatThrownBy(() -> group().decodeG2(encoded))
        .isInstanceOf(MalformedEncodingException.class);
  }

  private void refusedGt(byte[] encoded) {
    assertThatThrownBy(() -> group().decodeGt(encoded))
        .isInstanceOf(MalformedEncodingException.class);
  }
}
