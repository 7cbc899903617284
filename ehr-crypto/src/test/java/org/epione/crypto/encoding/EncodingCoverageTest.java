package org.epione.crypto.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.epione.crypto.TestClasses;
import org.junit.jupiter.api.Test;

/** No class is encoded or decoded outside the {@link EncodingContract}. */
class EncodingCoverageTest {

  private static final List<Class<?>> PRODUCT = TestClasses.ofProduct();

  @Test
  void contract_shouldHoldWhateverIsDecoded() {
    assertThat(decoders().map(Method::getReturnType).filter(EncodingCoverageTest::isMissing))
        .as("has a decode method and no Encoding in a test that extends EncodingContract")
        .isEmpty();
  }

  @Test
  void contract_shouldHoldWhateverIsEncoded() {
    assertThat(PRODUCT.stream().filter(EncodingCoverageTest::hasEncode))
        .as("has an encode method and no Encoding in a test that extends EncodingContract")
        .filteredOn(EncodingCoverageTest::isMissing)
        .isEmpty();
  }

  @Test
  void search_shouldFindTheDecoders() {
    assertThat(decoders().map(Method::getName)).contains("decode", "decodeG1", "decodeSignature");
  }

  /** Methods from a whole encoding, their last argument, to a class of ours. */
  private static Stream<Method> decoders() {
    return PRODUCT.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> !method.isSynthetic() && method.getName().startsWith("decode"))
        .filter(EncodingCoverageTest::takesEncoding)
        .filter(method -> method.getReturnType().getName().startsWith("org.epione."));
  }

  private static boolean takesEncoding(Method method) {
    Class<?>[] parameters = method.getParameterTypes();
    return parameters.length > 0 && parameters[parameters.length - 1] == byte[].class;
  }

  private static boolean hasEncode(Class<?> type) {
    return !Modifier.isAbstract(type.getModifiers())
        && Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
            .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
            .filter(method -> method.getName().equals("encode"))
            .anyMatch(
                method ->
                    method.getParameterCount() == 0 && method.getReturnType() == byte[].class);
  }

  private static boolean isMissing(Class<?> type) {
    return EncodingRegistry.all().stream()
        .noneMatch(encoding -> encoding.type().isAssignableFrom(type));
  }
}
