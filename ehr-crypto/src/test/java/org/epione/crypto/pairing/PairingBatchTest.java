package org.epione.crypto.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.random.RandomSource;
import org.junit.jupiter.api.Test;

class PairingBatchTest {

  private final BilinearGroup group = BlstGroup.load();
  private final RandomSource random = new DeterministicRandomSource("batch");
  private final PairingBatch batch = new PairingBatch(group, random);
  private final List<Scalar> keys = List.of(Scalar.random(random), Scalar.random(random));

  private List<PairingEquation> equations(int count) {
    return IntStream.range(0, count).mapToObj(i -> equation(group, i)).toList();
  }

  /** e(h^k, ĝ)^-1 e(h, ĝ^k) with two keys in turn. */
  private PairingEquation equation(BilinearGroup in, int i) {
    Scalar key = keys.get(i % 2);
    G1 h = in.generatorG1().power(Scalar.random(random));
    return new PairingEquation(
        List.of(
            new PairingTerm(h.power(key).inverse(), in.generatorG2()),
            new PairingTerm(h, in.generatorG2().power(key))));
  }

  /** The same with an error in its first term. */
  private static PairingEquation wrong(PairingEquation equation, G1 error) {
    List<PairingTerm> terms = new ArrayList<>(equation.terms());
    PairingTerm first = terms.get(0);
    terms.set(0, new PairingTerm(first.left().multiply(error), first.right()));
    return new PairingEquation(terms);
  }

  private static List<PairingEquation> with(
      List<PairingEquation> equations, int at, PairingEquation other) {
    List<PairingEquation> changed = new ArrayList<>(equations);
    changed.set(at, other);
    return changed;
  }

  @Test
  void failing_shouldBeEmpty_whenAllHoldOrThereIsNone() {
    assertThat(batch.failing(List.of())).isEmpty();
    assertThat(batch.failing(equations(1))).isEmpty();
    assertThat(batch.failing(equations(10))).isEmpty();
  }

  @Test
  void failing_shouldAgree_onTheOtherBackend() {
    BilinearGroup other = new BouncyCastleGroup();
    List<PairingEquation> equations = List.of(equation(other, 0), equation(other, 1));
    PairingBatch there = new PairingBatch(other, random);
    assertThat(there.failing(equations)).isEmpty();
    assertThat(there.failing(with(equations, 1, wrong(equations.get(1), other.generatorG1()))))
        .containsExactly(1);
  }

  @Test
  void failing_shouldNameTheFault_atEachPosition() {
    List<PairingEquation> equations = equations(10);
    for (int i = 0; i < equations.size(); i++) {
      PairingEquation bad = wrong(equations.get(i), group.generatorG1());
      assertThat(batch.failing(with(equations, i, bad))).containsExactly(i);
    }
    assertThat(batch.failing(List.of(wrong(equations.get(0), group.generatorG1()))))
        .containsExactly(0);
  }

  @Test
  void failing_shouldNameBoth_whenTheirErrorsCancelInAProductWithoutCoefficients() {
    List<PairingEquation> equations = equations(4);
    G1 error = group.generatorG1().power(Scalar.random(random));
    List<PairingEquation> attack =
        with(
            with(equations, 1, wrong(equations.get(1), error)),
            3,
            wrong(equations.get(3), error.inverse()));
    PairingEquation naive =
        new PairingEquation(attack.stream().flatMap(each -> each.terms().stream()).toList());
    assertThat(naive.holdsIn(group)).as("what a product without coefficients says").isTrue();
    assertThat(batch.failing(attack)).containsExactly(1, 3);
    PairingBatch predictable = new PairingBatch(group, length -> filled(length));
    assertThat(predictable.failing(attack))
        .as("coefficients that are equal are as good as none")
        .isEmpty();
  }

  private static byte[] filled(int length) {
    byte[] bytes = new byte[length];
    bytes[length - 1] = 7;
    return bytes;
  }

  @Test
  void failing_shouldNameBoth_whenErrorsCancelUnderGuessedCoefficients() {
    List<PairingEquation> equations = equations(2);
    for (int guess = 1; guess <= 8; guess++) {
      G1 error = group.generatorG1();
      List<PairingEquation> attack =
          List.of(
              wrong(equations.get(0), error.power(Scalar.of(guess))),
              wrong(equations.get(1), error.inverse()));
      assertThat(batch.failing(attack)).containsExactly(0, 1);
    }
  }

  @Test
  void failing_shouldTreatEachByItself_whenOneOccursTwice() {
    PairingEquation good = equations(1).get(0);
    PairingEquation bad = wrong(good, group.generatorG1());
    assertThat(batch.failing(List.of(good, good, good))).isEmpty();
    assertThat(batch.failing(List.of(bad, good, bad))).containsExactly(0, 2);
    assertThat(batch.failing(List.of(bad, wrong(good, group.generatorG1().inverse()))))
        .containsExactly(0, 1);
  }

  @Test
  void failing_shouldTakeOneProductWithATermForEachRightSide_whenAllHold() {
    List<Integer> products = new ArrayList<>();
    BilinearGroup counting =
        (BilinearGroup)
            Proxy.newProxyInstance(
                BilinearGroup.class.getClassLoader(),
                new Class<?>[] {BilinearGroup.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("product")) {
                    products.add(((List<?>) arguments[0]).size());
                  }
                  return method.invoke(group, arguments);
                });
    new PairingBatch(counting, random).failing(equations(10));
    assertThat(products).containsExactly(3);
  }

  @Test
  void decoding_shouldRefuseAnErrorOfOrderThree_whichOneBatchInThreeWouldLetPass() {
    // (0, 2) is on the curve y^2 = x^3 + 4 and its tangent there meets it nowhere else.
    byte[] orderThree = new byte[G1.LENGTH];
    orderThree[0] = (byte) 0x80;
    assertThatThrownBy(() -> group.decodeG1(orderThree))
        .isInstanceOf(MalformedEncodingException.class);
  }
}
