package org.epione.cloud.boundary;

import java.util.Optional;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * {@code cloud.piece-kept}, in reply to {@code cloud.keep-piece}.
 *
 * @param kept how many bytes from the beginning are on disk; all, when the digest was found right
 * @param refusal a stable word such as {@code DIGEST_DIFFERS}, if the attachment is not kept
 */
public record PieceKept(RecordId episode, Digest ciphertext, long kept, Optional<String> refusal) {

  public static final String TYPE = "cloud.piece-kept";
  private static final String TAG = "epione.cloud.piece-kept";
  private static final int MAX_REFUSAL = 64;

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), RecordId.LENGTH)
        .fixed(ciphertext.bytes(), Digest.LENGTH)
        .u64(kept)
        .optional(refusal, CanonicalWriter::text)
        .toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static PieceKept decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RecordId episode = RecordId.of(in.fixed(RecordId.LENGTH));
    Digest ciphertext = Digest.decode(in.fixed(Digest.LENGTH));
    long kept = in.u64();
    Optional<String> refusal = in.optional(each -> each.text(MAX_REFUSAL));
    return in.end(() -> new PieceKept(episode, ciphertext, kept, refusal));
  }
}
