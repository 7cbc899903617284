package org.epione.crypto.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads what {@link CanonicalWriter} wrote and refuses anything else with {@link
 * MalformedEncodingException}: another tag or version, lengths beyond the stated maximum, text that
 * is not normalised UTF-8, truncation, and, in {@link #end}, trailing bytes. Memory used is bounded
 * by the input's length, whatever lengths it claims. Not thread-safe.
 */
public final class CanonicalReader {

  private final String tag;
  private final ByteBuffer in;

  private CanonicalReader(String tag, ByteBuffer in) {
    this.tag = tag;
    this.in = in;
  }

  /** Starts to read {@code encoded}, which must carry exactly this tag and version. */
  public static CanonicalReader of(String tag, int version, byte[] encoded) {
    Header header = Header.of(encoded);
    if (!header.tag().equals(tag)) {
      throw new MalformedEncodingException("not a " + tag + " but something else");
    }
    if (header.version() != version) {
      throw new MalformedEncodingException("unknown version of " + tag);
    }
    ByteBuffer in = ByteBuffer.wrap(encoded.clone());
    in.position(tag.length() + 2);
    return new CanonicalReader(tag, in);
  }

  /**
   * Reads one whole value: header, then what {@code fields} reads, then nothing more. What the
   * value's own rules refuse is a malformed encoding too.
   */
  public static <T> T decode(
      String tag, int version, byte[] encoded, Function<CanonicalReader, T> fields) {
    CanonicalReader reader = of(tag, version, encoded);
    T value;
    try {
      value = fields.apply(reader);
    } catch (IllegalArgumentException e) {
      throw new MalformedEncodingException(tag + ": " + e.getMessage(), e);
    }
    reader.end();
    return value;
  }

  /** Reads an unsigned 8-bit integer. */
  public int u8() {
    return need(1).get() & 0xff;
  }

  /** Reads an unsigned 16-bit integer. */
  public int u16() {
    return need(2).getShort() & 0xffff;
  }

  /** Reads an unsigned 32-bit integer. */
  public long u32() {
    return need(4).getInt() & 0xffffffffL;
  }

  /** Reads an integer of 0 to 2^63-1. */
  public long u64() {
    long value = need(8).getLong();
    if (value < 0) {
      throw fault("integer out of range");
    }
    return value;
  }

  /** Reads a time of millisecond precision. */
  public Instant instant() {
    return Instant.ofEpochMilli(u64());
  }

  /** Reads exactly {@code length} bytes. */
  public byte[] fixed(int length) {
    need(length);
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /** Reads a length and that many bytes, at most {@code max}. */
  public byte[] bytes(int max) {
    long length = u32();
    if (length > max) {
      throw fault("field too long");
    }
    return fixed((int) length);
  }

  /** Reads text of at most {@code maxBytes} bytes of UTF-8. */
  public String text(int maxBytes) {
    byte[] bytes = bytes(maxBytes);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw fault("text is not UTF-8");
    }
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      throw fault("text is not normalised");
    }
    return text;
  }

  /** Reads a list of at most {@code max} items. */
  public <T> List<T> list(int max, Function<CanonicalReader, T> each) {
    long count = u32();
    if (count > max) {
      throw fault("too many items");
    }
    List<T> items = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      items.add(each.apply(this));
    }
    return List.copyOf(items);
  }

  /** Reads a value that may be absent. */
  public <T> Optional<T> optional(Function<CanonicalReader, T> present) {
    int flag = u8();
    if (flag > 1) {
      throw fault("neither present nor absent");
    }
    return flag == 0 ? Optional.empty() : Optional.of(present.apply(this));
  }

  /** Ends the reading; there must be nothing left. */
  public void end() {
    if (in.hasRemaining()) {
      throw fault("trailing bytes");
    }
  }

  /**
   * Ends the reading and builds the value; what the value's own rules refuse is a malformed
   * encoding too.
   */
  public <T> T end(Supplier<T> value) {
    end();
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new MalformedEncodingException(tag + ": " + e.getMessage(), e);
    }
  }

  private ByteBuffer need(int length) {
    if (in.remaining() < length) {
      throw fault("ends too early");
    }
    return in;
  }

  private MalformedEncodingException fault(String what) {
    return new MalformedEncodingException(tag + ": " + what);
  }
}
