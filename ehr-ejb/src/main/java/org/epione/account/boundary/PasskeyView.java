package org.epione.account.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A passkey of a person.
 *
 * @param id SHA-256 of the credential's id, in hexadecimal
 * @param name as the person named it
 * @param lastUsed when she last signed in by it; empty before the first time
 * @param usable whether it belongs to the address that the portal has now
 */
public record PasskeyView(
    String id, String name, Instant added, Optional<Instant> lastUsed, boolean usable) {

  /** Without the name. */
  @Override
  public String toString() {
    return "passkey " + id;
  }
}
