package org.epione.account.boundary;

import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * The signed-in person on whose behalf a boundary runs; from {@link Callers#current()}.
 *
 * @param personReference the feature's own key of the person, as given at invitation
 */
public record Caller(
    AccountId accountId,
    String userName,
    String displayName,
    Role role,
    PartyCode party,
    String personReference) {

  /** Without names. */
  @Override
  public String toString() {
    return role + " " + accountId;
  }
}
