package org.epione.crypto.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;

/** Both backends, and inputs for them that hold the same on each. */
final class BackendPair {

  /** The same element on both backends. */
  record Twin<T extends GroupElement>(T fast, T portable) {

    /** The same computation on both gives the same bytes; what it gave. */
    <R extends GroupElement> Twin<R> same(Function<T, R> computation) {
      return check(computation.apply(fast), computation.apply(portable));
    }

    /** The same computation with another gives the same bytes; what it gave. */
    <U extends GroupElement, R extends GroupElement> Twin<R> same(
        BiFunction<T, U, R> computation, Twin<U> other) {
      return check(
          computation.apply(fast, other.fast), computation.apply(portable, other.portable));
    }

    static <R extends GroupElement> Twin<R> check(R fast, R portable) {
      assertThat(fast.encode()).isEqualTo(portable.encode());
      return new Twin<>(fast, portable);
    }
  }

  final BilinearGroup fast = BlstGroup.load();
  final BilinearGroup portable = new BouncyCastleGroup();

  private final Random random;

  /** With inputs that follow from {@code seed}. */
  BackendPair(long seed) {
    random = new Random(seed);
  }

  /** The same computation gives the same bytes. */
  <R extends GroupElement> Twin<R> same(Function<BilinearGroup, R> computation) {
    return Twin.check(computation.apply(fast), computation.apply(portable));
  }

  /** Whether both take {@code encoded}; they must be of one mind. */
  boolean takes(BiFunction<BilinearGroup, byte[], ?> decoding, byte[] encoded) {
    boolean verdict = takes(fast, decoding, encoded);
    assertThat(takes(portable, decoding, encoded))
        .as("verdict on %s", new BigInteger(1, encoded).toString(16))
        .isEqualTo(verdict);
    return verdict;
  }

  private static boolean takes(
      BilinearGroup group, BiFunction<BilinearGroup, byte[], ?> decoding, byte[] encoded) {
    try {
      decoding.apply(group, encoded);
      return true;
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  /** Below {@code bound}. */
  int number(int bound) {
    return random.nextInt(bound);
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** An edge, a short, a half or a full exponent. */
  Scalar exponent() {
    return switch (random.nextInt(4)) {
      case 0 -> PowersContract.EDGES.get(random.nextInt(PowersContract.EDGES.size()));
      case 1 -> PowersContract.number(new BigInteger(random.nextInt(254), random));
      case 2 -> PowersContract.number(new BigInteger(128, random));
      default -> full();
    };
  }

  Scalar full() {
    return Scalar.reduceWide(bytes(Scalar.WIDE_LENGTH));
  }

  List<Scalar> exponents(int count) {
    return Stream.generate(this::exponent).limit(count).toList();
  }

  /** Any element, now and then the generator or the identity. */
  Twin<G1> g1() {
    return switch (random.nextInt(10)) {
      case 0 -> new Twin<>(fast.generatorG1(), portable.generatorG1());
      case 1 -> same(group -> group.generatorG1().multiply(group.generatorG1().inverse()));
      default -> {
        G1 element = fast.generatorG1().power(full());
        yield Twin.check(element, portable.decodeG1(element.encode()));
      }
    };
  }

  /** Any element, now and then the generator or the identity. */
  Twin<G2> g2() {
    return switch (random.nextInt(10)) {
      case 0 -> new Twin<>(fast.generatorG2(), portable.generatorG2());
      case 1 -> same(group -> group.generatorG2().multiply(group.generatorG2().inverse()));
      default -> {
        G2 element = fast.generatorG2().power(full());
        yield Twin.check(element, portable.decodeG2(element.encode()));
      }
    };
  }

  /** Any value, now and then the identity. */
  Twin<Gt> gt() {
    if (random.nextInt(10) == 0) {
      return same(group -> group.product(List.of()));
    }
    Gt value = fast.pair(fast.generatorG1().power(full()), fast.generatorG2());
    return Twin.check(value, portable.decodeGt(value.encode()));
  }

  /** Some elements, among which equal ones and inverses are frequent. */
  List<Twin<G1>> several(int count) {
    Twin<G1> first = g1();
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                switch (random.nextInt(4)) {
                  case 0 -> first;
                  case 1 -> first.same(G1::inverse);
                  default -> g1();
                })
        .toList();
  }
}
