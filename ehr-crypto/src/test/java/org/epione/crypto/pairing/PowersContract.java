package org.epione.crypto.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;

/**
 * Tables and shared squarings change nothing but the time: every way to a power gives the element
 * that multiplications alone give.
 */
abstract class PowersContract {

  /** Where windows, teeth of a comb, signs and carries change: also all that are below 40. */
  static final List<Scalar> EDGES = edges();

  abstract BilinearGroup group();

  private static List<Scalar> edges() {
    List<Scalar> edges = new ArrayList<>();
    IntStream.range(-40, 41).mapToObj(Scalar::of).forEach(edges::add);
    BigInteger half = Scalar.ORDER.shiftRight(1);
    edges.add(number(half));
    edges.add(number(half.add(BigInteger.ONE)));
    for (int bit : new int[] {16, 31, 32, 63, 64, 100, 127, 128, 129, 160, 224, 253, 254}) {
      BigInteger power = BigInteger.ONE.shiftLeft(bit);
      edges.add(number(power));
      edges.add(number(power.subtract(BigInteger.ONE)));
      edges.add(number(power.add(BigInteger.ONE)));
    }
    return edges;
  }

  static Scalar number(BigInteger number) {
    byte[] wide = BilinearGroupContract.to48(number);
    return Scalar.decode(Arrays.copyOfRange(wide, 16, 48));
  }

  private G1 hashed(int i) {
    return group().hashToG1(DomainTag.SELF_TEST, new byte[] {(byte) i});
  }

  private G2 hashedG2(int i) {
    return group().generatorG2().power(Scalar.hash(DomainTag.SELF_TEST, new byte[] {(byte) i}));
  }

  private static <T> void same(T actual, T expected) {
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void prepared_shouldBeTheSameElement() {
    same(hashed(1).prepared(), hashed(1));
    same(hashedG2(1).prepared(), hashedG2(1));
    Gt value = group().pair(hashed(1), hashedG2(1));
    same(value.prepared(), value);
    same(value.prepared().prepared(), value);
    assertThat(hashed(1).prepared().multiply(hashed(1).inverse()).isIdentity()).isTrue();
  }

  @Test
  void power_shouldBeThatOfThePlainElement_whenPrepared() {
    G1 base = hashed(1);
    G1 prepared = base.prepared();
    G2 base2 = hashedG2(1);
    G2 prepared2 = base2.prepared();
    for (Scalar exponent : some(EDGES)) {
      same(prepared.power(exponent), base.powerOfSecret(exponent));
      same(prepared.powerOfSecret(exponent), base.powerOfSecret(exponent));
      same(prepared2.power(exponent), base2.powerOfSecret(exponent));
    }
  }

  /** All of them where that is cheap. */
  abstract List<Scalar> some(List<Scalar> scalars);

  @Test
  void power_shouldBeThePairingOfThePower_inGt() {
    G1 left = hashed(1);
    G2 right = hashedG2(1);
    Gt base = group().pair(left, right);
    Gt prepared = base.prepared();
    for (Scalar exponent : some(EDGES)) {
      Gt expected = group().pair(left.power(exponent), right);
      same(base.power(exponent), expected);
      same(prepared.power(exponent), expected);
    }
  }

  @Test
  void power_shouldBeIdentity_whenBaseIs() {
    G1 one = group().generatorG1().power(Scalar.of(0));
    G2 two = group().generatorG2().power(Scalar.of(0));
    Gt value = group().product(List.of());
    for (Scalar exponent : List.of(Scalar.of(0), Scalar.of(1), Scalar.of(-1), Scalar.of(77))) {
      assertThat(one.prepared().power(exponent).isIdentity()).isTrue();
      assertThat(two.prepared().power(exponent).isIdentity()).isTrue();
      assertThat(value.power(exponent).isIdentity()).isTrue();
      assertThat(value.prepared().power(exponent).isIdentity()).isTrue();
    }
  }

  @Test
  void inverse_shouldUndo_inGt() {
    Gt value = group().pair(hashed(1), hashedG2(1));
    same(value.inverse(), group().pair(hashed(1).inverse(), hashedG2(1)));
    same(value.inverse().inverse(), value);
    same(value.power(Scalar.of(-1)), value.inverse());
    Gt one = group().product(List.of());
    same(one.inverse(), one);
  }

  @Test
  void raise_shouldBeThePower_whenBaseIsPrepared() {
    try (SecretScalar secret = SecretScalar.random(new DeterministicRandomSource("raise"))) {
      same(secret.raise(hashed(1).prepared()), secret.use(hashed(1)::power));
      same(secret.raise(hashedG2(1).prepared()), secret.use(hashedG2(1)::power));
    }
  }

  @Test
  void raise_shouldNeverTakeATable() {
    G1 expected = hashed(1);
    G1 base =
        new ForeignG1() {
          @Override
          public G1 power(Scalar exponent) {
            throw new AssertionError("the way whose time depends on the exponent");
          }

          @Override
          public G1 powerOfSecret(Scalar exponent) {
            return expected;
          }
        };
    try (SecretScalar secret = SecretScalar.random(new DeterministicRandomSource("raise"))) {
      assertThat(secret.raise(base)).isSameAs(expected);
    }
  }

  @Test
  void productOfPowers_shouldBeRight_whenExponentsAreExtremeOrOfDifferentLengths() {
    for (int count : new int[] {1, 2, 3, 7}) {
      for (int start = 0; start + count <= some(EDGES).size(); start += 5) {
        List<Scalar> exponents = some(EDGES).subList(start, start + count);
        agree(IntStream.range(0, count).mapToObj(this::hashed).toList(), exponents);
      }
    }
  }

  @Test
  void productOfPowers_shouldBeRight_whenBasesAreEqualInverseOrTheIdentity() {
    G1 base = hashed(1);
    G1 identity = base.power(Scalar.of(0));
    Scalar large = number(Scalar.ORDER.shiftRight(2));
    for (Scalar x : List.of(Scalar.of(1), Scalar.of(3), large)) {
      for (G1 second : List.of(base, base.inverse(), identity, base.power(Scalar.of(2)))) {
        agree(List.of(base, second), List.of(x, x));
        agree(List.of(base, second, hashed(2)), List.of(x, x.negate(), x));
        agree(List.of(base.prepared(), second, hashed(2).prepared()), List.of(x, x, x));
      }
    }
  }

  private void agree(List<G1> bases, List<Scalar> exponents) {
    G1 expected = group().generatorG1().power(Scalar.of(0));
    for (int i = 0; i < bases.size(); i++) {
      expected = expected.multiply(bases.get(i).powerOfSecret(exponents.get(i)));
    }
    same(group().productOfPowersG1(bases, exponents), expected);
  }

  @Test
  void productOfPowers_shouldBeRight_inG2() {
    G2 base = hashedG2(1);
    List<G2> bases =
        List.of(base, base, base.inverse(), base.power(Scalar.of(0)), hashedG2(2).prepared());
    List<Scalar> exponents =
        List.of(
            Scalar.of(-7),
            number(BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE)),
            number(Scalar.ORDER.shiftRight(1)),
            Scalar.of(9),
            number(BigInteger.ONE.shiftLeft(200)));
    for (int count = 0; count <= bases.size(); count++) {
      G2 expected = base.power(Scalar.of(0));
      for (int i = 0; i < count; i++) {
        expected = expected.multiply(bases.get(i).powerOfSecret(exponents.get(i)));
      }
      same(
          group().productOfPowersG2(bases.subList(0, count), exponents.subList(0, count)),
          expected);
    }
  }

  @Test
  void prepared_shouldGiveTheSame_whenSharedBetweenThreads() {
    G1 prepared = hashed(1).prepared();
    Scalar exponent = number(Scalar.ORDER.shiftRight(3));
    G1 expected = hashed(1).powerOfSecret(exponent);
    assertThat(
            IntStream.range(0, 16)
                .parallel()
                .allMatch(i -> prepared.power(exponent).equals(expected)))
        .isTrue();
  }
}
