package org.epione.recovery.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.AccountView;
import org.epione.account.boundary.Accounts;
import org.epione.custody.boundary.Escrow;
import org.epione.custody.boundary.EscrowHolders;
import org.epione.custody.boundary.EscrowKeeper;
import org.epione.custody.boundary.EscrowPurpose;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.entity.HospitalShare;

/**
 * The hospital's side of escrows: keeps its own share, sends the other to the system manager. Of
 * the people of hospitals only: those of the system manager's own party have no second party.
 */
@ApplicationScoped
public class EscrowKeeping implements EscrowKeeper {

  private static final PartyCode SECOND = PartyCode.SYSTEM_MANAGER;

  @EJB private Accounts accounts;
  @EJB private Parties parties;
  @EJB private Post post;
  @EJB private ReceivingKeys receivingKeys;
  @Inject private RecoveryRegister register;
  @Inject private Requests requests;
  @Inject private Clock clock;

  @Override
  public EscrowPurpose purpose() {
    return EscrowPurpose.LOST_PASSWORD;
  }

  @Override
  public Optional<EscrowHolders> holders(AccountId account) {
    return accounts
        .find(account)
        .filter(found -> found.state() == AccountState.ACTIVE)
        .map(AccountView::party)
        .filter(parties::isHospitalHere)
        .flatMap(
            hospital ->
                receivingKeys.of(SECOND).map(key -> new EscrowHolders(hospital, SECOND, key)));
  }

  @Override
  public boolean keeps(AccountId account, long epoch) {
    return register.hospitalShare(account).filter(share -> share.epoch() == epoch).isPresent();
  }

  @Override
  public void keep(Escrow escrow) {
    Optional<HospitalShare> before = register.hospitalShare(escrow.terms().account());
    if (before.isPresent()) {
      before.get().replace(escrow, clock.instant());
      requests.cancelOpen(escrow.terms().account());
    } else {
      register.add(new HospitalShare(escrow, clock.instant()));
    }
    post.send(
        escrow.terms().hospital(),
        SECOND,
        DepositedMessage.TYPE,
        new DepositedMessage(escrow.terms(), escrow.secondShare()).encode(),
        Optional.empty());
  }
}
