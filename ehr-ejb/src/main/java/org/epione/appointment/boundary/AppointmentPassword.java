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

/**
 * A signed-in patient sets the password that she books with. Her browser makes the verifier; the
 * password never leaves it.
 */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class AppointmentPassword {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private PersonKeys keys;
  @Inject private VerifierBook verifiers;

  /** What setting it takes. */
  public PasswordView mine() {
    return verifiers.view(patient());
  }

  /**
   * Keeps a verifier in place of the one before, and lifts the lock of too many wrong tries.
   *
   * @param verifier {@code PasswordVerifier}, 173 bytes, with the cost that {@link #mine} tells
   * @param password of the account, wiped by the caller
   * @throws WrongPasswordException if that does not open the account's keys
   * @throws org.epione.platform.error.RefusedException EHR-3310 for what is no such verifier,
   *     EHR-3306 if another patient of the hospital books with this number
   */
  public PasswordView set(byte[] verifier, char[] password) throws WrongPasswordException {
    Caller patient = patient();
    keys.close(keys.open(patient.accountId(), password));
    return verifiers.set(patient, verifier);
  }

  /**
   * Forgets it: nobody can book with her card.
   *
   * @param password of the account, wiped by the caller
   */
  public PasswordView remove(char[] password) throws WrongPasswordException {
    Caller patient = patient();
    keys.close(keys.open(patient.accountId(), password));
    return verifiers.remove(patient);
  }

  private Caller patient() {
    Caller patient = callers.current();
    access.require(
        patient, Act.SET_APPOINTMENT_PASSWORD, Subject.of(patient.accountId(), patient.party()));
    return patient;
  }
}
