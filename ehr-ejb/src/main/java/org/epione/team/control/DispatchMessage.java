package org.epione.team.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code opinion.dispatch}, from a hospital to itself: the turn of a doctor of another hospital is
 * to be sent there. A message of its own, so that the hospital decides on her access after the turn
 * is hers, and records that, before anything leaves.
 *
 * @param episode 16 bytes
 * @param step of the turn
 */
record DispatchMessage(ByteString episode, int step) {

  static final String TYPE = "opinion.dispatch";
  private static final String TAG = "epione.opinion.dispatch";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1).fixed(episode.bytes(), 16).u16(step).toByteArray();
  }

  static DispatchMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString episode = ByteString.of(in.fixed(16));
    int step = in.u16();
    return in.end(() -> new DispatchMessage(episode, step));
  }
}
