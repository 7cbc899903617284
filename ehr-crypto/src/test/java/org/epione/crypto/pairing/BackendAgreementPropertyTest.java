package org.epione.crypto.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;
import org.epione.crypto.transcript.DomainTag;

/** Two independent implementations give the same bytes, and refuse the same bytes. */
class BackendAgreementPropertyTest {

  private final BilinearGroup blst = BlstGroup.load();
  private final BilinearGroup bouncyCastle = new BouncyCastleGroup();

  @Provide
  Arbitrary<Scalar> scalars() {
    return Arbitraries.bigIntegers()
        .between(BigInteger.ZERO, Scalar.ORDER.subtract(BigInteger.ONE))
        .map(BilinearGroupContract::to48)
        .map(Scalar::reduceWide);
  }

  private void same(Function<BilinearGroup, byte[]> computation) {
    assertThat(computation.apply(blst)).isEqualTo(computation.apply(bouncyCastle));
  }

  @Property(tries = 100)
  void hashToG1_shouldAgree(@ForAll byte[] message, @ForAll DomainTag tag) {
    same(group -> group.hashToG1(tag, message).encode());
  }

  @Property(tries = 15)
  void hashToG2_shouldAgree(@ForAll byte[] message, @ForAll DomainTag tag) {
    same(group -> group.hashToG2(tag, message).encode());
  }

  @Property(tries = 15)
  void gt_shouldAgree(@ForAll("scalars") Scalar a) {
    same(
        g -> {
          Gt value = g.pair(g.generatorG1(), g.generatorG2());
          return value.power(a).multiply(value.inverse()).encode();
        });
  }

  @Property(tries = 40)
  void g1_shouldAgree(@ForAll("scalars") Scalar a, @ForAll("scalars") Scalar b) {
    same(g -> g.generatorG1().power(a).multiply(g.generatorG1().power(b)).inverse().encode());
  }

  @Property(tries = 15)
  void g2_shouldAgree(@ForAll("scalars") Scalar a, @ForAll("scalars") Scalar b) {
    same(g -> g.generatorG2().power(a).multiply(g.generatorG2().power(b)).inverse().encode());
  }

  @Property(tries = 15)
  void product_shouldAgree(@ForAll("scalars") Scalar a, @ForAll("scalars") Scalar b) {
    same(
        g ->
            g.product(
                    List.of(
                        new PairingTerm(g.generatorG1().power(a), g.generatorG2()),
                        new PairingTerm(g.generatorG1(), g.generatorG2().power(b))))
                .multiply(g.pair(g.generatorG1(), g.generatorG2()))
                .encode());
  }

  @Property(tries = 15)
  void decodeGt_shouldReadWhatTheOtherWrote(@ForAll("scalars") Scalar a) {
    BigInteger nonZero = a.number().max(BigInteger.ONE);
    Scalar exponent = Scalar.of(1).multiply(Scalar.decode(to32(nonZero)));
    Gt one = blst.pair(blst.generatorG1().power(exponent), blst.generatorG2());
    Gt other = bouncyCastle.decodeGt(one.encode());
    assertThat(blst.decodeGt(other.encode())).isEqualTo(one);
    assertThat(one.multiply(blst.decodeGt(other.encode())).encode())
        .isEqualTo(other.multiply(other).encode());
  }

  @Property(tries = 200)
  void decode_shouldAgreeOnWhatItRefuses(@ForAll byte[] random) {
    byte[] left = Arrays.copyOf(random, G1.LENGTH);
    left[0] |= (byte) 0x80;
    byte[] right = Arrays.copyOf(random, G2.LENGTH);
    right[0] |= (byte) 0x80;
    same(group -> verdict(() -> group.decodeG1(left)));
    same(group -> verdict(() -> group.decodeG2(right)));
  }

  private static byte[] verdict(Runnable decoding) {
    try {
      decoding.run();
      return new byte[] {1};
    } catch (MalformedEncodingException e) {
      return new byte[] {0};
    }
  }

  private static byte[] to32(BigInteger number) {
    return Arrays.copyOfRange(BilinearGroupContract.to48(number), 16, 48);
  }
}
