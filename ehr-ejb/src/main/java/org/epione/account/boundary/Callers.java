package org.epione.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.Optional;

/** Who is calling, from the container's security context. */
@Stateless
@PermitAll
public class Callers {

  /**
   * The signed-in person.
   *
   * @throws org.epione.platform.error.RefusedException when nobody is signed in or the account was
   *     closed
   */
  public Caller current() {
    throw new UnsupportedOperationException();
  }

  /** The signed-in person, or empty, for example while a message is handled. */
  public Optional<Caller> find() {
    throw new UnsupportedOperationException();
  }
}
