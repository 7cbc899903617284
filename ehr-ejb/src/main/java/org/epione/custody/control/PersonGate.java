package org.epione.custody.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.attempt.AttemptKind;
import org.epione.platform.attempt.Attempts;
import org.epione.platform.identity.AccountId;

/** Lets a password be tried only as often as the counting allows. */
@ApplicationScoped
public class PersonGate {

  private static final Logger LOG = Logger.getLogger(PersonGate.class.getName());

  @Inject private PersonVault vault;

  @Inject private SigningKeys signing;

  @Inject private Stretching stretching;

  @EJB private Attempts attempts;

  @EJB private EscrowUpkeep escrows;

  @EJB private SigningKeyUpkeep signingKeys;

  /** All keys of an account. */
  public OpenPerson open(AccountId account, char[] secret) throws WrongPasswordException {
    return unlock(
        account,
        secret,
        attempts::succeeded,
        personKey -> {
          destroyUnkept(account, personKey);
          return vault.openPerson(account, personKey);
        });
  }

  /** The keys that may stay open during a session. */
  public OpenPersonKeys openForSession(AccountId account, char[] secret)
      throws WrongPasswordException {
    return unlock(
        account, secret, attempts::succeeded, personKey -> forSession(account, personKey));
  }

  /**
   * The same where more than the password is asked for: what failed before stays counted, so that
   * whoever knows the password gains no guesses at the rest by giving it again.
   */
  public OpenPersonKeys openHalfway(AccountId account, char[] secret)
      throws WrongPasswordException {
    return unlock(account, secret, attempts::takeBack, personKey -> forSession(account, personKey));
  }

  /** Makes the escrows that are wanted and missing, with the right password. */
  public void escrow(AccountId account, char[] secret) throws WrongPasswordException {
    unlock(
        account,
        secret,
        attempts::takeBack,
        personKey -> {
          vault.completeEscrow(account, personKey);
          return true;
        });
  }

  /** Lets something else of the account's secrets be tried, counted together with its password. */
  public <T> Optional<T> attempt(AccountId account, Supplier<Optional<T>> look) {
    begin(subject(account));
    Optional<T> found = look(subject(account), look);
    if (found.isPresent()) {
      attempts.succeeded(subject(account));
    }
    return found;
  }

  /** Stretches the password once, whatever is done with the person key that it gives. */
  private <T> T unlock(
      AccountId account, char[] secret, Consumer<String> settle, Function<AeadKey, T> use)
      throws WrongPasswordException {
    begin(subject(account));
    Optional<T> used =
        look(subject(account), () -> vault.unlock(account, secret).map(key -> using(key, use)));
    if (used.isEmpty()) {
      throw new WrongPasswordException();
    }
    settle.accept(subject(account));
    return used.get();
  }

  private static <T> T using(AeadKey personKey, Function<AeadKey, T> use) {
    try (personKey) {
      return use.apply(personKey);
    }
  }

  private OpenPersonKeys forSession(AccountId account, AeadKey personKey) {
    OpenPersonKeys keys = vault.open(account, personKey).withoutSigning();
    destroyUnkept(account, personKey);
    completeEscrow(account, personKey);
    return keys;
  }

  /** Another password for the same keys. */
  public void rewrap(AccountId account, char[] before, char[] after) throws WrongPasswordException {
    begin(subject(account));
    if (!look(subject(account), () -> vault.rewrap(account, before, after))) {
      throw new WrongPasswordException();
    }
    attempts.succeeded(subject(account));
  }

  /** That an escrow cannot be made keeps nobody out: the next time it is made. */
  private void completeEscrow(AccountId account, AeadKey personKey) {
    try {
      escrows.complete(account, personKey);
    } catch (RuntimeException notNow) {
      LOG.log(Level.WARNING, "no escrow made for account " + account, notNow);
    }
  }

  /** That a signing key cannot be destroyed keeps nobody out: the next time it is. */
  private void destroyUnkept(AccountId account, AeadKey personKey) {
    try {
      if (signing.hasUnkept(account, personKey)) {
        signingKeys.destroyUnkept(account, personKey);
        vault.refresh(account);
      }
    } catch (RuntimeException notNow) {
      LOG.log(Level.WARNING, "no signing key destroyed for account " + account, notNow);
    }
  }

  /** An attempt on nobody's keys: counted, timed and answered like one on somebody's. */
  public void refuse(String subject, char[] secret) throws WrongPasswordException {
    begin(subject);
    stretching.pretend(secret);
    throw new WrongPasswordException();
  }

  /** Lifts the lock of an account. */
  public void unlock(AccountId account) {
    attempts.unlock(subject(account));
  }

  /**
   * What fails for a reason inside says nothing of the secret, so it is not counted: nobody is
   * locked out by a server that is out of order.
   */
  private <T> T look(String subject, Supplier<T> look) {
    try {
      return look.get();
    } catch (RuntimeException inside) {
      try {
        attempts.takeBack(subject);
      } catch (RuntimeException alsoThat) {
        inside.addSuppressed(alsoThat);
      }
      throw inside;
    }
  }

  private void begin(String subject) {
    attempts.begin(AttemptKind.ACCOUNT, subject);
  }

  private static String subject(AccountId account) {
    return "account:" + account;
  }
}
