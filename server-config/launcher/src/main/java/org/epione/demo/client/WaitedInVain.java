package org.epione.demo.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that should have come by itself did not come in time. */
public final class WaitedInVain extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WaitedInVain(
      String what, Duration patience, String whereToLook, @Nullable RuntimeException last) {
    super(
        "Waited " + patience.toSeconds() + " s in vain for " + what + ". Look at " + whereToLook,
        last);
  }
}
