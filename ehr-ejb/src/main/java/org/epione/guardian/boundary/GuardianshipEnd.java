package org.epione.guardian.boundary;

import org.epione.custody.boundary.Acting;

/**
 * A feature that takes away what a guardian set for a minor and leaves behind; called within the
 * transaction that ends a guardianship which was in force.
 */
@FunctionalInterface
public interface GuardianshipEnd {

  /** The guardian acts for that minor no more; somebody else still may. */
  void ended(Acting acting);
}
