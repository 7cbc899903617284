package org.epione.crypto.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/**
 * An encoding with its decoder and samples of what it encodes.
 *
 * @param name for messages
 * @param type what is encoded
 * @param decoder reads bytes, or throws MalformedEncodingException
 * @param encoder writes them
 * @param samples values, among them the shortest and one with every optional part
 * @param <T> what is encoded
 */
public record Encoding<T>(
    String name,
    Class<T> type,
    Function<byte[], T> decoder,
    Function<T, byte[]> encoder,
    List<T> samples) {

  /** Copies the list. */
  public Encoding {
    samples = List.copyOf(samples);
  }

  /** Named after its type. */
  @SafeVarargs
  public static <T> Encoding<T> of(
      Class<T> type, Function<byte[], T> decoder, Function<T, byte[]> encoder, T... samples) {
    return new Encoding<>(type.getSimpleName(), type, decoder, encoder, List.of(samples));
  }

  /** Of a secret key, from {@code restore} and {@code export}. */
  @SafeVarargs
  public static <T> Encoding<T> secret(
      Class<T> type,
      Function<SecretBytes, T> restore,
      Function<T, SecretBytes> export,
      T... samples) {
    return of(
        type,
        bytes -> restore.apply(SecretBytes.of(bytes)),
        key -> export.apply(key).reveal(SecretAccess.token()),
        samples);
  }

  /** The samples' encodings. */
  public List<byte[]> encoded() {
    return samples.stream().map(encoder).toList();
  }

  /** Fails unless {@code bytes} are refused, or are exactly what is written for what is read. */
  public void requireRefusedOrCanonical(byte[] bytes) {
    byte[] again;
    try {
      again = encoder.apply(decoder.apply(bytes));
    } catch (MalformedEncodingException e) {
      return;
    }
    assertThat(again).as("%s reads other bytes than it writes", name).isEqualTo(bytes);
  }

  @Override
  public String toString() {
    return name;
  }
}
