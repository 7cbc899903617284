package org.epione.emergency.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.AccountView;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.custody.boundary.Escrow;
import org.epione.custody.boundary.EscrowHolders;
import org.epione.custody.boundary.EscrowKeeper;
import org.epione.custody.boundary.EscrowPurpose;
import org.epione.custody.boundary.EscrowTerms;
import org.epione.guardian.boundary.Guardians;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * The hospital's side of escrows for emergencies: keeps its own share, sends the other to the
 * system manager. Of patients only, and not of those who refuse emergencies.
 */
@ApplicationScoped
public class EmergencyKeeping implements EscrowKeeper {

  static final PartyCode SECOND = PartyCode.SYSTEM_MANAGER;

  @EJB private Accounts accounts;
  @EJB private Parties parties;
  @EJB private Guardians guardians;
  @EJB private Post post;
  @EJB private ReceivingKeys receivingKeys;
  @Inject private ShareRegister register;
  @Inject private EmergencyTimes times;

  @Override
  public EscrowPurpose purpose() {
    return EscrowPurpose.EMERGENCY;
  }

  @Override
  public Optional<EscrowHolders> holders(AccountId account) {
    return accounts
        .find(account)
        .filter(found -> found.role() == Role.PATIENT)
        .filter(found -> found.state() == AccountState.ACTIVE || guardians.hasGuardian(found.id()))
        .filter(found -> !register.isRefused(account))
        .map(AccountView::party)
        .filter(parties::isHospitalHere)
        .flatMap(
            hospital ->
                receivingKeys.of(SECOND).map(key -> new EscrowHolders(hospital, SECOND, key)));
  }

  @Override
  public boolean keeps(AccountId account, long epoch) {
    return accounts
        .find(account)
        .map(AccountView::party)
        .filter(hospital -> register.isPrepared(hospital, account, epoch))
        .isPresent();
  }

  @Override
  public void keep(Escrow escrow) {
    EscrowTerms terms = escrow.terms();
    Instant now = times.now();
    register
        .take(terms.hospital(), terms.hospital(), terms.account(), now)
        .keep(terms, escrow.hospitalShare(), now);
    post.send(
        terms.hospital(),
        SECOND,
        DepositedMessage.TYPE,
        new DepositedMessage(terms, escrow.secondShare(), now).encode(),
        Optional.empty());
  }
}
