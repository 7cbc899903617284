package org.epione.enrolment.boundary;

import java.time.Instant;
import java.util.Optional;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.Role;
import org.epione.platform.identity.AccountId;

/**
 * Someone who works for a party, as its administrator sees her.
 *
 * @param account where her account stands
 * @param doctor where a doctor's enrolment stands; empty for others
 * @param refusal why the chain refused a doctor's enrolment; empty unless it did
 * @param standing a doctor's credit, once the chain knows her
 */
public record StaffView(
    AccountId accountId,
    Role role,
    String displayName,
    String specialty,
    AccountState account,
    Instant invited,
    Optional<DoctorState> doctor,
    String refusal,
    Optional<Standing> standing) {

  /** Whether she is a doctor on the chain. */
  public boolean enrolled() {
    return doctor.filter(state -> state == DoctorState.ENROLLED).isPresent();
  }
}
