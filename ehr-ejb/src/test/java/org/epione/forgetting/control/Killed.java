package org.epione.forgetting.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A step in the test's own transaction, which the test ends as a killed server does. */
@ApplicationScoped
public class Killed {

  @Inject private ForgettingRegister register;
  @Inject private Destruction destruction;

  /** Does what comes next. */
  public boolean next(String id) {
    return destruction.next(register.take(id).orElseThrow());
  }
}
