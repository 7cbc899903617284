package org.epione.guardian.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.account.boundary.ActivationHold;
import org.epione.platform.identity.AccountId;

/** While somebody acts for a minor, or was named, the account is not handed to anybody. */
@ApplicationScoped
public class MinorsCodes implements ActivationHold {

  @Inject private GuardianRegister register;

  @Override
  public boolean holds(AccountId account) {
    return !register.openOf(account).isEmpty();
  }
}
