package org.epione.account.boundary;

import java.time.Instant;
import org.epione.platform.identity.AccountId;

/**
 * An account that waits for its person.
 *
 * @param code the one-time activation code, 16 characters of Crockford base32 (80 bits) in groups
 *     of four; to be handed to the person only
 */
public record Invitation(AccountId accountId, String code, Instant expires) {

  /** Without the code. */
  @Override
  public String toString() {
    return "Invitation[" + accountId + "]";
  }
}
