package org.epione.crypto.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingRegistry;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes, a decoder refuses them with {@code MalformedEncodingException}, or reads what
 * is encoded again to exactly these bytes. The system property {@code epione.fuzz} names the
 * encoding to be fuzzed; without it, as in an ordinary build, every decoder gets every input.
 */
class DecoderFuzzTest {

  private static final List<Encoding<?>> FUZZED =
      EncodingRegistry.named(System.getProperty("epione.fuzz", ""));

  static Stream<byte[]> samples() {
    return FUZZED.stream().flatMap(encoding -> encoding.encoded().stream());
  }

  @MethodSource("samples")
  @FuzzTest(maxDuration = "")
  void decoder(byte[] data) {
    FUZZED.forEach(encoding -> encoding.requireRefusedOrCanonical(data));
  }
}
