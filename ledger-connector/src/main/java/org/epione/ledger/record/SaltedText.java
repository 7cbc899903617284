package org.epione.ledger.record;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.transcript.Digest;

/**
 * What somebody wrote in a report, appeal or decision. Only {@link #commitment} goes on a chain,
 * which without the salt cannot be compared with guesses; the text itself goes sealed to who has to
 * read it. {@code toString} does not show it.
 *
 * @param salt 32 random bytes
 * @param text 1 to 4,000 bytes of UTF-8, normal form C, not blank
 */
public record SaltedText(ByteString salt, String text) {

  /** Bytes of salt. */
  public static final int SALT_LENGTH = 32;

  /** Most bytes of text. */
  public static final int MAX_TEXT = 4_000;

  /** Most bytes in an encoding. */
  public static final int MAX_LENGTH = MAX_TEXT + 128;

  private static final String TAG = "epione.salted-text";

  /** Checks the lengths. */
  public SaltedText {
    text = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (salt.size() != SALT_LENGTH
        || text.isBlank()
        || text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT) {
      throw new IllegalArgumentException("a salted text: 32 bytes, then 1 to 4,000 bytes of text");
    }
  }

  /** {@code text} with new salt. */
  public static SaltedText of(String text, RandomSource random) {
    return new SaltedText(ByteString.of(random.bytes(SALT_LENGTH)), text);
  }

  /** What stands on the chain: SHA-256 of the encoding. */
  public Digest commitment() {
    return Digest.of(encode());
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).fixed(salt.bytes(), SALT_LENGTH).text(text).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static SaltedText decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from -> new SaltedText(RecordFields.fixed(from, SALT_LENGTH), from.text(MAX_TEXT)));
  }

  @Override
  public String toString() {
    return "salted text";
  }
}
