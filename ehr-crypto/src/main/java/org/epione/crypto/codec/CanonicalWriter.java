package org.epione.crypto.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Writes the one canonical encoding of a value: a header (u8 length of the tag, the tag in ASCII,
 * u8 version), then the fields in fixed order. Integers are unsigned and big-endian; whatever has a
 * variable length is preceded by it, so two different values never give the same bytes. Not
 * thread-safe; one writer makes one encoding.
 */
public final class CanonicalWriter {

  /** Longest tag in bytes. */
  static final int MAX_TAG = 64;

  private static final boolean[] IN_TAGS = inTags();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);

  private CanonicalWriter() {}

  /**
   * Starts an encoding.
   *
   * @param tag what kind of thing this is, 1 to 64 characters of A-Z, a-z, 0-9 and {@code ._:-}
   * @param version 1 to 255
   */
  public static CanonicalWriter of(String tag, int version) {
    if (!isTag(tag)) {
      throw new IllegalArgumentException("bad tag");
    }
    if (version < 1 || version > 255) {
      throw new IllegalArgumentException("version out of range");
    }
    CanonicalWriter writer = new CanonicalWriter();
    writer.u8(tag.length());
    writer.out.writeBytes(tag.getBytes(StandardCharsets.US_ASCII));
    return writer.u8(version);
  }

  /** Adds an unsigned 8-bit integer. */
  public CanonicalWriter u8(int value) {
    return unsigned(value, 1);
  }

  /** Adds an unsigned 16-bit integer. */
  public CanonicalWriter u16(int value) {
    return unsigned(value, 2);
  }

  /** Adds an unsigned 32-bit integer. */
  public CanonicalWriter u32(long value) {
    return unsigned(value, 4);
  }

  /** Adds an integer of 0 to 2^63-1 in 64 bits. */
  public CanonicalWriter u64(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("integer out of range");
    }
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  /** Adds a time from 1970 on as milliseconds (u64); what is finer than that is dropped. */
  public CanonicalWriter instant(Instant time) {
    long milliseconds;
    try {
      milliseconds = time.toEpochMilli();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("time out of range", e);
    }
    return u64(milliseconds);
  }

  /** Adds exactly {@code length} bytes without a length field. */
  public CanonicalWriter fixed(byte[] bytes, int length) {
    if (bytes.length != length) {
      throw new IllegalArgumentException("expected " + length + " bytes, got " + bytes.length);
    }
    out.writeBytes(bytes);
    return this;
  }

  /** Adds a length (u32) and that many bytes. */
  public CanonicalWriter bytes(byte[] bytes) {
    u32(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  /** Adds text as UTF-8 in Unicode normal form C, with its length in bytes (u32). */
  public CanonicalWriter text(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    try {
      ByteBuffer encoded =
          StandardCharsets.UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(normal));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes(bytes);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("text holds half a surrogate pair");
    }
  }

  /** Adds the number of items (u32) and each item as {@code each} writes it, in iteration order. */
  public <T> CanonicalWriter list(Collection<T> items, BiConsumer<CanonicalWriter, T> each) {
    u32(items.size());
    items.forEach(item -> each.accept(this, item));
    return this;
  }

  /** Adds 0 (u8), or 1 and the value as {@code present} writes it. */
  public <T> CanonicalWriter optional(Optional<T> value, BiConsumer<CanonicalWriter, T> present) {
    u8(value.isPresent() ? 1 : 0);
    value.ifPresent(item -> present.accept(this, item));
    return this;
  }

  /** The encoding so far. */
  public byte[] toByteArray() {
    return out.toByteArray();
  }

  static boolean isTag(String tag) {
    if (tag.isEmpty() || tag.length() > MAX_TAG) {
      return false;
    }
    // A loop and a table: this is asked for every encoding that is read or written.
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      if (c >= IN_TAGS.length || !IN_TAGS[c]) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] inTags() {
    boolean[] table = new boolean[128];
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-"
        .chars()
        .forEach(c -> table[c] = true);
    return table;
  }

  private CanonicalWriter unsigned(long value, int size) {
    if (value < 0 || value >> (8 * size) != 0) {
      throw new IllegalArgumentException("integer out of range");
    }
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
    return this;
  }
}
