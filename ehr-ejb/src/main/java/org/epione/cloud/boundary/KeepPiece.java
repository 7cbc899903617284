package org.epione.cloud.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * {@code cloud.keep-piece}, hospital to cloud: the next bytes of a sealed attachment of an episode.
 * Answered by {@code cloud.piece-kept} ({@link PieceKept}). One piece waits for its answer before
 * the next is sent, so that an attachment of a gigabyte never lies in a queue.
 *
 * @param ciphertext digest of the whole sealed stream
 * @param length of the whole, in bytes
 * @param offset of these bytes in it
 * @param piece 1 to {@link #MAX_PIECE} bytes
 */
public record KeepPiece(
    RecordId episode, Digest ciphertext, long length, long offset, ByteString piece) {

  public static final String TYPE = "cloud.keep-piece";

  /** Longest piece in bytes. */
  public static final int MAX_PIECE = 8 << 20;

  private static final String TAG = "epione.cloud.keep-piece";

  public KeepPiece {
    if (piece.size() == 0 || piece.size() > MAX_PIECE || offset > length - piece.size()) {
      throw new IllegalArgumentException("the piece lies outside");
    }
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), RecordId.LENGTH)
        .fixed(ciphertext.bytes(), Digest.LENGTH)
        .u64(length)
        .u64(offset)
        .bytes(piece.bytes())
        .toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static KeepPiece decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RecordId episode = RecordId.of(in.fixed(RecordId.LENGTH));
    Digest ciphertext = Digest.decode(in.fixed(Digest.LENGTH));
    long length = in.u64();
    long offset = in.u64();
    ByteString piece = ByteString.of(in.bytes(MAX_PIECE));
    return in.end(() -> new KeepPiece(episode, ciphertext, length, offset, piece));
  }
}
