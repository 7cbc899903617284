package org.epione.crypto.pairing.blst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;
import supranational.blst.P1;
import supranational.blst.P1_Affine;
import supranational.blst.P2;
import supranational.blst.P2_Affine;
import supranational.blst.PT;
import supranational.blst.Pairing;

/**
 * Each thing that the Java binding of blst does silently wrong, shown on the binding itself where
 * that is possible without killing the JVM, and shown to be out of reach through our wrapper. If a
 * new version of the binding behaves better, the first half of a test says so.
 */
class BlstHazardsTest {

  private final BilinearGroup group = BlstGroup.load();
  private final G1 g = group.generatorG1();
  private final G2 h = group.generatorG2();

  @Test
  void pair_shouldThrow_whenElementIsNull() {
    assertThat(BindingInOwnProcess.survives("nothing")).isTrue();
    assertThat(BindingInOwnProcess.survives("pair")).as("the binding kills the JVM").isFalse();

    assertThatThrownBy(() -> group.pair(null, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> group.pair(g, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> group.pair(null, h)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hash_shouldThrow_whenMessageIsNull() {
    assertThat(BindingInOwnProcess.survives("hash")).as("the binding kills the JVM").isFalse();

    assertThatThrownBy(() -> group.hashToG1(DomainTag.SELF_TEST, null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> group.hashToG2(DomainTag.SELF_TEST, null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> group.hashToG1(null, new byte[1]))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void operations_shouldThrow_whenOperandIsNull() {
    assertThat(BindingInOwnProcess.survives("add")).as("the binding kills the JVM").isFalse();

    assertThatThrownBy(() -> g.multiply(null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> h.multiply(null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> g.power(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> h.powerOfSecret(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> group.pair(g, h).multiply(null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> group.pair(g, h).power(null)).isInstanceOf(NullPointerException.class);
    List<Scalar> exponent = List.of(Scalar.of(2));
    assertThatThrownBy(() -> group.productOfPowersG1(Collections.singletonList(null), exponent))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> group.productOfPowersG2(Collections.singletonList(null), exponent))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> group.productOfPowersG1(List.of(g), Collections.singletonList(null)))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> group.decodeG1(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> group.decodeG2(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> group.decodeGt(null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void product_shouldBeOne_whenNothingIsPaired() {
    Pairing empty = new Pairing(true, "");
    empty.commit();
    assertThat(empty.as_fp12().is_one()).as("the binding returns what is in memory").isFalse();

    for (int i = 0; i < 100; i++) {
      group.pair(g.power(Scalar.of(i)), h);
      assertThat(group.product(List.of()).isIdentity()).isTrue();
    }
  }

  @Test
  void product_shouldNotCollapse_whenOneElementIsTheIdentity() {
    PT first = collapsing(P1.generator());
    PT second = collapsing(P1.generator().dup().dbl());
    assertThat(first.is_equal(second))
        .as("the binding takes different products for equal")
        .isTrue();

    G2 identity = h.multiply(h.inverse());
    PairingTerm empty = new PairingTerm(g, identity);
    assertThat(group.product(List.of(new PairingTerm(g, h), empty)))
        .isNotEqualTo(group.product(List.of(new PairingTerm(g.multiply(g), h), empty)))
        .isEqualTo(group.pair(g, h));
  }

  private static PT collapsing(P1 point) {
    Pairing pairing = new Pairing(true, "");
    pairing.raw_aggregate(P2_Affine.generator(), point.to_affine());
    pairing.raw_aggregate(new P2().to_affine(), P1_Affine.generator());
    pairing.commit();
    return pairing.as_fp12().final_exp();
  }

  @Test
  void power_shouldWork_whenNumberIsNegative() {
    P1 raw = P1.generator().dup();
    assertThatThrownBy(() -> raw.mult(BigInteger.valueOf(-3)))
        .as("the binding throws, and loses memory each time")
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(g.power(Scalar.of(-3))).isEqualTo(g.power(Scalar.of(3)).inverse());
    assertThat(h.power(Scalar.of(-3))).isEqualTo(h.power(Scalar.of(3)).inverse());
  }

  @Test
  void scalar_shouldRefuse_whenTheBindingWouldReduceSilently() {
    byte[] tooLarge = Scalar.ORDER.add(BigInteger.valueOf(5)).toByteArray();
    assertThat(tooLarge).hasSize(32);
    assertThat(new supranational.blst.Scalar().from_bendian(tooLarge).to_bendian())
        .as("the binding takes r + 5 for 5")
        .isEqualTo(Scalar.of(5).encode());
    assertThatThrownBy(() -> Scalar.decode(tooLarge))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void operations_shouldNotChangeTheirOperands_asTheBindingDoes() {
    P1 raw = P1.generator().dup();
    raw.add(P1.generator());
    assertThat(raw.is_equal(P1.generator())).as("the binding changes the receiver").isFalse();
    PT value = new PT(P2_Affine.generator(), P1_Affine.generator()).final_exp();
    assertThat(value.sqr()).as("and hands it out again").isSameAs(value);

    byte[] before = g.encode();
    g.multiply(g);
    g.inverse();
    g.power(Scalar.of(9));
    group.hashToG1(DomainTag.SELF_TEST, before);
    assertThat(g.encode()).isEqualTo(before);
    assertThat(group.generatorG1()).isEqualTo(BlstGroup.load().generatorG1());
  }

  @Test
  void powers_shouldNotShareMemory_withTablesOrWithEachOther() {
    G1 base = group.hashToG1(DomainTag.SELF_TEST, new byte[1]).prepared();
    G2 base2 = h.power(Scalar.of(5)).prepared();
    Gt value = group.pair(base, base2).prepared();
    for (int i = 0; i < 3; i++) {
      // Exponent 1 is one step: were its result an element of a table, the next would be wrong.
      G1 once = base.power(Scalar.of(1));
      G2 once2 = base2.power(Scalar.of(1));
      Gt onceValue = value.power(Scalar.of(1));
      once.multiply(once).inverse();
      once2.multiply(once2).inverse();
      onceValue.multiply(onceValue).inverse();
      value.inverse();
      G1 together = group.productOfPowersG1(List.of(g), List.of(Scalar.of(1)));
      together.multiply(together);
      assertThat(once).isEqualTo(base);
      assertThat(once2).isEqualTo(base2);
      assertThat(onceValue).isEqualTo(value);
      assertThat(together).isEqualTo(g);
      assertThat(value.power(Scalar.of(-1)).multiply(value).isIdentity()).isTrue();
    }
  }

  /** What tables rely on, in blst's affine addition too; many libraries get these cases wrong. */
  @Test
  void addition_shouldBeComplete_inTheBinding() {
    P1 p = P1.generator();
    P2 q = P2.generator();
    assertThat(p.dup().add(p.dup()).is_equal(p.dup().dbl())).isTrue();
    assertThat(p.dup().add(p.to_affine()).is_equal(p.dup().dbl())).isTrue();
    assertThat(p.dup().add(p.dup().neg()).is_inf()).isTrue();
    assertThat(p.dup().add(p.dup().neg().to_affine()).is_inf()).isTrue();
    assertThat(q.dup().add(q.dup()).is_equal(q.dup().dbl())).isTrue();
    assertThat(q.dup().add(q.to_affine()).is_equal(q.dup().dbl())).isTrue();
    assertThat(q.dup().add(q.dup().neg()).is_inf()).isTrue();
    assertThat(q.dup().add(q.dup().neg().to_affine()).is_inf()).isTrue();
    P1 alias = p.dup();
    assertThat(alias.add(alias).is_equal(p.dup().dbl())).isTrue();
    P2 alias2 = q.dup();
    assertThat(alias2.add(alias2).is_equal(q.dup().dbl())).isTrue();
    PT value = new PT(q.to_affine(), p.to_affine()).final_exp();
    PT aliasValue = value.dup();
    assertThat(aliasValue.mul(aliasValue).is_equal(value.dup().sqr())).isTrue();
  }

  @Test
  void infinity_shouldBeNeutral_inTheBinding() {
    P1 p = P1.generator();
    P1 none = p.dup().add(p.dup().neg());
    assertThat(none.is_equal(new P1())).isTrue();
    assertThat(none.to_affine().is_inf()).isTrue();
    assertThat(none.dup().dbl().is_inf()).isTrue();
    assertThat(none.dup().neg().is_inf()).isTrue();
    assertThat(p.dup().add(none).is_equal(p)).isTrue();
    assertThat(p.dup().add(none.to_affine()).is_equal(p)).isTrue();
    assertThat(new P1().add(p).is_equal(p)).isTrue();
    assertThat(new P1().add(p.to_affine()).is_equal(p)).isTrue();
    P2 q = P2.generator();
    P2 none2 = q.dup().add(q.dup().neg());
    assertThat(none2.to_affine().is_inf()).isTrue();
    assertThat(none2.dup().dbl().is_inf()).isTrue();
    assertThat(q.dup().add(none2.to_affine()).is_equal(q)).isTrue();
    assertThat(new P2().add(q.to_affine()).is_equal(q)).isTrue();
  }

  @Test
  void decode_shouldRefuseTheIdentity_whichTheBindingTakes() {
    byte[] identity = new byte[48];
    identity[0] = (byte) 0xc0;
    assertThat(new P1_Affine(identity).in_group()).as("the binding takes it").isTrue();
    assertThatThrownBy(() -> group.decodeG1(identity))
        .isInstanceOf(MalformedEncodingException.class);
    byte[] identity2 = Arrays.copyOf(identity, 96);
    assertThat(new P2_Affine(identity2).in_group()).isTrue();
    assertThatThrownBy(() -> group.decodeG2(identity2))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void constants_shouldStay_whenWhatTheBindingHandsOutIsChanged() {
    P1.generator().dbl();
    P2.generator().dbl();
    PT.one().mul(new PT(P2_Affine.generator(), P1_Affine.generator()));
    assertThat(BlstGroup.load().generatorG1()).isEqualTo(g);
    assertThat(BlstGroup.load().generatorG2()).isEqualTo(h);
    assertThat(group.product(List.of()).isIdentity()).isTrue();
  }

  @Test
  void decode_shouldRefuse_whenTheBindingOnlyChecksTheCurve() {
    int onCurveButWrongOrder = 0;
    for (int x = 0; x < 50; x++) {
      byte[] encoded = new byte[48];
      encoded[0] = (byte) 0x80;
      encoded[47] = (byte) x;
      if (accepts(encoded)) {
        onCurveButWrongOrder++;
        assertThatThrownBy(() -> group.decodeG1(encoded))
            .isInstanceOf(MalformedEncodingException.class);
      }
    }
    assertThat(onCurveButWrongOrder).isPositive();
  }

  private static boolean accepts(byte[] encoded) {
    try {
      return new P1_Affine(encoded).on_curve();
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Test
  void decode_shouldRefuse_whenTheBindingTakesUncompressedPoints() {
    byte[] uncompressed = P1.generator().serialize();
    assertThat(new P1_Affine(uncompressed).in_group()).isTrue();
    assertThatThrownBy(() -> group.decodeG1(uncompressed))
        .isInstanceOf(MalformedEncodingException.class);
    byte[] uncompressed2 = P2.generator().serialize();
    assertThatThrownBy(() -> group.decodeG2(uncompressed2))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void operations_shouldRefuse_whenElementIsOfTheOtherBackend() {
    BilinearGroup other = new BouncyCastleGroup();
    assertThatThrownBy(() -> group.pair(other.generatorG1(), h))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> g.multiply(other.generatorG1()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> other.generatorG2().multiply(h))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
