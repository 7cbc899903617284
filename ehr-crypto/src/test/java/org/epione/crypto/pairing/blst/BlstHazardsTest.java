package org.epione.crypto.pairing.blst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;
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
    // new PT(null, null) would kill the JVM.
    assertThatThrownBy(() -> group.pair(null, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> group.pair(g, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> group.pair(null, h)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void product_shouldBeOne_whenNothingIsPaired() {
    // as_fp12() would return whatever was in that memory.
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
    // mult(BigInteger) with a negative number throws and leaks.
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

    byte[] before = g.encode();
    g.multiply(g);
    g.inverse();
    g.power(Scalar.of(9));
    group.hashToG1(org.epione.crypto.transcript.DomainTag.SELF_TEST, before);
    assertThat(g.encode()).isEqualTo(before);
    assertThat(group.generatorG1()).isEqualTo(BlstGroup.load().generatorG1());
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
