package org.epione.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.account.boundary.Role;
import org.epione.account.entity.Account;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** The one account that nobody invites. */
@ApplicationScoped
public class FirstAccount {

  private static final String REFERENCE = "first-administrator";

  @Inject private AccountBook book;

  /** An active account for the first administrator. */
  public Account create(PartyCode party, Role role, String typedName, char[] password) {
    String userName =
        Credentials.userName(typedName)
            .orElseThrow(() -> new RefusedException(ErrorCode.USER_NAME_TAKEN));
    Credentials.requireStrong(password, userName);
    Account account = book.create(party, role, userName, REFERENCE, password);
    book.activate(account, userName);
    return account;
  }
}
