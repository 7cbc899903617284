package org.epione.demo.client;

import java.io.IOException;

/** The portal could not be reached, or the connection broke before its answer was complete. */
public final class PortalAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortalAway(String what) {
    super(what + ". Is the server up?");
  }

  PortalAway(String request, IOException cause) {
    super(request + " got no answer. Is the server up?", cause);
  }
}
