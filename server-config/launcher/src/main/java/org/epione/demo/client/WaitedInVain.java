package org.epione.demo.client;

import java.time.Duration;

/** Something that should have come by itself did not come in time. */
public final class WaitedInVain extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WaitedInVain(String what, Duration patience, String whereToLook) {
    super("Waited " + patience.toSeconds() + " s in vain for " + what + ". Look at " + whereToLook);
  }
}
