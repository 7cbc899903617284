package org.epione.recovery.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.AccountView;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Caller;
import org.epione.custody.boundary.PersonKeys;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.identity.AccountId;
import org.epione.recovery.boundary.RecoveryView;
import org.epione.recovery.entity.RecoveryRequest;

/** Lost passwords as the counter of the hospital sees them. */
@ApplicationScoped
public class RecoveryViews {

  @EJB private AccessDecisions access;
  @EJB private Accounts accounts;
  @EJB private PersonKeys personKeys;
  @Inject private RecoveryRegister register;
  @EJB private SealedTexts texts;
  @Inject private RecoveryTimes times;

  /** Those whom the caller serves, open ones first. */
  public List<RecoveryView> ofHospital(Caller caller) {
    access.require(caller, Act.LIST_RECOVERIES, Subject.of(caller.party()));
    return register.latest(caller.party(), Counters.servedBy(caller.role())).stream()
        .map(each -> view(caller, each))
        .sorted(Comparator.comparing(each -> !each.state().isOpen()))
        .toList();
  }

  /** How many the caller can decide. */
  public long waitingAt(Caller caller) {
    return register.countAsked(caller.party(), Counters.servedBy(caller.role()), times.now());
  }

  private RecoveryView view(Caller caller, RecoveryRequest request) {
    Optional<AccountView> whose = accounts.find(request.account());
    return new RecoveryView(
        request.id(),
        whose.map(AccountView::displayName).orElse(""),
        whose.flatMap(AccountView::userName).orElse(""),
        request.role(),
        request.state(times.now()),
        request.asked(),
        request.expires(),
        request.changed(),
        isRecoverable(request.account()),
        request.account().equals(caller.accountId()),
        request.decidedBy().map(accounts::name).orElse(""),
        written(request, request.protectedReason()).reason(),
        written(request, request.protectedAnswer()).reason());
  }

  private boolean isRecoverable(AccountId account) {
    return register
        .hospitalShare(account)
        .filter(share -> share.epoch() == personKeys.escrowEpoch(account))
        .isPresent();
  }

  private Written written(RecoveryRequest request, Optional<byte[]> kept) {
    return kept.map(
            bytes -> texts.unprotect(AskedMessage.TOPIC, request.party(), request.id(), bytes))
        .orElse(Written.NOTHING);
  }
}
