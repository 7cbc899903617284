package org.epione.demo;

import org.epione.demo.client.PortalRefusal;

/** Tries what must be refused. */
final class Refusals {
  private Refusals() {}

  /** Whether the portal refused with a problem of its own, not by failing. */
  static boolean refused(Runnable attempt) {
    try {
      attempt.run();
      return false;
    } catch (PortalRefusal refusal) {
      return refusal.status() < 500 && !refusal.code().isEmpty();
    }
  }
}
