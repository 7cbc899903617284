package org.epione.demo.client;

import java.io.IOException;

/**
 * The portal could not be reached, the connection broke before its answer was complete, or it asked
 * to come again later.
 */
public final class PortalAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortalAway(String what) {
    super(what + ". Is the server up?");
  }

  PortalAway(String request, IOException cause) {
    super(request + " got no answer. Is the server up?", cause);
  }
}
