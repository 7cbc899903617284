package org.epione.enrolment.boundary;

import java.time.Instant;
import org.epione.platform.identity.AccountId;

/**
 * What is printed for a person who was invited.
 *
 * @param name whose it is
 * @param code the one-time activation code; whoever holds it can take the account
 */
public record ActivationSlip(AccountId account, String name, String code, Instant expires) {

  /** Without the code. */
  @Override
  public String toString() {
    return "ActivationSlip[" + account + "]";
  }
}
