package org.epione.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.account.control.AccountBook;
import org.epione.account.control.CompulsoryRoles;
import org.epione.account.control.OpenSessions;
import org.epione.account.control.PasskeyRows;
import org.epione.account.control.SecondFactorRows;
import org.epione.account.entity.Account;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.attempt.AttemptKind;
import org.epione.platform.attempt.Attempts;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.settings.Settings;

/**
 * Signing in and out. Failures are counted per account and per source, delayed, then locked. A
 * wrong password and an unknown account take the same time and get the same answer. Where the
 * person has a second factor, a code of it or a passkey is asked for after the password, and
 * counted with it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

  private static final Logger LOG = Logger.getLogger(SignIn.class.getName());
  private static final int LONGEST_PASSWORD = 1024;
  private static final int LONGEST_NAME = 256;

  @Inject private AccountBook book;

  @Inject private CompulsoryRoles compulsory;
  @EJB private SecondFactorRows factors;
  @EJB private PasskeyRows passkeys;
  @EJB private OpenSessions sessions;
  @EJB private PersonKeys personKeys;

  @EJB private Attempts attempts;

  @Inject private Settings settings;

  /**
   * Signs a person in and opens her keys.
   *
   * @param source where the request came from (address), for counting
   * @param password wiped by the caller
   * @return empty when name and password do not belong together
   * @throws org.epione.platform.error.RefusedException EHR-1017 or EHR-1018 when too many attempts
   *     failed before, for a name that is nobody's as well
   */
  public Optional<SignedIn> signIn(String source, String userName, char[] password) {
    String counted = Sources.subject(source);
    if (userName.length() > LONGEST_NAME || password.length > LONGEST_PASSWORD) {
      return Optional.empty();
    }
    attempts.begin(AttemptKind.SOURCE, counted);
    try {
      SignedIn signedIn = open(userName, password);
      attempts.takeBack(counted);
      return Optional.of(signedIn);
    } catch (WrongPasswordException refused) {
      LOG.log(Level.FINE, "sign-in refused", refused);
      return Optional.empty();
    }
  }

  /**
   * Goes on with a code where one is missing.
   *
   * @param source where the request came from (address), for counting
   * @param code of the authenticator, or a recovery code
   * @return empty when it is wrong, was used, or is of another time
   * @throws org.epione.platform.error.RefusedException EHR-1015 when the keys were closed in the
   *     meantime, EHR-1017 or EHR-1018 when too many attempts failed before
   */
  public Optional<SignedIn> confirm(String source, SignedIn waiting, String code) {
    requireWaiting(waiting);
    return counted(source, waiting, account -> factors.accept(account, code));
  }

  /** Whether a passkey of the account can be used here in place of the code that is missing. */
  public boolean hasPasskey(SignedIn waiting) {
    AccountId account = waiting.caller().accountId();
    return isWaiting(waiting)
        && settings.portalOrigin().filter(portal -> passkeys.any(account, portal)).isPresent();
  }

  /**
   * Begins to go on with a passkey where a code is missing: an authenticator has five minutes to
   * answer, and an answer to what was begun before is not taken any more.
   *
   * @return what the browser asks an authenticator for, JSON for {@code navigator.credentials.get}
   *     with bytes in Base64 for URLs; empty where {@link #hasPasskey} says no
   */
  public Optional<String> beginPasskey(SignedIn waiting) {
    AccountId account = waiting.caller().accountId();
    return isWaiting(waiting)
        ? settings.portalOrigin().flatMap(portal -> passkeys.request(account, portal))
        : Optional.empty();
  }

  /**
   * Goes on with a passkey where a code is missing.
   *
   * @param source where the request came from (address), for counting
   * @param answer JSON of at most 32 KiB in the form of {@code PublicKeyCredential.toJSON()}
   * @return empty when it is not right, too late, or was used
   * @throws org.epione.platform.error.RefusedException EHR-1015 when the keys were closed in the
   *     meantime, EHR-1017 or EHR-1018 when too many attempts failed before
   */
  public Optional<SignedIn> confirmByPasskey(String source, SignedIn waiting, String answer) {
    requireWaiting(waiting);
    return counted(
        source,
        waiting,
        account ->
            settings.portalOrigin().flatMap(portal -> passkeys.accept(account, portal, answer)));
  }

  private void requireWaiting(SignedIn waiting) {
    if (!isWaiting(waiting)) {
      throw new RefusedException(ErrorCode.KEYS_CLOSED);
    }
  }

  private boolean isWaiting(SignedIn person) {
    return person.missing() == Missing.CODE && personKeys.isOpen(person.keys());
  }

  private Optional<SignedIn> counted(
      String source, SignedIn waiting, Function<AccountId, Optional<AccountId>> look) {
    String counted = Sources.subject(source);
    attempts.begin(AttemptKind.SOURCE, counted);
    AccountId account = waiting.caller().accountId();
    Optional<AccountId> right = personKeys.attempt(account, () -> look.apply(account));
    right.ifPresent(known -> attempts.takeBack(counted));
    return right.map(known -> waiting.complete());
  }

  /** Closes the person's keys, and ends her session where there is one. */
  public void signOut(KeySession keys) {
    personKeys.close(keys);
    sessions.signOut(keys);
  }

  private SignedIn open(String userName, char[] password) throws WrongPasswordException {
    Optional<Account> account =
        Optional.of(userName.strip().toLowerCase(java.util.Locale.ROOT))
            .flatMap(book::ofUserName)
            .filter(found -> found.state() == AccountState.ACTIVE);
    if (account.isEmpty()) {
      personKeys.openNobody(Sources.nobody(userName), password);
      throw new IllegalStateException("nobody's keys were opened");
    }
    AccountId id = AccountId.of(account.get().id());
    if (factors.isConfirmed(id)) {
      KeySession keys = personKeys.openHalfway(id, password);
      return new SignedIn(book.caller(account.get()), keys, Missing.CODE);
    }
    Missing missing =
        compulsory.contains(account.get().role()) ? Missing.ENROLMENT : Missing.NOTHING;
    KeySession keys = personKeys.open(id, password);
    return new SignedIn(book.caller(account.get()), keys, missing);
  }
}
