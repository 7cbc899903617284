package org.epione.guardian.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Notes the end of what time has ended. */
@ApplicationScoped
public class Expiry {

  @Inject private GuardianRegister register;
  @Inject private Ending ending;

  /** Ends all of it, with the wrapped keys. */
  void endOver() {
    register.overdue().forEach(row -> ending.end(row, register.state(row), Optional.empty()));
    register.flush();
  }
}
