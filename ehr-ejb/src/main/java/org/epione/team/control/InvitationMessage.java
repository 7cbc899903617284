package org.epione.team.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code team.invitation}: brings a doctor the {@link Briefing}, sealed.
 *
 * @param episode 16 bytes
 * @param epoch of the group key inside
 * @param position the doctor's place, from 1
 * @param sealedBriefing HPKE, auth mode, from the hospital to that doctor
 */
record InvitationMessage(ByteString episode, int epoch, int position, ByteString sealedBriefing) {

  static final String TYPE = "team.invitation";
  private static final String TAG = "epione.team.invitation";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), 16)
        .u16(epoch)
        .u8(position)
        .bytes(sealedBriefing.bytes())
        .toByteArray();
  }

  static InvitationMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString episode = ByteString.of(in.fixed(16));
    int epoch = in.u16();
    int position = in.u8();
    ByteString sealed = ByteString.of(in.bytes(Briefing.MAX_ENCODED + 256));
    return in.end(() -> new InvitationMessage(episode, epoch, position, sealed));
  }
}
