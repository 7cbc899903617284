package org.epione.recovery.boundary;

import java.time.Instant;
import org.epione.account.boundary.Role;

/**
 * A lost password as the hospital sees it.
 *
 * @param id 32 hexadecimal digits
 * @param name whose it is
 * @param recoverable whether both shares of the present key were made
 * @param own whether it is the caller's own, which others have to approve
 * @param by who approved or refused for the hospital; empty before
 * @param reason given by that person
 * @param answer the system manager's reason; empty before
 * @param changed when it last moved on
 */
public record RecoveryView(
    String id,
    String name,
    String userName,
    Role role,
    RecoveryState state,
    Instant asked,
    Instant expires,
    Instant changed,
    boolean recoverable,
    boolean own,
    String by,
    String reason,
    String answer) {

  /** Without names and reasons. */
  @Override
  public String toString() {
    return "recovery " + id + " " + state;
  }
}
