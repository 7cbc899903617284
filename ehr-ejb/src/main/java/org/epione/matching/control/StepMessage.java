package org.epione.matching.control;

import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code matching.step}: what one side's browser says in a comparison. A's share; B's share and
 * confirmation; A's confirmation.
 *
 * @param share message of SPAKE2, not looked into by hospitals
 * @param confirmation likewise
 * @param blocks with a share: tags of those whom the patient is never paired with, {@link Blocks}
 */
record StepMessage(
    Pair pair,
    Optional<ByteString> share,
    Optional<ByteString> confirmation,
    List<ByteString> blocks) {

  static final String TYPE = "matching.step";

  /** Most bytes of a share or confirmation. */
  static final int MOST = 128;

  private static final String TAG = "epione.matching.step";

  StepMessage {
    blocks = List.copyOf(blocks);
  }

  byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1);
    pair.write(out);
    return out.optional(share, (to, each) -> to.bytes(each.bytes()))
        .optional(confirmation, (to, each) -> to.bytes(each.bytes()))
        .list(blocks, (to, each) -> to.fixed(each.bytes(), Blocks.TAG_LENGTH))
        .toByteArray();
  }

  static StepMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new StepMessage(
                Pair.read(in),
                in.optional(each -> ByteString.of(each.bytes(MOST))),
                in.optional(each -> ByteString.of(each.bytes(MOST))),
                in.list(Blocks.MOST_TOLD, each -> ByteString.of(each.fixed(Blocks.TAG_LENGTH)))));
  }
}
