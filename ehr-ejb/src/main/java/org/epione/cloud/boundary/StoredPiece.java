package org.epione.cloud.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * {@code cloud.piece} in reply to {@code cloud.fetch-piece}, {@code cloud.piece-recalled} in reply
 * to {@code cloud.recall-piece}. Only the whole can be compared with the digest that was signed,
 * which the receiver does when it has all: the cloud is not trusted with integrity.
 *
 * @param finding what was found, of the file as a whole only whether it is there and has its length
 * @param length of the whole, in bytes
 * @param offset of these bytes in it
 * @param piece not empty exactly if the finding is INTACT
 */
public record StoredPiece(
    RecordId episode,
    Digest ciphertext,
    Finding finding,
    long length,
    long offset,
    ByteString piece) {

  public static final String TYPE = "cloud.piece";
  public static final String RECALLED_TYPE = "cloud.piece-recalled";

  /** Longest encoding in bytes. */
  public static final int MAX_ENCODED = KeepPiece.MAX_PIECE + 1024;

  private static final String TAG = "epione.cloud.piece";

  public StoredPiece {
    if ((piece.size() > 0) != (finding == Finding.INTACT)) {
      throw new IllegalArgumentException("bytes go with INTACT only");
    }
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), RecordId.LENGTH)
        .fixed(ciphertext.bytes(), Digest.LENGTH)
        .text(finding.name())
        .u64(length)
        .u64(offset)
        .bytes(piece.bytes())
        .toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static StoredPiece decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RecordId episode = RecordId.of(in.fixed(RecordId.LENGTH));
    Digest ciphertext = Digest.decode(in.fixed(Digest.LENGTH));
    String finding = in.text(16);
    long length = in.u64();
    long offset = in.u64();
    ByteString piece = ByteString.of(in.bytes(KeepPiece.MAX_PIECE));
    return in.end(
        () ->
            new StoredPiece(episode, ciphertext, Finding.valueOf(finding), length, offset, piece));
  }
}
