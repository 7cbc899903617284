package org.epione.appointment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.appointment.control.VerifierBook;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.identity.AccountId;

/**
 * A signed-in patient sets the password that she books with, a guardian the one that a minor's
 * appointments are booked with, and a doctor the one that opens her calendar. The browser makes the
 * verifier; the password never leaves it. When a guardianship ends, the minor's is forgotten, and a
 * doctor's when she is expelled or leaves.
 */
@Stateless
@RolesAllowed({Role.Name.PATIENT, Role.Name.DOCTOR})
public class AppointmentPassword {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private PersonKeys keys;
  @Inject private VerifierBook verifiers;

  /**
   * What setting it takes, for the caller or a minor for whom she acts.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1002 for anybody else's
   */
  public PasswordView of(AccountId owner) {
    return verifiers.view(whoMay(owner, callers.current()));
  }

  /**
   * Keeps a verifier in place of the one before, and lifts the lock of too many wrong tries.
   *
   * @param owner the caller, or a minor for whom she acts
   * @param verifier {@code PasswordVerifier}, 173 bytes, with the cost that {@link #of} tells
   * @param password of the caller's account, wiped by the caller
   * @throws WrongPasswordException if that does not open the caller's keys
   * @throws org.epione.platform.error.RefusedException EHR-1002 for anybody else's, EHR-3310 for
   *     what is no such verifier, EHR-3306 if another patient of the hospital books with this
   *     number, EHR-4891 for a doctor who is not enrolled or was expelled
   */
  public PasswordView set(AccountId owner, byte[] verifier, char[] password)
      throws WrongPasswordException {
    Caller caller = callers.current();
    whoMay(owner, caller);
    keys.close(keys.open(caller.accountId(), password));
    return verifiers.set(owner, verifier);
  }

  /**
   * Forgets it: it opens nothing any more.
   *
   * @param owner the caller, or a minor for whom she acts
   * @param password of the caller's account, wiped by the caller
   * @throws org.epione.platform.error.RefusedException EHR-1002 for anybody else's
   */
  public PasswordView remove(AccountId owner, char[] password) throws WrongPasswordException {
    Caller caller = callers.current();
    whoMay(owner, caller);
    keys.close(keys.open(caller.accountId(), password));
    return verifiers.remove(owner);
  }

  private AccountId whoMay(AccountId owner, Caller caller) {
    access.require(caller, Act.SET_APPOINTMENT_PASSWORD, Subject.of(owner, caller.party()));
    return owner;
  }
}
