package org.epione.account.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.epione.account.control.AccountBook;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/** Who is calling, from the container's security context. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Callers {

  private static final Pattern ACCOUNT_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @Resource private SessionContext session;

  @Inject private AccountBook book;

  /**
   * The signed-in person.
   *
   * @throws RefusedException when nobody is signed in or the account was closed
   */
  public Caller current() {
    return find().orElseThrow(() -> new RefusedException(ErrorCode.NOT_SIGNED_IN));
  }

  /**
   * As whom the person of that account calls when she is signed in, for who has shown in another
   * way that it is hers; empty unless the account is active.
   */
  public Optional<Caller> signedInAs(AccountId account) {
    return book.find(account)
        .filter(found -> found.state() == AccountState.ACTIVE)
        .map(book::caller);
  }

  /** The signed-in person, or empty, for example while a message is handled. */
  public Optional<Caller> find() {
    // A server's name for nobody ("anonymous", "ANONYMOUS") is no account's id.
    return Optional.ofNullable(session.getCallerPrincipal())
        .map(java.security.Principal::getName)
        .filter(name -> ACCOUNT_ID.matcher(name).matches())
        .map(AccountId::of)
        .flatMap(this::signedInAs);
  }
}
