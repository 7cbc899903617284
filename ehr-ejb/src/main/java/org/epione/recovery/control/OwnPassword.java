package org.epione.recovery.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.epione.account.boundary.Caller;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** Asks whoever decides for the password again. */
@ApplicationScoped
public class OwnPassword {

  @EJB private PersonKeys personKeys;

  void require(Caller caller, char[] password) {
    try {
      personKeys.prove(caller.accountId(), password);
    } catch (WrongPasswordException wrong) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }
}
