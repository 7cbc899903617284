package org.epione.account.boundary;

import java.time.Instant;
import java.util.Optional;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * An account as administrators see it.
 *
 * @param userName empty until activated
 * @param invitationExpires empty once activated
 */
public record AccountView(
    AccountId id,
    Optional<String> userName,
    String displayName,
    Role role,
    PartyCode party,
    String personReference,
    AccountState state,
    Optional<Instant> invitationExpires) {

  /** Without names. */
  @Override
  public String toString() {
    return role + " " + id + " " + state;
  }
}
