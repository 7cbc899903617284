package org.epione.crypto.scheme.pake;

import java.util.function.Function;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.transcript.Hmac;

/**
 * Who sends a message, in which protocol. Its two messages have tags of their own, so that none can
 * be taken for another: not one that comes back to its sender, nor one of the other protocol, nor a
 * share for a confirmation.
 */
enum Party {
  /** The patient in SPAKE2+. */
  PROVER("epione.spake2plus.prover-share", "epione.spake2plus.prover-confirmation"),
  /** The hospital in SPAKE2+. */
  VERIFIER("epione.spake2plus.verifier-share", "epione.spake2plus.verifier-confirmation"),
  /** The side that begins in SPAKE2. */
  A("epione.spake2.a-share", "epione.spake2.a-confirmation"),
  /** The side that answers in SPAKE2. */
  B("epione.spake2.b-share", "epione.spake2.b-confirmation");

  private final String shareTag;
  private final String confirmationTag;

  Party(String shareTag, String confirmationTag) {
    this.shareTag = shareTag;
    this.confirmationTag = confirmationTag;
  }

  /** The other side of the same protocol. */
  Party peer() {
    return switch (this) {
      case PROVER -> VERIFIER;
      case VERIFIER -> PROVER;
      case A -> B;
      case B -> A;
    };
  }

  ByteString encodeShare(P256Point share) {
    return encode(shareTag, share.encode(), P256Point.LENGTH);
  }

  P256Point decodeShare(byte[] encoded) {
    return decode(shareTag, encoded, in -> P256Point.decode(in.fixed(P256Point.LENGTH)));
  }

  ByteString encodeConfirmation(byte[] confirmation) {
    return encode(confirmationTag, confirmation, Hmac.LENGTH);
  }

  byte[] decodeConfirmation(byte[] encoded) {
    return decode(confirmationTag, encoded, in -> in.fixed(Hmac.LENGTH));
  }

  private static ByteString encode(String tag, byte[] content, int length) {
    return ByteString.of(CanonicalWriter.of(tag, 1).fixed(content, length).toByteArray());
  }

  private static <T> T decode(String tag, byte[] encoded, Function<CanonicalReader, T> content) {
    return CanonicalReader.decode(tag, 1, encoded, content);
  }
}
