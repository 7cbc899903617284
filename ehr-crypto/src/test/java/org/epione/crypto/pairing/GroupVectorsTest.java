package org.epione.crypto.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Published vectors for the pairing groups, on both backends. */
class GroupVectorsTest {

  private static final List<BilinearGroup> GROUPS =
      List.of(BlstGroup.load(), new BouncyCastleGroup());

  static Stream<Arguments> hashToG1() {
    return each("hash-to-curve/rfc9380-g1.json", "hash-to-curve/bls-tags-g1.json");
  }

  static Stream<Arguments> hashToG2() {
    return each("hash-to-curve/rfc9380-g2.json");
  }

  static Stream<Arguments> encodingsG1() {
    return each("bls12-381/deserialization-g1.json");
  }

  static Stream<Arguments> encodingsG2() {
    return each("bls12-381/deserialization-g2.json");
  }

  static Stream<Arguments> powersG1() {
    return each("bls12-381/generator-powers-g1.json");
  }

  private static Stream<Arguments> each(String... files) {
    return Stream.of(files)
        .flatMap(VectorFile::stream)
        .flatMap(vector -> GROUPS.stream().map(group -> Arguments.of(vector, group)));
  }

  @ParameterizedTest
  @MethodSource("hashToG1")
  void hashToG1_shouldGiveThePublishedPoint(TestVector vector, BilinearGroup group) {
    byte[] expected = vector.expected("x");
    setFlags(expected, isLarger(vector.expected("y")));
    assertThat(group.hashToG1(tag(vector), vector.input("message")).encode()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("hashToG2")
  void hashToG2_shouldGiveThePublishedPoint(TestVector vector, BilinearGroup group) {
    byte[] expected = Arrays.copyOf(vector.expected("xIm"), G2.LENGTH);
    System.arraycopy(vector.expected("xRe"), 0, expected, PrimeField.LENGTH, PrimeField.LENGTH);
    setFlags(expected, isLarger(vector.expected("yIm")));
    assertThat(group.hashToG2(tag(vector), vector.input("message")).encode()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("encodingsG1")
  void decodeG1_shouldAcceptWhatIsValidOnly(TestVector vector, BilinearGroup group) {
    check(vector, encoding -> group.decodeG1(encoding).encode());
  }

  @ParameterizedTest
  @MethodSource("encodingsG2")
  void decodeG2_shouldAcceptWhatIsValidOnly(TestVector vector, BilinearGroup group) {
    check(vector, encoding -> group.decodeG2(encoding).encode());
  }

  @ParameterizedTest
  @MethodSource("powersG1")
  void power_shouldGiveThePublishedElement(TestVector vector, BilinearGroup group) {
    Scalar exponent = Scalar.of(vector.inputNumber("exponent"));
    assertThat(group.generatorG1().power(exponent).encode()).isEqualTo(vector.expected("element"));
  }

  private static void check(TestVector vector, Function<byte[], byte[]> again) {
    byte[] encoding = vector.input("encoding");
    if (vector.isValid()) {
      assertThat(again.apply(encoding)).isEqualTo(encoding);
    } else {
      assertThatThrownBy(() -> again.apply(encoding))
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  /** The flags of a compressed point: compressed, and the larger of both y. */
  private static void setFlags(byte[] x, boolean larger) {
    x[0] |= (byte) (larger ? 0xa0 : 0x80);
  }

  private static boolean isLarger(byte[] y) {
    BigInteger number = new BigInteger(1, y);
    return number.compareTo(PrimeField.MODULUS.subtract(number)) > 0;
  }

  private static DomainTag tag(TestVector vector) {
    return Arrays.stream(DomainTag.values())
        .filter(tag -> tag.text().equals(vector.inputText("tagText")))
        .findAny()
        .orElseThrow();
  }
}
