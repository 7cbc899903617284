package org.epione.crypto.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.epione.crypto.codec.Header;
import org.epione.crypto.codec.MalformedEncodingException;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every encoding must fulfil: it can be read back, and a decoder refuses whatever its encoder
 * would not have written. A package that has encodings has a test that extends this and lists them;
 * {@link EncodingCoverage} fails if one is missing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EncodingContract {

  /** The encodings of the package, each with its samples. */
  protected abstract List<Encoding<?>> encodings();

  @ParameterizedTest
  @MethodSource("encodings")
  <T> void decode_shouldGiveTheValue_whenEncoded(Encoding<T> encoding) {
    assertThat(encoding.samples()).isNotEmpty();
    for (T sample : encoding.samples()) {
      T again = encoding.decoder().apply(encoding.encoder().apply(sample));
      assertThat(encoding.encoder().apply(again)).isEqualTo(encoding.encoder().apply(sample));
      if (hasEquals(encoding.type())) {
        assertThat(again).isEqualTo(sample).hasSameHashCodeAs(sample);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("encodings")
  <T> void value_shouldEqualItsLikeOnly(Encoding<T> encoding) {
    if (!hasEquals(encoding.type())) {
      return;
    }
    for (T sample : encoding.samples()) {
      assertThat(sample.equals(sample)).isTrue();
      assertThat(sample.equals(null)).isFalse();
      for (Encoding<?> other : EncodingRegistry.all()) {
        if (!other.type().equals(encoding.type())) {
          assertThat(other.samples().contains(sample)).isFalse();
          assertThat(sample.equals(other.samples().get(0))).isFalse();
        }
      }
    }
    assertThat(encoding.samples()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void decode_shouldRefuseOrBeCanonical_whenAnyByteIsChanged(Encoding<?> encoding) {
    for (byte[] encoded : encoding.encoded()) {
      for (int i = 0; i < encoded.length; i++) {
        changed(encoding, encoded, i, each -> (byte) (each ^ 0x01));
        changed(encoding, encoded, i, each -> (byte) (each ^ 0x80));
        changed(encoding, encoded, i, each -> (byte) ~each);
      }
    }
  }

  private static void changed(
      Encoding<?> encoding, byte[] encoded, int i, UnaryOperator<Byte> change) {
    byte[] other = encoded.clone();
    other[i] = change.apply(other[i]);
    encoding.requireRefusedOrCanonical(other);
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void decode_shouldRefuse_whenTruncatedAnywhere(Encoding<?> encoding) {
    for (byte[] encoded : encoding.encoded()) {
      for (int length = 0; length < encoded.length; length++) {
        requireRefused(encoding, Arrays.copyOf(encoded, length));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void decode_shouldRefuse_whenBytesFollow(Encoding<?> encoding) {
    for (byte[] encoded : encoding.encoded()) {
      byte[] repeated = Arrays.copyOf(encoded, 2 * encoded.length);
      System.arraycopy(encoded, 0, repeated, encoded.length, encoded.length);
      requireRefused(encoding, repeated);
      requireRefused(encoding, Arrays.copyOf(encoded, encoded.length + 1));
      byte[] preceded = new byte[encoded.length + 1];
      System.arraycopy(encoded, 0, preceded, 1, encoded.length);
      requireRefused(encoding, preceded);
    }
  }

  /** Wherever a length or a count stands, it promises more than there is; raw bytes have none. */
  @ParameterizedTest
  @MethodSource("encodings")
  void decode_shouldRefuseOrBeCanonical_whenALengthIsOversized(Encoding<?> encoding) {
    for (byte[] encoded :
        encoding.encoded().stream().filter(EncodingContract::hasHeader).toList()) {
      for (int i = 0; i + Integer.BYTES <= encoded.length; i++) {
        for (int first : new int[] {0xff, 0x7f, 0x00}) {
          byte[] other = encoded.clone();
          Arrays.fill(other, i, i + Integer.BYTES, (byte) 0xff);
          other[i] = (byte) first;
          encoding.requireRefusedOrCanonical(other);
        }
      }
    }
  }

  /** What begins with a header is taken for nothing else; raw elements at most for themselves. */
  @ParameterizedTest
  @MethodSource("encodings")
  void decode_shouldRefuseOrBeCanonical_whenOfferedAnotherEncoding(Encoding<?> encoding) {
    boolean headed = encoding.encoded().stream().allMatch(EncodingContract::hasHeader);
    for (Encoding<?> other : EncodingRegistry.all()) {
      for (byte[] encoded : other.encoded()) {
        if (headed && !other.type().equals(encoding.type())) {
          requireRefused(encoding, encoded);
        } else {
          encoding.requireRefusedOrCanonical(encoded);
        }
      }
    }
  }

  private static boolean hasHeader(byte[] encoded) {
    try {
      return Header.of(encoded).tag().startsWith("epione.");
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  private static boolean hasEquals(Class<?> type) {
    try {
      return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static void requireRefused(Encoding<?> encoding, byte[] bytes) {
    assertThatThrownBy(() -> encoding.decoder().apply(bytes))
        .as(encoding.name())
        .isExactlyInstanceOf(MalformedEncodingException.class);
  }
}
