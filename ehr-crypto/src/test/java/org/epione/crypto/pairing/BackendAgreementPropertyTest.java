package org.epione.crypto.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epione.crypto.pairing.BackendPair.Twin;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;

/**
 * Two independent implementations give the same bytes, and refuse the same bytes, for random and
 * for extreme inputs. {@code -Depione.test.agreement=50} makes fifty times as many, {@code
 * -Depione.test.seed} others.
 */
class BackendAgreementPropertyTest {

  private static final int LEAST = Integer.getInteger("epione.test.agreement", 1);

  private final BackendPair backends = new BackendPair(Long.getLong("epione.test.seed", 1L));

  private static void times(int count, Runnable check) {
    for (int i = 0; i < Math.max(count, LEAST); i++) {
      check.run();
    }
  }

  @Test
  void hashToG1_shouldAgree() {
    DomainTag[] tags = DomainTag.values();
    times(
        1000,
        () -> {
          DomainTag tag = tags[backends.number(tags.length)];
          byte[] message = backends.bytes(backends.number(300));
          backends.same(group -> group.hashToG1(tag, message));
        });
  }

  @Test
  void hashToG2_shouldAgree() {
    times(
        60,
        () -> {
          byte[] message = backends.bytes(backends.number(300));
          backends.same(group -> group.hashToG2(DomainTag.SELF_TEST, message));
        });
  }

  @Test
  void g1_shouldAgree() {
    times(
        1000,
        () -> {
          Twin<G1> a = backends.g1();
          Twin<G1> b = backends.number(4) == 0 ? a.same(G1::inverse) : backends.g1();
          Scalar x = backends.exponent();
          Twin<G1> power = a.same(base -> base.power(x));
          assertThat(a.fast().prepared().power(x)).isEqualTo(power.fast());
          assertThat(a.fast().powerOfSecret(x)).isEqualTo(power.fast());
          Twin<G1> product = a.same(G1::multiply, b).same(G1::multiply, a).same(G1::inverse);
          assertThat(product.fast().isIdentity()).isEqualTo(product.portable().isIdentity());
          assertThat(a.fast().equals(b.fast())).isEqualTo(a.portable().equals(b.portable()));
        });
  }

  @Test
  void productOfPowersG1_shouldAgree() {
    times(
        200,
        () -> {
          List<Twin<G1>> bases = backends.several(backends.number(6));
          List<Scalar> exponents = backends.exponents(bases.size());
          Twin.check(
              backends.fast.productOfPowersG1(bases.stream().map(Twin::fast).toList(), exponents),
              backends.portable.productOfPowersG1(
                  bases.stream().map(Twin::portable).toList(), exponents));
        });
  }

  @Test
  void g2_shouldAgree() {
    times(
        200,
        () -> {
          Twin<G2> a = backends.g2();
          Twin<G2> b = backends.number(4) == 0 ? a.same(G2::inverse) : backends.g2();
          Scalar x = backends.exponent();
          Twin<G2> power = a.same(base -> base.power(x));
          assertThat(a.fast().prepared().power(x)).isEqualTo(power.fast());
          assertThat(a.fast().powerOfSecret(x)).isEqualTo(power.fast());
          Twin<G2> product = a.same(G2::multiply, b).same(G2::multiply, a).same(G2::inverse);
          assertThat(product.fast().isIdentity()).isEqualTo(product.portable().isIdentity());
          Twin.check(
              backends.fast.productOfPowersG2(
                  List.of(a.fast(), b.fast()), List.of(x, Scalar.of(3))),
              power.portable().multiply(b.portable().power(Scalar.of(3))));
        });
  }

  @Test
  void gt_shouldAgree() {
    times(
        100,
        () -> {
          Twin<Gt> a = backends.gt();
          Twin<Gt> b = backends.number(4) == 0 ? a.same(Gt::inverse) : backends.gt();
          Scalar x = backends.exponent();
          Twin<Gt> power = a.same(base -> base.power(x));
          assertThat(a.fast().prepared().power(x)).isEqualTo(power.fast());
          Twin<Gt> product = a.same(Gt::multiply, b).same(Gt::multiply, a).same(Gt::inverse);
          assertThat(product.fast().isIdentity()).isEqualTo(product.portable().isIdentity());
          if (!product.fast().isIdentity()) {
            assertThat(backends.fast.decodeGt(product.portable().encode()))
                .isEqualTo(product.fast());
          }
        });
  }

  @Test
  void product_shouldAgree() {
    times(
        100,
        () -> {
          List<PairingTerm> fast = new ArrayList<>();
          List<PairingTerm> portable = new ArrayList<>();
          Twin<G2> right = backends.g2();
          for (Twin<G1> left : backends.several(backends.number(5))) {
            Twin<G2> other = backends.number(2) == 0 ? right : backends.g2();
            fast.add(new PairingTerm(left.fast(), other.fast()));
            portable.add(new PairingTerm(left.portable(), other.portable()));
          }
          Twin.check(backends.fast.product(fast), backends.portable.product(portable));
        });
  }

  @Test
  void areEqual_shouldAgree() {
    times(
        40,
        () -> {
          Twin<G1> left = backends.g1();
          Twin<G2> right = backends.g2();
          Scalar x = backends.exponent();
          Scalar y = backends.number(2) == 0 ? x : backends.exponent();
          Twin<G1> leftPower = left.same(base -> base.power(x));
          Twin<G2> rightPower = right.same(base -> base.power(y));
          assertThat(
                  backends.fast.areEqual(
                      new PairingTerm(leftPower.fast(), right.fast()),
                      new PairingTerm(left.fast(), rightPower.fast())))
              .isEqualTo(
                  backends.portable.areEqual(
                      new PairingTerm(leftPower.portable(), right.portable()),
                      new PairingTerm(left.portable(), rightPower.portable())));
        });
  }

  @Test
  void decodeG1_shouldAgreeOnItsVerdict() {
    int[] taken = new int[1];
    times(
        3000,
        () -> {
          byte[] encoded = changed(backends.fast.generatorG1().power(backends.full()).encode());
          taken[0] += backends.takes(BilinearGroup::decodeG1, encoded) ? 1 : 0;
        });
    assertThat(taken[0]).isGreaterThan(300);
  }

  @Test
  void decodeG2_shouldAgreeOnItsVerdict() {
    int[] taken = new int[1];
    times(
        1000,
        () -> {
          byte[] encoded = changed(backends.fast.generatorG2().power(backends.full()).encode());
          taken[0] += backends.takes(BilinearGroup::decodeG2, encoded) ? 1 : 0;
        });
    assertThat(taken[0]).isGreaterThan(100);
  }

  @Test
  void decodeGt_shouldAgreeOnItsVerdict() {
    byte[] value =
        backends.fast.pair(backends.fast.generatorG1(), backends.fast.generatorG2()).encode();
    times(100, () -> backends.takes(BilinearGroup::decodeGt, changed(value)));
  }

  /** As it is, or other: a bit, flags, the length, a coordinate beyond the modulus, all random. */
  private byte[] changed(byte[] encoded) {
    int place = backends.number(encoded.length);
    switch (backends.number(8)) {
      case 0, 1 -> encoded[place] ^= (byte) (1 << backends.number(8));
      case 2 -> encoded[0] ^= (byte) (0xe0 & backends.number(256));
      case 3 -> {
        return Arrays.copyOf(encoded, backends.number(200));
      }
      case 4 -> {
        byte[] beyond =
            BilinearGroupContract.to48(
                PrimeField.MODULUS.add(BigInteger.valueOf(backends.number(50))));
        beyond[0] |= (byte) (encoded[0] & 0xe0);
        System.arraycopy(beyond, 0, encoded, 0, PrimeField.LENGTH);
      }
      case 5 -> {
        byte[] random = backends.bytes(encoded.length);
        random[0] = (byte) (encoded[0] & 0xe0 | random[0] & 0x0f);
        return random;
      }
      default -> {
        return encoded;
      }
    }
    return encoded;
  }
}
