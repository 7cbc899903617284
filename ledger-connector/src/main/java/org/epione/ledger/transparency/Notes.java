package org.epione.ledger.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;

/** What the text formats of C2SP share; each reads only what it would itself have written. */
final class Notes {

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");

  private Notes() {}

  static byte[] base64(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedNoteException("not Base 64");
    }
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new MalformedNoteException("not Base 64 in its one form");
    }
    return bytes;
  }

  static String base64(Digest hash) {
    return Base64.getEncoder().encodeToString(hash.bytes());
  }

  static Digest digest(String text) {
    try {
      return Digest.decode(base64(text));
    } catch (MalformedEncodingException e) {
      throw new MalformedNoteException("a hash has 32 bytes");
    }
  }

  static long number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new MalformedNoteException("not a number");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new MalformedNoteException("number out of range");
    }
  }

  /** Text that holds no control character but newlines. */
  static String text(byte[] utf8) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedNoteException("not UTF-8");
    }
    if (text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
      throw new MalformedNoteException("holds control characters");
    }
    return text;
  }
}
