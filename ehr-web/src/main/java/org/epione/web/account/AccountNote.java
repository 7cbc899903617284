package org.epione.web.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.epione.account.boundary.AccountEventView;
import org.epione.account.boundary.SecondFactor;
import org.epione.web.session.SignedInUser;
import org.jspecify.annotations.Nullable;

/** What a person has to be told of her account on every page, until she says that she knows. */
@Named
@RequestScoped
public class AccountNote {

  @EJB private SecondFactor factor;
  @Inject private SignedInUser user;

  private @Nullable List<AccountEventView> notices;

  public List<AccountEventView> getNotices() {
    if (notices == null) {
      notices =
          user.person().isEmpty()
              ? List.of()
              : factor.events().stream().filter(AccountEventView::notice).toList();
    }
    return notices;
  }

  /** She knows. */
  public void acknowledge() {
    factor.acknowledge();
    notices = null;
  }
}
