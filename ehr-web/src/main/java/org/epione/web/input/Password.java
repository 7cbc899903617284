package org.epione.web.input;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends where an act needs the password again.
 *
 * @param password as typed
 */
public record Password(@Nullable String password) {

  /** Acts with the password and wipes the copy that was made of it. */
  public static <T> T use(@Nullable String typed, Function<char[], T> act) {
    char[] copy = characters(typed);
    try {
      return act.apply(copy);
    } finally {
      Arrays.fill(copy, '\0');
    }
  }

  /**
   * The password of a request body as characters that the caller wipes; refused if there is none.
   */
  public static char[] characters(@Nullable String typed) {
    if (typed == null || typed.isEmpty()) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "The password is needed.");
    }
    return typed.toCharArray();
  }

  /** Acts with the password of a request body, which may be absent. */
  public static void of(@Nullable Password body, Consumer<char[]> act) {
    with(body == null ? null : body.password(), act);
  }

  /** As {@link #use}, where nothing comes of the act. */
  public static void with(@Nullable String typed, Consumer<char[]> act) {
    use(
        typed,
        copy -> {
          act.accept(copy);
          return copy.length;
        });
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Password";
  }
}
