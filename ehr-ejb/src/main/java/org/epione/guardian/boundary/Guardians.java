package org.epione.guardian.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.AccountView;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Caller;
import org.epione.custody.boundary.Acting;
import org.epione.guardian.control.GuardianRegister;
import org.epione.guardian.entity.Guardianship;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/**
 * Who acts for whom, for the other features. The decision whether the caller may was made before;
 * pages and resources do not call this.
 */
@Stateless
@PermitAll
public class Guardians {

  @Inject private GuardianRegister register;
  @EJB private Accounts accounts;

  /**
   * That the caller acts for herself, or for the minor whose guardian she is now.
   *
   * @throws RefusedException EHR-1003 if she is neither
   */
  public Acting acting(Caller caller, AccountId patient) {
    if (!caller.accountId().equals(patient) && !isGuardian(caller.accountId(), patient)) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
    return new Acting(patient, caller.accountId());
  }

  /** Whether that account is the guardian of the other now. */
  public boolean isGuardian(AccountId guardian, AccountId ward) {
    return register.between(guardian, ward).filter(register::isInForce).isPresent();
  }

  /**
   * When it ends that the caller acts for that minor.
   *
   * @throws RefusedException EHR-1003 if she does not
   */
  public Instant endOf(Acting acting) {
    return register
        .between(acting.by(), acting.account())
        .filter(register::isInForce)
        .map(Guardianship::endsAt)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** For whom that account acts now. */
  public List<AccountId> wards(AccountId guardian) {
    return register.ofGuardian(guardian).stream()
        .filter(register::isInForce)
        .map(Guardianship::ward)
        .toList();
  }

  /** Who acts for that account now. */
  public List<AccountId> of(AccountId ward) {
    return register.openOf(ward).stream()
        .filter(register::isInForce)
        .map(Guardianship::guardian)
        .toList();
  }

  /** Whether somebody acts for that account now. */
  public boolean hasGuardian(AccountId ward) {
    return !of(ward).isEmpty();
  }

  /**
   * Whether somebody who acted for that account has ceased to since that moment, also where the end
   * was not noted yet.
   */
  public boolean hasEndedSince(AccountId ward, Instant since) {
    return register.ofWard(ward).stream()
        .filter(each -> each.acceptedAt().isPresent())
        .filter(each -> !register.isInForce(each))
        .anyMatch(each -> register.endOf(each).isAfter(since));
  }

  /**
   * Who acted for a minor at that moment, by name; empty if nobody did. As long as somebody acts
   * for her she cannot act herself, so what her keys did then was done by a guardian.
   */
  public Optional<String> actedFor(AccountId ward, Instant at) {
    return register.ofWard(ward).stream()
        .filter(each -> each.wasInForce(at))
        .map(each -> accounts.find(each.guardian()).map(AccountView::displayName))
        .flatMap(Optional::stream)
        .distinct()
        .reduce((one, other) -> one + " / " + other);
  }
}
