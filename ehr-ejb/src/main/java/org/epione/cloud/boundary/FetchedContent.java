package org.epione.cloud.boundary;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * {@code cloud.content} in reply to {@code cloud.fetch}, {@code cloud.recalled} in reply to {@code
 * cloud.recall}. The receiver checks the digest again: the cloud is not trusted with integrity.
 *
 * @param finding INTACT with content, anything else without
 */
public record FetchedContent(
    RecordId episode, Digest ciphertext, Finding finding, Optional<ByteString> content) {

  public static final String TYPE = "cloud.content";
  public static final String RECALLED_TYPE = "cloud.recalled";
  private static final String TAG = "epione.cloud.content";

  public FetchedContent {
    if (content.isPresent() != (finding == Finding.INTACT)) {
      throw new IllegalArgumentException("content goes with INTACT only");
    }
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), RecordId.LENGTH)
        .fixed(ciphertext.bytes(), Digest.LENGTH)
        .text(finding.name())
        .optional(content, (out, bytes) -> out.bytes(bytes.bytes()))
        .toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static FetchedContent decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RecordId episode = RecordId.of(in.fixed(RecordId.LENGTH));
    Digest ciphertext = Digest.decode(in.fixed(Digest.LENGTH));
    String finding = in.text(16);
    Optional<ByteString> content =
        in.optional(each -> ByteString.of(each.bytes(StoreRequest.MAX_CIPHERTEXT)));
    return in.end(() -> new FetchedContent(episode, ciphertext, Finding.valueOf(finding), content));
  }
}
