package org.epione.team.control;

import java.nio.charset.StandardCharsets;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * {@code team.return}: sends the turn back to a doctor before, who and all after sign again.
 *
 * @param episode 16 bytes
 * @param epoch of the group key
 * @param step counts every hand-over of the episode, as in {@link TurnMessage}
 * @param position of the doctor who signs again
 * @param sealedReason under the group key: it may speak of the patient
 */
public record ReturnMessage(
    ByteString episode, int epoch, int step, int position, ByteString sealedReason) {

  static final String TYPE = "team.return";

  /** Longest reason in bytes of UTF-8. */
  public static final int MAX_REASON = 2000;

  private static final String TAG = "epione.team.return";

  public ReturnMessage {
    if (position < 1 || position > 7) {
      throw new IllegalArgumentException("nobody is before that position");
    }
  }

  /**
   * A reason as somebody wrote it.
   *
   * @throws RefusedException EHR-3012 when it is empty or too long
   */
  static byte[] reason(String written) {
    byte[] why = written.strip().getBytes(StandardCharsets.UTF_8);
    if (why.length == 0 || why.length > MAX_REASON) {
      throw new RefusedException(ErrorCode.REASON_MISSING);
    }
    return why;
  }

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), 16)
        .u16(epoch)
        .u16(step)
        .u8(position)
        .bytes(sealedReason.bytes())
        .toByteArray();
  }

  static ReturnMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString episode = ByteString.of(in.fixed(16));
    int epoch = in.u16();
    int step = in.u16();
    int position = in.u8();
    ByteString reason = ByteString.of(in.bytes(MAX_REASON + 256));
    return in.end(() -> new ReturnMessage(episode, epoch, step, position, reason));
  }
}
