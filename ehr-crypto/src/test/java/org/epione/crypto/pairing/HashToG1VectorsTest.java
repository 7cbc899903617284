package org.epione.crypto.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HashToG1VectorsTest {

  private static final List<BilinearGroup> GROUPS =
      List.of(BlstGroup.load(), new BouncyCastleGroup());

  static Stream<Arguments> vectors() {
    return Stream.of("hash-to-curve/rfc9380-g1.json", "hash-to-curve/bls-tags-g1.json")
        .flatMap(VectorFile::stream)
        .flatMap(vector -> GROUPS.stream().map(group -> Arguments.of(vector, group)));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void hashToG1_shouldGiveThePublishedPoint(TestVector vector, BilinearGroup group) {
    byte[] expected = vector.expected("x");
    BigInteger y = new BigInteger(1, vector.expected("y"));
    boolean larger = y.compareTo(PrimeField.MODULUS.subtract(y)) > 0;
    expected[0] |= (byte) (larger ? 0xa0 : 0x80);
    byte[] actual =
        group.hashToG1(tag(vector.inputText("tagText")), vector.input("message")).encode();
    assertThat(Arrays.equals(actual, expected)).isTrue();
  }

  private static DomainTag tag(String text) {
    return Arrays.stream(DomainTag.values())
        .filter(tag -> tag.text().equals(text))
        .findAny()
        .orElseThrow();
  }
}
