package org.epione.cloud.boundary;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * Send this ciphertext: {@code cloud.fetch} from the system manager, answered by {@code
 * cloud.content}, or {@code cloud.recall} from the hospital that stored it, for its patient,
 * answered by {@code cloud.recalled}. Both answers are {@link FetchedContent}.
 */
public record FetchRequest(RecordId episode, Digest ciphertext) {

  public static final String TYPE = "cloud.fetch";

  /** The type from a hospital: each type of answer has one receiver. */
  public static final String RECALL_TYPE = "cloud.recall";

  private static final String TAG = "epione.cloud.fetch";

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), RecordId.LENGTH)
        .fixed(ciphertext.bytes(), Digest.LENGTH)
        .toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static FetchRequest decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RecordId episode = RecordId.of(in.fixed(RecordId.LENGTH));
    Digest ciphertext = Digest.decode(in.fixed(Digest.LENGTH));
    return in.end(() -> new FetchRequest(episode, ciphertext));
  }
}
