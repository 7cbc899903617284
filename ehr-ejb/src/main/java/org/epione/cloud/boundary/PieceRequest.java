package org.epione.cloud.boundary;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * Send these bytes of a sealed attachment: {@code cloud.fetch-piece} from the system manager,
 * answered by {@code cloud.piece}, or {@code cloud.recall-piece} from the hospital that stored it,
 * for its patient, answered by {@code cloud.piece-recalled}. Both answers are {@link StoredPiece}.
 *
 * @param episode whose record it belongs to: of another episode it is not given
 * @param ciphertext digest of the whole sealed stream
 * @param offset of the first byte
 */
public record PieceRequest(RecordId episode, Digest ciphertext, long offset) {

  public static final String TYPE = "cloud.fetch-piece";

  /** The type from a hospital: each type of answer has one receiver. */
  public static final String RECALL_TYPE = "cloud.recall-piece";

  private static final String TAG = "epione.cloud.fetch-piece";

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), RecordId.LENGTH)
        .fixed(ciphertext.bytes(), Digest.LENGTH)
        .u64(offset)
        .toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static PieceRequest decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RecordId episode = RecordId.of(in.fixed(RecordId.LENGTH));
    Digest ciphertext = Digest.decode(in.fixed(Digest.LENGTH));
    long offset = in.u64();
    return in.end(() -> new PieceRequest(episode, ciphertext, offset));
  }
}
