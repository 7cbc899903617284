package org.epione.guardian.boundary;

import org.epione.platform.identity.AccountId;

/**
 * A feature that takes away what a guardian set for a minor and knows; called within the
 * transaction that ends a guardianship which was in force.
 */
@FunctionalInterface
public interface GuardianshipEnd {

  /** Somebody acts for that account no more; somebody else still may. */
  void ended(AccountId ward);
}
