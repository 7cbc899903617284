package org.epione.demo.client;

import jakarta.json.JsonObject;

/**
 * A person's account as those who invited her see it.
 *
 * @param state {@code INVITED}, {@code ACTIVE} or {@code DISABLED}
 */
public record Invited(String accountId, String displayName, String state) {

  static Invited of(JsonObject account) {
    return new Invited(
        account.getString("accountId"),
        account.getString("displayName"),
        account.getString("state"));
  }

  /** Whether the person has chosen name and password. */
  public boolean active() {
    return state.equals("ACTIVE");
  }
}
