package org.epione.crypto.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * RFC 9380 appendix J.9.1 (BLS12381G1_XMD:SHA-256_SSWU_RO_, all five), and hashes under the two BLS
 * tags as published by an independent implementation (uncompressed coordinates).
 */
class HashToG1VectorsTest {

  private static final List<BilinearGroup> GROUPS =
      List.of(BlstGroup.load(), new BouncyCastleGroup());

  private record Vector(DomainTag tag, byte[] message, String x, String y) {}

  private static Vector rfc(String message, String x, String y) {
    return new Vector(DomainTag.SELF_TEST, message.getBytes(StandardCharsets.US_ASCII), x, y);
  }

  private static Vector bls(DomainTag tag, String message, String x, String y) {
    return new Vector(tag, HexFormat.of().parseHex(message), x, y);
  }

  static Stream<Arguments> vectors() {
    return Stream.of(
            rfc(
                "",
                "052926add2207b76ca4fa57a8734416c8dc95e24501772c814278700eed6d1e4e8cf62d9c09db0fac349612b759e79a1",
                "08ba738453bfed09cb546dbb0783dbb3a5f1f566ed67bb6be0e8c67e2e81a4cc68ee29813bb7994998f3eae0c9c6a265"),
            rfc(
                "abc",
                "03567bc5ef9c690c2ab2ecdf6a96ef1c139cc0b2f284dca0a9a7943388a49a3aee664ba5379a7655d3c68900be2f6903",
                "0b9c15f3fe6e5cf4211f346271d7b01c8f3b28be689c8429c85b67af215533311f0b8dfaaa154fa6b88176c229f2885d"),
            rfc(
                "abcdef0123456789",
                "11e0b079dea29a68f0383ee94fed1b940995272407e3bb916bbf268c263ddd57a6a27200a784cbc248e84f357ce82d98",
                "03a87ae2caf14e8ee52e51fa2ed8eefe80f02457004ba4d486d6aa1f517c0889501dc7413753f9599b099ebcbbd2d709"),
            rfc(
                "q128_" + "q".repeat(128),
                "15f68eaa693b95ccb85215dc65fa81038d69629f70aeee0d0f677cf22285e7bf58d7cb86eefe8f2e9bc3f8cb84fac488",
                "1807a1d50c29f430b8cafc4f8638dfeeadf51211e1602a5f184443076715f91bb90a48ba1e370edce6ae1062f5e6dd38"),
            rfc(
                "a512_" + "a".repeat(512),
                "082aabae8b7dedb0e78aeb619ad3bfd9277a2f77ba7fad20ef6aabdc6c31d19ba5a6d12283553294c1825c4b3ca2dcfe",
                "05b84ae5a942248eea39e1d91030458c40153f3b654ab7872d779ad1e942856a20c438e8d99bc8abfbf74729ce1f7ac8"),
            bls(
                DomainTag.BLS_POSSESSION,
                "17464c55454e545f44504f535f56315f0000000000000000",
                "08946433018a17d3063648f3619d43df7decab5af6c2386f6f1c521619dcda4225be0b22ef926b6d1ceaead5cc6ffc34",
                "02af7b8ada472e08de992fa07603f51a1a3af99dbd5c0a5238c3f28a7e0990ba4e57b9bb174af6b5826db77f55472007"),
            bls(
                DomainTag.BLS_SIGNATURE,
                "20464c55454e545f44504f535f56315f00000000000000005f4e4f544152495a457a",
                "0d55c8664d8df37c52c4d54e7d9d3c768dfdade91cf7ebe817b0cd5a672fa80a30bc2098a59cf1bf87238d1392f93375",
                "049cd5bb24ceea9cf25370adefd2bbb91aea9121d213543c4b11541b818b86ef817b020e966d07fc5134f0e50e1a9033"),
            bls(
                DomainTag.BLS_SIGNATURE,
                "1f464c55454e545f44504f535f56315f00000000000052025f4e554c4c494659ecd9c4a53ea15f18447b08",
                "159ae2356a8ea6b357ec562d1e1fa31ca0165c1c9bac4ef67603f7f3a40361a92d2ec5b39447fcb9699f7ce53b4b859e",
                "01f630e8b43cebf3b42e647571b7136b2d4279903c3c6c5f88d23bba5d3a71ea2822dfea45c024bb5f1044311004b44e"))
        .flatMap(vector -> GROUPS.stream().map(group -> Arguments.of(group, vector)));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void hashToG1_shouldGiveThePublishedPoint(BilinearGroup group, Vector vector) {
    byte[] expected = HexFormat.of().parseHex(vector.x());
    BigInteger y = new BigInteger(vector.y(), 16);
    boolean larger = y.compareTo(PrimeField.MODULUS.subtract(y)) > 0;
    expected[0] |= (byte) (larger ? 0xa0 : 0x80);
    byte[] actual = group.hashToG1(vector.tag(), vector.message()).encode();
    assertThat(Arrays.equals(actual, expected)).as(vector.tag().text()).isTrue();
  }
}
