package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/** How much a doctor can ask at one time, so that no patient is flooded with questions. */
@ApplicationScoped
public class BundleLimits {

  /** Most bundles of a doctor of which something waits for a patient. */
  static final int MOST_OPEN = 3;

  @Inject private RequestRegister register;
  @Inject private Clock clock;

  /**
   * Refuses one more bundle.
   *
   * @throws RefusedException EHR-4841 while so many of hers are open
   */
  void requireRoom(AccountId doctor) {
    if (register.openBundles(doctor, clock.instant()) >= MOST_OPEN) {
      throw new RefusedException(ErrorCode.BUNDLES_OPEN);
    }
  }
}
