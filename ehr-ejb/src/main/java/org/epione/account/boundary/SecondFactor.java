package org.epione.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.account.control.AccountEvents;
import org.epione.account.control.SecondFactors;

/**
 * The calling person's own second factor: one-time codes by time (TOTP, RFC 6238) of 6 digits from
 * SHA-1 every 30 seconds, as authenticators know them. Of any role; all methods refuse with
 * EHR-1001 who is not signed in. Passwords are wiped by the caller.
 */
@Stateless
@PermitAll
public class SecondFactor {

  @EJB private Callers callers;
  @Inject private SecondFactors factors;
  @Inject private AccountEvents events;

  /** Whether there is one. */
  public SecondFactorView mine() {
    return factors.view(callers.current());
  }

  /**
   * Begins to set one up; it counts once {@link #confirm} has seen a code. Beginning again makes
   * another key.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1011 for a wrong password, EHR-1043 when
   *     there is one
   */
  public Enrolment begin(char[] password) {
    return factors.begin(callers.current(), password);
  }

  /**
   * Confirms by a code that the authenticator has the key.
   *
   * @return the recovery codes, each of which replaces one code once; not shown again
   * @throws org.epione.platform.error.RefusedException EHR-1041 for a wrong code, EHR-1044 when
   *     none is being set up
   */
  public List<String> confirm(String code) {
    return factors.confirm(callers.current(), code);
  }

  /**
   * Other recovery codes in place of those before.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1011 for a wrong password, EHR-1041 for
   *     a wrong code, EHR-1044 when there is no second factor
   */
  public List<String> renewRecoveryCodes(char[] password, String code) {
    return factors.renewRecoveryCodes(callers.current(), password, code);
  }

  /**
   * Switches it off.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1011 for a wrong password, EHR-1041 for
   *     a wrong code, EHR-1044 when there is none, EHR-1045 when the person's role needs one
   */
  public void remove(char[] password, String code) {
    factors.remove(callers.current(), password, code);
  }

  /** What happened to the protection of the account, the latest first, at most 50. */
  public List<AccountEventView> events() {
    return events.of(callers.current().accountId());
  }

  /** The person knows of all that she was told. */
  public void acknowledge() {
    events.acknowledge(callers.current().accountId());
  }
}
