package org.epione.demo.client;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A person's account as those who invited her see it.
 *
 * @param state {@code INVITED}, {@code ACTIVE} or {@code LOCKED}
 * @param code the one-time activation code while it waits to be used
 */
public record Invited(String accountId, String displayName, String state, Optional<String> code) {

  static Invited of(JsonObject account) {
    return new Invited(
        account.getString("accountId"),
        account.getString("displayName"),
        account.getString("state"),
        Optional.ofNullable(account.get("invitation"))
            .filter(JsonObject.class::isInstance)
            .flatMap(invitation -> Fields.text(invitation.asJsonObject(), "code")));
  }

  /** Whether the person has chosen name and password. */
  public boolean active() {
    return state.equals("ACTIVE");
  }

  /** Without the code. */
  @Override
  public String toString() {
    return accountId + " " + state;
  }
}
