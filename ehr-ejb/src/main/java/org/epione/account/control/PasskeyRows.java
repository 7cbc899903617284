package org.epione.account.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.PasskeyView;
import org.epione.account.boundary.Passkeys;
import org.epione.account.entity.NewPasskey;
import org.epione.account.entity.Passkey;
import org.epione.account.entity.PasskeyChallenge;
import org.epione.account.entity.PasskeyPurpose;
import org.epione.account.entity.SecondFactorRow;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.RandomSource;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.settings.PortalOrigin;
import org.jspecify.annotations.Nullable;

/**
 * Passkeys and their challenges, each act in a transaction of its own and under the lock of the
 * account's second factor: of two who answer one challenge at the same time one is refused, and a
 * challenge stays used whatever came of it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PasskeyRows {

  private static final int CHALLENGE_LENGTH = 32;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys keys;
  @Inject private PasskeyVerifier verifier;
  @Inject private AccountEvents events;
  @Inject private RandomSource random;
  @Inject private Clock clock;

  /** Those of a person, the oldest first. */
  public List<PasskeyView> of(Caller person, PortalOrigin portal) {
    return rows(person.accountId()).stream().map(row -> view(person, portal, row)).toList();
  }

  /**
   * Options for making one; their challenge is the account's from now on.
   *
   * @throws RefusedException EHR-1044 when there is no second factor, EHR-4853 when there are too
   *     many passkeys
   */
  public String creation(Caller person, PortalOrigin portal) {
    if (locked(person.accountId()).isEmpty()) {
      throw new RefusedException(ErrorCode.SECOND_FACTOR_OFF);
    }
    List<Passkey> had = rows(person.accountId());
    if (had.size() >= Passkeys.MOST) {
      throw new RefusedException(ErrorCode.PASSKEY_LIMIT);
    }
    byte[] challenge = renew(person.accountId(), PasskeyPurpose.REGISTER);
    return PasskeyOptions.creation(portal, person, challenge, known(portal, had));
  }

  /** Whether the account has one for this portal. */
  public boolean any(AccountId account, PortalOrigin portal) {
    return rows(account).stream().anyMatch(each -> isOf(portal, each));
  }

  /**
   * Options for signing in by one of the account's; their challenge is the account's from now on.
   * Empty where it has none for this portal.
   */
  public Optional<String> request(AccountId account, PortalOrigin portal) {
    if (locked(account).isEmpty()) {
      return Optional.empty();
    }
    List<PasskeyOptions.Known> allowed = known(portal, rows(account));
    return allowed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PasskeyOptions.request(portal, renew(account, PasskeyPurpose.SIGN_IN), allowed));
  }

  /**
   * Adds what an authenticator has made.
   *
   * @return why not; empty when it was added
   */
  public Optional<ErrorCode> add(Caller person, PortalOrigin portal, String name, String answer) {
    AccountId account = person.accountId();
    if (locked(account).isEmpty()) {
      return Optional.of(ErrorCode.SECOND_FACTOR_OFF);
    }
    Optional<NewPasskey> made =
        take(account, PasskeyPurpose.REGISTER)
            .flatMap(
                challenge ->
                    PasskeyAnswer.parse(answer)
                        .flatMap(each -> verifier.made(portal, challenge, each)));
    if (made.isEmpty()) {
      return Optional.of(ErrorCode.PASSKEY_REFUSED);
    }
    if (rows(account).size() >= Passkeys.MOST) {
      return Optional.of(ErrorCode.PASSKEY_LIMIT);
    }
    NewPasskey passkey = made.get();
    if (entities.find(Passkey.class, passkey.id()) != null) {
      return Optional.of(ErrorCode.PASSKEY_KNOWN);
    }
    byte[] sealed =
        keys.protect(person.party(), label(passkey.id()), name.getBytes(StandardCharsets.UTF_8));
    entities.persist(
        new Passkey(account.toString(), portal.host(), passkey, sealed, clock.instant()));
    events.add(account, AccountEventKind.PASSKEY_ADDED, account);
    return Optional.empty();
  }

  /** The account, if one of its passkeys has answered the account's challenge. */
  public Optional<AccountId> accept(AccountId account, PortalOrigin portal, String answer) {
    if (locked(account).isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> challenge = take(account, PasskeyPurpose.SIGN_IN);
    return challenge.isPresent()
        ? PasskeyAnswer.parse(answer)
            .filter(each -> accepts(account, portal, challenge.get(), each))
            .map(each -> account)
        : Optional.empty();
  }

  private boolean accepts(
      AccountId account, PortalOrigin portal, byte[] challenge, PasskeyAnswer answer) {
    Optional<Passkey> passkey = own(account, answer.passkey());
    boolean elsewhere =
        answer
            .part("userHandle")
            .filter(user -> user.length > 0 && !Arrays.equals(user, PasskeyOptions.user(account)))
            .isPresent();
    if (passkey.isEmpty() || elsewhere) {
      return false;
    }
    PasskeyVerifier.Check check = verifier.check(portal, challenge, passkey.get(), answer);
    return switch (check.verdict()) {
      case RIGHT -> {
        passkey.get().used(check.counter(), clock.instant());
        yield true;
      }
      case COPIED -> {
        events.add(account, AccountEventKind.PASSKEY_COPIED, account);
        yield false;
      }
      case WRONG -> false;
    };
  }

  /** Takes one of the account away; false if it has no such. */
  public boolean remove(AccountId account, String id) {
    Optional<Passkey> passkey = locked(account).flatMap(row -> own(account, id));
    passkey.ifPresent(
        each -> {
          entities.remove(each);
          events.add(account, AccountEventKind.PASSKEY_REMOVED, account);
        });
    return passkey.isPresent();
  }

  /** The challenge, which nobody answers after this; empty where there is none or it is too old. */
  private Optional<byte[]> take(AccountId account, PasskeyPurpose purpose) {
    Optional<PasskeyChallenge> challenge = challenge(account, purpose);
    challenge.ifPresent(entities::remove);
    return challenge
        .filter(each -> clock.instant().isBefore(each.made().plus(PasskeyOptions.TIME)))
        .map(PasskeyChallenge::challenge);
  }

  private byte[] renew(AccountId account, PasskeyPurpose purpose) {
    byte[] fresh = random.bytes(CHALLENGE_LENGTH);
    Optional<PasskeyChallenge> before = challenge(account, purpose);
    if (before.isPresent()) {
      before.get().renew(fresh, clock.instant());
    } else {
      entities.persist(new PasskeyChallenge(account.toString(), purpose, fresh, clock.instant()));
    }
    return fresh;
  }

  private Optional<PasskeyChallenge> challenge(AccountId account, PasskeyPurpose purpose) {
    return Optional.ofNullable(
        entities.find(
            PasskeyChallenge.class, new PasskeyChallenge.Key(account.toString(), purpose)));
  }

  private Optional<Passkey> own(AccountId account, String id) {
    return Optional.ofNullable(entities.find(Passkey.class, id))
        .filter(each -> each.account().equals(account.toString()));
  }

  private List<Passkey> rows(AccountId account) {
    return entities
        .createNamedQuery("Passkey.ofAccount", Passkey.class)
        .setParameter("account", account.toString())
        .getResultList();
  }

  private List<PasskeyOptions.Known> known(PortalOrigin portal, List<Passkey> rows) {
    return rows.stream()
        .filter(each -> isOf(portal, each))
        .map(
            each ->
                new PasskeyOptions.Known(
                    ByteString.of(verifier.credentialId(each)), each.transports()))
        .toList();
  }

  private PasskeyView view(Caller person, PortalOrigin portal, Passkey row) {
    byte[] name = keys.unprotect(person.party(), label(row.id()), row.sealedName());
    return new PasskeyView(
        row.id(),
        new String(name, StandardCharsets.UTF_8),
        row.added(),
        row.lastUsed(),
        isOf(portal, row));
  }

  private static boolean isOf(PortalOrigin portal, Passkey row) {
    return row.relyingParty().equals(portal.host());
  }

  private Optional<SecondFactorRow> locked(AccountId account) {
    @Nullable SecondFactorRow row =
        entities.find(SecondFactorRow.class, account.toString(), LockModeType.PESSIMISTIC_WRITE);
    return Optional.ofNullable(row).filter(each -> each.confirmed().isPresent());
  }

  private static String label(String id) {
    return "passkey:" + id;
  }
}
