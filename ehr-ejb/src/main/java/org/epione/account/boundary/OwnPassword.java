package org.epione.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** Asks whoever decides for the password again. */
@Stateless
@PermitAll
public class OwnPassword {

  @EJB private PersonKeys personKeys;

  /**
   * Requires the caller's own password.
   *
   * @param password wiped by the caller
   * @throws RefusedException EHR-1011 when it is wrong
   */
  public void require(Caller caller, char[] password) {
    try {
      personKeys.prove(caller.accountId(), password);
    } catch (WrongPasswordException wrong) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }
}
