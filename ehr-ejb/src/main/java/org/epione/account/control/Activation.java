package org.epione.account.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.ActivationCode;
import org.epione.account.boundary.ActivationHold;
import org.epione.account.boundary.Sources;
import org.epione.account.entity.Account;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.attempt.AttemptKind;
import org.epione.platform.attempt.Attempts;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/** How a person takes over an account, and changes its password. */
@ApplicationScoped
public class Activation {

  @Inject private AccountBook book;

  @Inject private Invitations invitations;
  @Inject private AccountEvents events;

  @EJB private PersonKeys personKeys;

  @EJB private Attempts attempts;

  @Inject private Instance<ActivationHold> holds;

  /** Takes over the account that waits for the holder of this code. */
  public AccountId activate(String source, String typed, String typedName, char[] password) {
    String counted = Sources.subject(source);
    attempts.begin(AttemptKind.SOURCE, counted);
    ActivationCode code = ActivationCode.parse(typed).orElseThrow(Activation::refused);
    Account account =
        invitations.accountOf(code).filter(this::isFree).orElseThrow(Activation::refused);
    attempts.takeBack(counted);
    String userName =
        Credentials.userName(typedName)
            .orElseThrow(() -> new RefusedException(ErrorCode.USER_NAME_TAKEN));
    Credentials.requireStrong(password, userName);
    book.activate(account, userName);
    AccountId id = AccountId.of(account.id());
    try {
      personKeys.changeSecret(id, code.secret(), password);
    } catch (WrongPasswordException notTheCode) {
      throw refused();
    }
    invitations.use(account);
    return id;
  }

  private boolean isFree(Account account) {
    return holds.stream().noneMatch(each -> each.holds(AccountId.of(account.id())));
  }

  /** Another password for an active account. */
  public void changePassword(AccountId id, char[] before, char[] after) {
    Account account = book.get(id);
    if (account.state() != AccountState.ACTIVE) {
      throw new RefusedException(ErrorCode.ACCESS_DENIED);
    }
    requireStrong(id, after);
    try {
      personKeys.changeSecret(id, before, after);
    } catch (WrongPasswordException wrong) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
    events.add(id, AccountEventKind.PASSWORD_CHANGED, id);
  }

  /** Refuses a password that may not be this account's. */
  public void requireStrong(AccountId id, char[] password) {
    Account account = book.get(id);
    Credentials.requireStrong(
        password, Optional.ofNullable(account.userName()).orElse(account.id()));
  }

  private static RefusedException refused() {
    return new RefusedException(ErrorCode.ACTIVATION_REFUSED);
  }
}
