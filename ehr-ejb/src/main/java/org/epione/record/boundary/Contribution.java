package org.epione.record.boundary;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.Header;
import org.epione.crypto.transcript.Digest;

/**
 * What one doctor of a team wrote: the plain text behind the {@code content} of a signed statement.
 * The salt makes the digest, which is on the chain for ever, useless for guessing the text
 * ("protocols": only salted commitments go on the chain).
 *
 * @param episode the episode's identifier, 16 bytes
 * @param position the author's place in the order, from 1
 * @param author the author's pseudo-identity
 * @param salt 32 random bytes
 * @param text the diagnosis, at most {@link #MAX_TEXT} bytes of UTF-8
 * @param appends of an addendum, the id of the DIAGNOSIS record that it adds to: the author signs
 *     that too
 */
public record Contribution(
    ByteString episode,
    int position,
    ByteString author,
    ByteString salt,
    String text,
    Optional<Digest> appends) {

  /** Longest text in bytes of UTF-8. */
  public static final int MAX_TEXT = 32 * 1024;

  /** Longest encoding in bytes. */
  public static final int MAX_ENCODED = MAX_TEXT + 1024;

  private static final String TAG = "epione.contribution";
  private static final int MAX_AUTHOR = 256;
  private static final int ALONE = 1;
  private static final int ADDENDUM = 2;

  /** A part of a record that adds to no other. */
  public Contribution(
      ByteString episode, int position, ByteString author, ByteString salt, String text) {
    this(episode, position, author, salt, text, Optional.empty());
  }

  public Contribution {
    text = normal(text);
    if (episode.size() != 16 || salt.size() != 32 || position < 1 || position > 8) {
      throw new IllegalArgumentException("not a contribution");
    }
    if (text.isBlank() || text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT) {
      throw new IllegalArgumentException("the text is empty or too long");
    }
  }

  /** Text in the form in which it is signed: NFC. */
  public static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** The canonical encoding. */
  public byte[] encode() {
    CanonicalWriter to =
        CanonicalWriter.of(TAG, appends.isEmpty() ? ALONE : ADDENDUM)
            .fixed(episode.bytes(), 16)
            .u8(position)
            .bytes(author.bytes())
            .fixed(salt.bytes(), 32)
            .text(text);
    appends.ifPresent(record -> to.fixed(record.bytes(), Digest.LENGTH));
    return to.toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static Contribution decode(byte[] encoded) {
    boolean adds = Header.of(encoded).version() == ADDENDUM;
    CanonicalReader in = CanonicalReader.of(TAG, adds ? ADDENDUM : ALONE, encoded);
    ByteString episode = ByteString.of(in.fixed(16));
    int position = in.u8();
    ByteString author = ByteString.of(in.bytes(MAX_AUTHOR));
    ByteString salt = ByteString.of(in.fixed(32));
    String text = in.text(MAX_TEXT);
    Optional<Digest> appends =
        adds ? Optional.of(Digest.decode(in.fixed(Digest.LENGTH))) : Optional.empty();
    return in.end(() -> new Contribution(episode, position, author, salt, text, appends));
  }

  /** What the author's statement commits to. */
  public Digest digest() {
    return Digest.of(encode());
  }

  /** Never the text. */
  @Override
  public String toString() {
    return "Contribution " + position;
  }
}
