package org.epione.record.boundary;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.epione.attachment.boundary.Attachment;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.Header;
import org.epione.crypto.codec.MalformedEncodingException;
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
 * @param attachments files that belong to the text, at most {@link #MAX_ATTACHMENTS}, by number:
 *     the author signs what they are, and who can open the text can open them
 */
public record Contribution(
    ByteString episode,
    int position,
    ByteString author,
    ByteString salt,
    String text,
    Optional<Digest> appends,
    List<Attachment> attachments) {

  /** Most files of one part. */
  public static final int MAX_ATTACHMENTS = 16;

  /** Longest text in bytes of UTF-8. */
  public static final int MAX_TEXT = 32 * 1024;

  /** Longest encoding in bytes. */
  public static final int MAX_ENCODED = MAX_TEXT + 1024 + MAX_ATTACHMENTS * Attachment.MAX_ENCODED;

  private static final String TAG = "epione.contribution";
  private static final int MAX_AUTHOR = 256;
  private static final int ALONE = 1;
  private static final int ADDENDUM = 2;
  private static final int WITH_ATTACHMENTS = 3;

  /** A part of a record that adds to no other. */
  public Contribution(
      ByteString episode, int position, ByteString author, ByteString salt, String text) {
    this(episode, position, author, salt, text, Optional.empty(), List.of());
  }

  public Contribution {
    text = normal(text);
    attachments = List.copyOf(attachments);
    if (episode.size() != 16 || salt.size() != 32 || position < 1 || position > 8) {
      throw new IllegalArgumentException("not a contribution");
    }
    if (text.isBlank() || text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT) {
      throw new IllegalArgumentException("the text is empty or too long");
    }
    if (attachments.size() > MAX_ATTACHMENTS) {
      throw new IllegalArgumentException("too many attachments");
    }
    for (int i = 1; i < attachments.size(); i++) {
      if (attachments.get(i).number() <= attachments.get(i - 1).number()) {
        throw new IllegalArgumentException("attachments are in the order of their numbers");
      }
    }
  }

  /** Text in the form in which it is signed: NFC. */
  public static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** The canonical encoding. */
  public byte[] encode() {
    CanonicalWriter to =
        CanonicalWriter.of(TAG, version())
            .fixed(episode.bytes(), 16)
            .u8(position)
            .bytes(author.bytes())
            .fixed(salt.bytes(), 32)
            .text(text);
    if (attachments.isEmpty()) {
      appends.ifPresent(record -> writeAppends(to, record));
    } else {
      to.optional(appends, Contribution::writeAppends)
          .list(attachments, (out, attachment) -> attachment.write(out));
    }
    return to.toByteArray();
  }

  private static void writeAppends(CanonicalWriter to, Digest record) {
    to.fixed(record.bytes(), Digest.LENGTH);
  }

  private int version() {
    if (!attachments.isEmpty()) {
      return WITH_ATTACHMENTS;
    }
    return appends.isEmpty() ? ALONE : ADDENDUM;
  }

  /** Reads back {@link #encode}. */
  public static Contribution decode(byte[] encoded) {
    int version = Math.min(Header.of(encoded).version(), WITH_ATTACHMENTS);
    CanonicalReader in = CanonicalReader.of(TAG, version, encoded);
    ByteString episode = ByteString.of(in.fixed(16));
    int position = in.u8();
    ByteString author = ByteString.of(in.bytes(MAX_AUTHOR));
    ByteString salt = ByteString.of(in.fixed(32));
    String text = in.text(MAX_TEXT);
    Optional<Digest> appends =
        switch (version) {
          case ALONE -> Optional.empty();
          case ADDENDUM -> Optional.of(readAppends(in));
          default -> in.optional(Contribution::readAppends);
        };
    List<Attachment> attachments =
        version == WITH_ATTACHMENTS ? in.list(MAX_ATTACHMENTS, Attachment::read) : List.of();
    if (version == WITH_ATTACHMENTS && attachments.isEmpty()) {
      throw new MalformedEncodingException(TAG + ": without attachments it has version 1 or 2");
    }
    return in.end(
        () -> new Contribution(episode, position, author, salt, text, appends, attachments));
  }

  private static Digest readAppends(CanonicalReader from) {
    return Digest.decode(from.fixed(Digest.LENGTH));
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
