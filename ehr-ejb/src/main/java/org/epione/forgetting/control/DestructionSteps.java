package org.epione.forgetting.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** One step, in a transaction of its own; another server on this database waits for its turn. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DestructionSteps {

  @Inject private ForgettingRegister register;
  @Inject private Destruction destruction;

  /** What is being destroyed, the oldest first. */
  public List<String> released() {
    return register.released();
  }

  /**
   * Does what comes next.
   *
   * @return whether there may be more to do at once
   */
  public boolean next(String id) {
    return register.take(id).filter(destruction::next).isPresent();
  }
}
