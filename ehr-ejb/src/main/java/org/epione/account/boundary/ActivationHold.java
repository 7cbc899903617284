package org.epione.account.boundary;

import org.epione.platform.identity.AccountId;

/**
 * What a feature says against handing over an account that waits for its person. Implementations
 * are {@code @ApplicationScoped} beans; they run in the caller's transaction.
 */
public interface ActivationHold {

  /** Whether nobody shall take over that account now. */
  boolean holds(AccountId account);
}
