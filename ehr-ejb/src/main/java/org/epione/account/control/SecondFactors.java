package org.epione.account.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Enrolment;
import org.epione.account.boundary.SecondFactorView;
import org.epione.account.entity.SecondFactorRow;
import org.epione.crypto.random.RandomSource;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/** Second factors: set up, confirmed, switched off, reset; passkeys go with them. */
@ApplicationScoped
public class SecondFactors {

  private static final OneTimeCodes CODES = new OneTimeCodes(6);

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private PersonKeys personKeys;
  @EJB private ServerKeys keys;
  @EJB private SecondFactorRows rows;
  @Inject private CompulsoryRoles compulsory;
  @Inject private RecoveryCodes recovery;
  @Inject private AccountEvents events;
  @Inject private RandomSource random;
  @Inject private Clock clock;

  /** How the person stands. */
  public SecondFactorView view(Caller person) {
    return new SecondFactorView(
        find(person.accountId()).flatMap(SecondFactorRow::confirmed),
        recovery.left(person.accountId().toString()),
        compulsory.contains(person.role()));
  }

  /** A new key for the person's authenticator. */
  public Enrolment begin(Caller person, char[] password) {
    requirePassword(person.accountId(), password);
    Optional<SecondFactorRow> row = find(person.accountId());
    if (row.flatMap(SecondFactorRow::confirmed).isPresent()) {
      throw new RefusedException(ErrorCode.SECOND_FACTOR_ON);
    }
    byte[] key = random.bytes(OneTimeCodes.KEY_LENGTH);
    try {
      byte[] sealed = SecondFactorKey.seal(keys, person.party(), person.accountId(), key);
      if (row.isPresent()) {
        row.get().begin(sealed, clock.instant());
      } else {
        entities.persist(
            new SecondFactorRow(person.accountId().toString(), sealed, clock.instant()));
      }
      return new Enrolment(CODES.shown(key), CODES.uri(person.userName(), key));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /** The authenticator has the key. */
  public List<String> confirm(Caller person, String code) {
    if (find(person.accountId()).filter(row -> row.confirmed().isEmpty()).isEmpty()) {
      throw new RefusedException(ErrorCode.SECOND_FACTOR_OFF);
    }
    return personKeys
        .attempt(person.accountId(), () -> rows.confirm(person.accountId(), code))
        .orElseThrow(() -> new RefusedException(ErrorCode.CODE_REFUSED));
  }

  /** Other recovery codes. */
  public List<String> renewRecoveryCodes(Caller person, char[] password, String code) {
    prove(person, password, code);
    events.add(person.accountId(), AccountEventKind.RECOVERY_CODES_RENEWED, person.accountId());
    return recovery.renew(existing(person.accountId()));
  }

  /** Switches it off. */
  public void remove(Caller person, char[] password, String code) {
    if (compulsory.contains(person.role())) {
      throw new RefusedException(ErrorCode.SECOND_FACTOR_KEPT);
    }
    prove(person, password, code);
    remove(person.accountId());
    events.add(person.accountId(), AccountEventKind.SECOND_FACTOR_OFF, person.accountId());
  }

  /** Takes it from somebody who has lost it. */
  public void reset(AccountId account, AccountId by) {
    remove(account);
    events.add(account, AccountEventKind.SECOND_FACTOR_RESET, by);
  }

  /**
   * Proves by password and code that it is she who changes her protection.
   *
   * @throws RefusedException EHR-1011 for a wrong password, EHR-1041 for a wrong code, EHR-1044
   *     when there is no second factor
   */
  public void prove(Caller person, char[] password, String code) {
    requirePassword(person.accountId(), password);
    if (!rows.isConfirmed(person.accountId())) {
      throw new RefusedException(ErrorCode.SECOND_FACTOR_OFF);
    }
    if (personKeys
        .attempt(person.accountId(), () -> rows.accept(person.accountId(), code))
        .isEmpty()) {
      throw new RefusedException(ErrorCode.CODE_REFUSED);
    }
  }

  /** What failed before stays counted, so that guessing codes is not helped by the password. */
  private void requirePassword(AccountId account, char[] password) {
    try {
      personKeys.prove(account, password);
    } catch (WrongPasswordException wrong) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }

  private void remove(AccountId account) {
    SecondFactorRow row = existing(account);
    // Nobody adds a passkey meanwhile.
    entities.lock(row, LockModeType.PESSIMISTIC_WRITE);
    recovery.remove(row.account());
    for (String each : List.of("Passkey.removeOfAccount", "Passkey.removeChallenges")) {
      entities.createNamedQuery(each).setParameter("account", row.account()).executeUpdate();
    }
    entities.remove(row);
  }

  private SecondFactorRow existing(AccountId account) {
    return find(account).orElseThrow(() -> new RefusedException(ErrorCode.SECOND_FACTOR_OFF));
  }

  private Optional<SecondFactorRow> find(AccountId account) {
    return Optional.ofNullable(entities.find(SecondFactorRow.class, account.toString()));
  }
}
