package org.epione.messaging.hl7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A received message as text: the framing of MLLP and a byte order mark removed, segments ended by
 * a carriage return whatever the sender ended them with, decoded by the character set of MSH-18 or,
 * as many senders leave that empty or say ASCII whatever they send, as UTF-8 where the bytes are
 * valid UTF-8 and else as Windows-1252.
 *
 * @param text the message; empty where nothing but framing was received
 * @param charset what the bytes were decoded with and answers are encoded with
 * @param fault why the text may be wrong: an unknown character set, or bytes that it does not have
 */
record MessageText(String text, Charset charset, Optional<Fault> fault) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Decodes a message as {@link Arrival} made it bytes. Never fails. */
  static MessageText of(byte[] content, boolean asText) {
    return asText ? ofText(content) : of(content);
  }

  /** A message that the broker delivered as text, kept in UTF-8, whatever its MSH-18 says. */
  static MessageText ofText(byte[] utf8) {
    return decoded(utf8, StandardCharsets.UTF_8);
  }

  /** Decodes the bytes as received. Never fails: what cannot be decoded is marked in the fault. */
  static MessageText of(byte[] raw) {
    Optional<Charset> wide = wideCharset(raw);
    if (wide.isPresent()) {
      return decoded(raw, wide.get());
    }
    String latin = new String(raw, StandardCharsets.ISO_8859_1);
    Optional<String> declared =
        MessageHeader.of(normalized(latin))
            .map(MessageHeader::characterSet)
            .filter(s -> !s.isEmpty());
    if (isAscii(raw) || declared.isEmpty() || CharacterSet.isAscii(declared.get())) {
      return decoded(raw, isUtf8(raw) ? StandardCharsets.UTF_8 : WINDOWS_1252);
    }
    return CharacterSet.named(declared.get())
        .map(charset -> decoded(raw, charset))
        .orElseGet(
            () ->
                new MessageText(
                    normalized(latin),
                    StandardCharsets.ISO_8859_1,
                    Optional.of(Fault.UNKNOWN_CHARACTER_SET)));
  }

  private static MessageText decoded(byte[] raw, Charset charset) {
    try {
      return new MessageText(normalized(strictly(raw, charset)), charset, Optional.empty());
    } catch (CharacterCodingException wrongBytes) {
      return new MessageText(
          normalized(new String(raw, charset)),
          charset,
          Optional.of(Fault.BYTES_OUTSIDE_CHARACTER_SET));
    }
  }

  private static String strictly(byte[] raw, Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(raw))
        .toString();
  }

  private static boolean isUtf8(byte[] raw) {
    try {
      strictly(raw, StandardCharsets.UTF_8);
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private static boolean isAscii(byte[] raw) {
    for (byte b : raw) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 by its byte order mark, or by "M" in two bytes where the mark is missing. */
  private static Optional<Charset> wideCharset(byte[] raw) {
    if (raw.length < 2) {
      return Optional.empty();
    }
    int start = ((raw[0] & 0xff) << 8) | (raw[1] & 0xff);
    return switch (start) {
      case 0xfeff, 0x004d -> Optional.of(StandardCharsets.UTF_16BE);
      case 0xfffe, 0x4d00 -> Optional.of(StandardCharsets.UTF_16LE);
      default -> Optional.empty();
    };
  }

  private static String normalized(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isFraming(text.charAt(start))) {
      start++;
    }
    // the Latin-1 reading of UTF-8's byte order mark
    if (text.startsWith("\u00ef\u00bb\u00bf", start)) {
      start += 3;
    }
    while (end > start && isFraming(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end).replace("\r\n", "\r").replace('\n', '\r');
  }

  private static boolean isFraming(char c) {
    return c == 0x0b || c == 0x1c || c == '\r' || c == '\n' || c == ' ' || c == 0 || c == '\ufeff';
  }
}
