package org.epione.crypto.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.epione.crypto.TestClasses;
import org.junit.jupiter.api.Test;

/**
 * No class of the module is encoded or decoded outside the {@link EncodingContract}; a module that
 * has encodings has a test that extends this.
 */
public abstract class EncodingCoverage {

  private static final List<Class<?>> PRODUCT = TestClasses.ofProduct();

  /** Classes whose encoding is no canonical one of ours, or that are read as part of another. */
  protected Set<Class<?>> exempt() {
    return Set.of();
  }

  @Test
  void contract_shouldHoldWhateverIsDecoded() {
    assertThat(decoders().map(Method::getReturnType).filter(this::isMissing))
        .as("has a decode method and no Encoding in a test that extends EncodingContract")
        .isEmpty();
  }

  @Test
  void contract_shouldHoldWhateverIsEncoded() {
    assertThat(PRODUCT.stream().filter(EncodingCoverage::hasEncode))
        .as("has an encode method and no Encoding in a test that extends EncodingContract")
        .filteredOn(this::isMissing)
        .isEmpty();
  }

  /** Methods from a whole encoding, their last argument, to a class of ours. */
  protected static Stream<Method> decoders() {
    return PRODUCT.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> !method.isSynthetic() && method.getName().startsWith("decode"))
        .filter(EncodingCoverage::takesEncoding)
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

  private boolean isMissing(Class<?> type) {
    return !exempt().contains(type)
        && EncodingRegistry.all().stream()
            .noneMatch(encoding -> encoding.type().isAssignableFrom(type));
  }
}
