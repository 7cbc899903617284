package org.epione.custody.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.attempt.AttemptKind;
import org.epione.platform.attempt.Attempts;
import org.epione.platform.identity.AccountId;

/** Lets a password be tried only as often as the counting allows. */
@ApplicationScoped
public class PersonGate {

  private static final Logger LOG = Logger.getLogger(PersonGate.class.getName());

  @Inject private PersonVault vault;

  @Inject private Stretching stretching;

  @EJB private Attempts attempts;

  @EJB private EscrowUpkeep escrows;

  /** All keys of an account. */
  public OpenPersonKeys open(AccountId account, char[] secret) throws WrongPasswordException {
    return open(account, secret, attempts::succeeded);
  }

  /** The keys that may stay open during a session. */
  public OpenPersonKeys openForSession(AccountId account, char[] secret)
      throws WrongPasswordException {
    OpenPersonKeys keys = open(account, secret).withoutSigning();
    completeEscrow(account, secret);
    return keys;
  }

  /**
   * The same where more than the password is asked for: what failed before stays counted, so that
   * whoever knows the password gains no guesses at the rest by giving it again.
   */
  public OpenPersonKeys openHalfway(AccountId account, char[] secret)
      throws WrongPasswordException {
    OpenPersonKeys keys = open(account, secret, attempts::takeBack).withoutSigning();
    completeEscrow(account, secret);
    return keys;
  }

  /** Makes the escrows that are wanted and missing, with the right password. */
  public void escrow(AccountId account, char[] secret) throws WrongPasswordException {
    open(account, secret, attempts::takeBack).close();
    vault.completeEscrow(account, secret);
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

  private OpenPersonKeys open(AccountId account, char[] secret, Consumer<String> settle)
      throws WrongPasswordException {
    begin(subject(account));
    Optional<OpenPersonKeys> keys = look(subject(account), () -> vault.open(account, secret));
    if (keys.isEmpty()) {
      throw new WrongPasswordException();
    }
    settle.accept(subject(account));
    return keys.get();
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
  private void completeEscrow(AccountId account, char[] secret) {
    try {
      escrows.complete(account, secret);
    } catch (RuntimeException notNow) {
      LOG.log(Level.WARNING, "no escrow made for account " + account, notNow);
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
