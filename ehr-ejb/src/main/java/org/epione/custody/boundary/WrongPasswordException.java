package org.epione.custody.boundary;

import jakarta.ejb.ApplicationException;

/** A password does not open the account's keys. */
@ApplicationException(rollback = true)
public final class WrongPasswordException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Refuses. */
  public WrongPasswordException() {
    super("wrong password");
  }
}
