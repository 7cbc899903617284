package org.epione.team.control;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code opinion.done}: what the doctor of another hospital did with her turn.
 *
 * @param id 16 bytes, of the question that she agreed to
 * @param epoch of the group key
 * @param step of the turn
 * @param confirmation 32 bytes: she holds the group key
 * @param part what she signed, on top of all before; or else
 * @param returned to whom she sends it back
 */
record VisitedMessage(
    ByteString id,
    int epoch,
    int step,
    ByteString confirmation,
    Optional<SignedPart> part,
    Optional<Returned> returned) {

  static final String TYPE = "opinion.done";
  private static final String TAG = "epione.opinion.done";

  /**
   * A return for correction.
   *
   * @param place of the doctor who signs again
   * @param sealedReason under the group key
   */
  record Returned(int place, ByteString sealedReason) {

    void write(CanonicalWriter out) {
      out.u8(place).bytes(sealedReason.bytes());
    }

    static Returned read(CanonicalReader in) {
      return new Returned(in.u8(), ByteString.of(in.bytes(ReturnMessage.MAX_REASON + 256)));
    }
  }

  VisitedMessage {
    if (part.isPresent() == returned.isPresent()) {
      throw new IllegalArgumentException("a turn is signed or sent back");
    }
  }

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(id.bytes(), 16)
        .u16(epoch)
        .u16(step)
        .fixed(confirmation.bytes(), 32)
        .optional(part, (out, each) -> each.write(out))
        .optional(returned, (out, each) -> each.write(out))
        .toByteArray();
  }

  static VisitedMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString id = ByteString.of(in.fixed(16));
    int epoch = in.u16();
    int step = in.u16();
    ByteString confirmation = ByteString.of(in.fixed(32));
    Optional<SignedPart> part = in.optional(SignedPart::read);
    Optional<Returned> returned = in.optional(Returned::read);
    return in.end(() -> new VisitedMessage(id, epoch, step, confirmation, part, returned));
  }
}
