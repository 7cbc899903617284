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
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.entity.SecondFactorRow;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * Accepts codes, each in a transaction of its own and under a lock, so that of two who send the
 * same code at the same time one is refused, and what was accepted stays used whatever follows.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SecondFactorRows {

  private static final OneTimeCodes CODES = new OneTimeCodes(6);
  private static final int LONGEST = 64;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys keys;
  @Inject private AccountBook book;
  @Inject private RecoveryCodes recovery;
  @Inject private AccountEvents events;
  @Inject private Clock clock;

  /** Whether the account has a second factor that was confirmed. */
  public boolean isConfirmed(AccountId account) {
    return Optional.ofNullable(entities.find(SecondFactorRow.class, account.toString()))
        .flatMap(SecondFactorRow::confirmed)
        .isPresent();
  }

  /** The account, if its second factor accepts the code; a recovery code is accepted as well. */
  public Optional<AccountId> accept(AccountId account, String typed) {
    Optional<SecondFactorRow> row = locked(account).filter(each -> each.confirmed().isPresent());
    if (row.isEmpty() || typed.length() > LONGEST) {
      return Optional.empty();
    }
    if (isNow(account, row.get(), typed)) {
      return Optional.of(account);
    }
    if (recovery.use(row.get(), typed)) {
      events.add(account, AccountEventKind.RECOVERY_CODE_USED, account);
      return Optional.of(account);
    }
    return Optional.empty();
  }

  /**
   * The recovery codes, if the one that is being set up accepts the code; it counts from now on.
   */
  public Optional<List<String>> confirm(AccountId account, String typed) {
    Optional<SecondFactorRow> row = locked(account).filter(each -> each.confirmed().isEmpty());
    if (row.isEmpty() || typed.length() > LONGEST || !isNow(account, row.get(), typed)) {
      return Optional.empty();
    }
    row.get().confirm(clock.instant());
    events.add(account, AccountEventKind.SECOND_FACTOR_ON, account);
    return Optional.of(recovery.renew(row.get()));
  }

  private boolean isNow(AccountId account, SecondFactorRow row, String typed) {
    PartyCode party = new PartyCode(book.get(account).party());
    byte[] key = SecondFactorKey.open(keys, party, account, row.sealedKey());
    try {
      OptionalLong step =
          CODES.stepOf(key, typed.replaceAll("\\s", ""), row.lastStep(), clock.instant());
      step.ifPresent(row::accept);
      return step.isPresent();
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private Optional<SecondFactorRow> locked(AccountId account) {
    @Nullable SecondFactorRow row =
        entities.find(SecondFactorRow.class, account.toString(), LockModeType.PESSIMISTIC_WRITE);
    return Optional.ofNullable(row);
  }
}
