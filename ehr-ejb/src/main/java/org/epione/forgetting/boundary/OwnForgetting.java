package org.epione.forgetting.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.forgetting.control.Asking;

/** A patient asks her hospital to forget her, and takes it back. */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class OwnForgetting {

  @EJB private Callers callers;
  @Inject private Asking asking;

  /** How the latest stands; empty if she never asked. */
  public Optional<OwnForgettingView> mine() {
    return asking.of(callers.current());
  }

  /**
   * Asks. Nothing is destroyed before two people of the hospital agreed, and not before the date
   * that {@link #mine} shows.
   *
   * @param password wiped by the caller
   * @throws org.epione.platform.error.RefusedException EHR-1011 for a wrong password, EHR-4822 when
   *     it was asked already
   */
  public void ask(char[] password) {
    asking.ask(callers.current(), password);
  }

  /**
   * Takes it back, also what the hospital started.
   *
   * @throws org.epione.platform.error.RefusedException EHR-4823 when there is nothing to take back
   */
  public void takeBack() {
    asking.takeBack(callers.current());
  }
}
