package org.epione.ledger.record;

import java.util.Locale;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;

/**
 * The first 60 bits of an episode's identity, which people can read out: {@code E-XXXX-XXXX-XXXX}
 * in Crockford's base 32. One hospital never opens two episodes with the same.
 *
 * @param value 8 bytes, of which the last 4 bits are zero
 */
public record EpisodeReference(ByteString value) {

  private static final int LENGTH = 8;
  private static final int LETTERS = 12;
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** Checks length and the four zero bits. */
  public EpisodeReference {
    if (value.size() != LENGTH || (value.bytes()[LENGTH - 1] & 0x0f) != 0) {
      throw new MalformedEncodingException("an episode reference has 60 bits");
    }
  }

  /** The reference of this episode. */
  public static EpisodeReference of(RecordId episode) {
    byte[] first = new byte[LENGTH];
    System.arraycopy(episode.bytes(), 0, first, 0, LENGTH);
    first[LENGTH - 1] &= (byte) 0xf0;
    return new EpisodeReference(ByteString.of(first));
  }

  /**
   * Reads the form for people; lower case, spaces and missing dashes do no harm, and as Crockford
   * asks O is taken for 0, and I and L for 1.
   *
   * @throws MalformedEncodingException if it is no such reference
   */
  public static EpisodeReference parse(String text) {
    String plain = text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    if (plain.length() != LETTERS + 1 || plain.charAt(0) != 'E') {
      throw new MalformedEncodingException("a reference looks like E-XXXX-XXXX-XXXX");
    }
    long bits = 0;
    for (char letter : plain.substring(1).toCharArray()) {
      char known = letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter;
      int digit = ALPHABET.indexOf(known);
      if (digit < 0) {
        throw new MalformedEncodingException("a reference looks like E-XXXX-XXXX-XXXX");
      }
      bits = bits << 5 | digit;
    }
    byte[] first = new byte[LENGTH];
    long shifted = bits << 4;
    for (int i = 0; i < LENGTH; i++) {
      first[i] = (byte) (shifted >>> (8 * (LENGTH - 1 - i)));
    }
    return new EpisodeReference(ByteString.of(first));
  }

  /** The form for people. */
  public String text() {
    long bits = 0;
    for (byte b : value.bytes()) {
      bits = bits << 8 | (b & 0xff);
    }
    StringBuilder text = new StringBuilder("E");
    for (int i = 0; i < LETTERS; i++) {
      if (i % 4 == 0) {
        text.append('-');
      }
      text.append(ALPHABET.charAt((int) (bits >>> (59 - 5 * i)) & 31));
    }
    return text.toString();
  }

  void write(CanonicalWriter to) {
    to.fixed(value.bytes(), LENGTH);
  }

  static EpisodeReference read(CanonicalReader from) {
    return new EpisodeReference(ByteString.of(from.fixed(LENGTH)));
  }

  @Override
  public String toString() {
    return text();
  }
}
