package org.epione.account.boundary;

import org.epione.platform.identity.AccountId;

/**
 * What a feature does when a person has signed in, with all that is asked of her. Implementations
 * are {@code @ApplicationScoped} beans; they run in the transaction in which the session begins.
 */
public interface SignInObserver {

  /** She has. */
  void signedIn(AccountId account);
}
