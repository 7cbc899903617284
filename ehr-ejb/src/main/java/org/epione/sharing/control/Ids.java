package org.epione.sharing.control;

import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RequestId;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** Identities as they come from pages and resources: what is none does not exist. */
public final class Ids {

  private Ids() {}

  /** The request of that id. */
  public static RequestId request(String text) {
    return parse(() -> RequestId.ofHex(text));
  }

  /** The reading of that id. */
  public static ReadId reading(String text) {
    return parse(() -> ReadId.ofHex(text));
  }

  /** The grant of that digest. */
  public static Digest grant(String text) {
    return parse(() -> Digest.ofHex(text));
  }

  /** The act of that name. */
  public static Digest bundle(String text) {
    return parse(() -> Digest.ofHex(text));
  }

  /** The reference of an episode. */
  public static EpisodeReference reference(String text) {
    return parse(() -> EpisodeReference.parse(text));
  }

  private static <T> T parse(java.util.function.Supplier<T> text) {
    try {
      return text.get();
    } catch (MalformedEncodingException e) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
  }
}
