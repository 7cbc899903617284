package org.epione.team.control;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.team.boundary.SignedPart;

/**
 * {@code team.turn}: hands the turn to the doctor at {@code position}, with all that the doctors
 * before signed.
 *
 * @param episode 16 bytes
 * @param epoch of the group key
 * @param step counts every hand-over of the episode, forward or back, from 1
 * @param position the receiver's place, from 1
 * @param parts of the positions before, in order
 */
record TurnMessage(ByteString episode, int epoch, int step, int position, List<SignedPart> parts) {

  static final String TYPE = "team.turn";
  private static final String TAG = "epione.team.turn";

  TurnMessage {
    parts = List.copyOf(parts);
    if (position < 1 || position > 8 || parts.size() != position - 1) {
      throw new IllegalArgumentException("the parts do not lead to the position");
    }
  }

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), 16)
        .u16(epoch)
        .u16(step)
        .u8(position)
        .list(parts, (out, part) -> part.write(out))
        .toByteArray();
  }

  static TurnMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString episode = ByteString.of(in.fixed(16));
    int epoch = in.u16();
    int step = in.u16();
    int position = in.u8();
    List<SignedPart> parts = in.list(8, SignedPart::read);
    return in.end(() -> new TurnMessage(episode, epoch, step, position, parts));
  }
}
