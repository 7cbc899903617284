package org.epione.recovery.boundary;

import java.time.Instant;
import java.util.Optional;
import org.epione.account.boundary.Role;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * A recovery as the system manager and auditors see it: without the name of the person.
 *
 * @param id 32 hexadecimal digits, the same as at the hospital
 * @param account of the person, at the hospital
 * @param approver who approved for the hospital, by name
 * @param approverAccount the same, by account
 * @param reason that the approver gave
 * @param officer who decided for the system manager; empty before
 * @param answer the officer's reason; empty before
 */
public record RecoveryCaseView(
    String id,
    PartyCode hospital,
    String hospitalName,
    AccountId account,
    Role role,
    CaseState state,
    Instant approved,
    Instant expires,
    String approver,
    AccountId approverAccount,
    String reason,
    String officer,
    String answer,
    Optional<Instant> decided,
    Optional<Instant> ended) {

  /** Without names and reasons. */
  @Override
  public String toString() {
    return "recovery " + id + " " + state;
  }
}
