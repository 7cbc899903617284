package org.epione.web.guardian;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.epione.guardian.boundary.MyGuardianships;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.web.session.SignedInUser;
import org.jspecify.annotations.Nullable;

/** For whom a request is that names a guardianship, or none: {@code ?for=}, as pages have it. */
@RequestScoped
public class ForWhom {

  @EJB private MyGuardianships guardianships;
  @Inject private SignedInUser user;

  /**
   * The person who is signed in, or the minor for whom she acts by that guardianship.
   *
   * @throws RefusedException EHR-1003 when she does not, or not any more
   */
  public AccountId patient(@Nullable String guardianship) {
    return guardianship == null || guardianship.isEmpty()
        ? user.keySession().account()
        : guardianships.ward(guardianship);
  }
}
