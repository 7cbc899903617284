package org.epione.team.boundary;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.team.control.ReturnMessage;

/**
 * What the doctor of another hospital did with her turn.
 *
 * @param epoch of the group key
 * @param step of the turn
 * @param confirmation 32 bytes: she holds the group key
 * @param part what she signed, on top of all before; or else
 * @param returned to whom she sends it back
 */
public record VisitedTurn(
    int epoch,
    int step,
    ByteString confirmation,
    Optional<SignedPart> part,
    Optional<Returned> returned) {

  /**
   * A return for correction.
   *
   * @param place of the doctor who signs again
   * @param sealedReason under the group key
   */
  public record Returned(int place, ByteString sealedReason) {

    void write(CanonicalWriter out) {
      out.u8(place).bytes(sealedReason.bytes());
    }

    static Returned read(CanonicalReader in) {
      return new Returned(in.u8(), ByteString.of(in.bytes(ReturnMessage.MAX_REASON + 256)));
    }
  }

  public VisitedTurn {
    if (part.isPresent() == returned.isPresent()) {
      throw new IllegalArgumentException("a turn is signed or sent back");
    }
  }

  /** Writes it into an encoding of the caller's. */
  public void write(CanonicalWriter out) {
    out.u16(epoch)
        .u16(step)
        .fixed(confirmation.bytes(), 32)
        .optional(part, (each, signed) -> signed.write(each))
        .optional(returned, (each, back) -> back.write(each));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is both or neither
   */
  public static VisitedTurn read(CanonicalReader in) {
    return new VisitedTurn(
        in.u16(),
        in.u16(),
        ByteString.of(in.fixed(32)),
        in.optional(SignedPart::read),
        in.optional(Returned::read));
  }
}
