package org.epione.platform.identity;

import java.util.function.Function;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** What pages and resources name something by. */
public final class Given {

  private Given() {}

  /**
   * The identity from its text: what is none does not exist.
   *
   * @param parse throws {@link MalformedEncodingException} for a text that is none
   * @throws RefusedException EHR-1003 for such a text
   */
  public static <T> T id(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (MalformedEncodingException e) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
  }
}
