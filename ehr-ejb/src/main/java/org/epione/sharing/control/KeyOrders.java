package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.RefusalReason;
import org.epione.sharing.entity.CaseState;
import org.epione.sharing.entity.GrantCase;

/**
 * The officer orders many keys in one act. Each is then issued for itself, by a message of the
 * system manager to itself: what was ordered survives a crash, comes at least once, and has its
 * effect once, because a case leaves ORDERED only once. One that cannot be issued goes back to the
 * officer with the reason, and holds up no other.
 */
@ApplicationScoped
public class KeyOrders {

  @EJB private Post post;
  @Inject private CaseRegister register;
  @Inject private GrantCheck check;
  @Inject private KeyIssuer issuer;
  @Inject private Clock clock;

  /** Orders one key. What is ordered, issued, or no longer to be issued stays as it is. */
  public void order(AccountId officer, Digest grant) {
    GrantCase taken =
        register.take(grant).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (taken.state() == CaseState.WAITING) {
      taken.ordered(officer, clock.instant());
      post.send(
          PartyCode.SYSTEM_MANAGER,
          PartyCode.SYSTEM_MANAGER,
          IssueOrder.TYPE,
          new IssueOrder(grant).encode(),
          Optional.empty());
    }
  }

  /** {@code sharing.issue}. */
  void carryOut(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireSystemManager(envelope);
    Senders.requireToSystemManager(envelope);
    GrantCase taken =
        register
            .take(IssueOrder.decode(envelope.payload()).grant())
            .orElseThrow(() -> new MessageRejectedException("There is no such grant."));
    if (taken.state() != CaseState.ORDERED) {
      return;
    }
    Optional<RefusalReason> against = check.againstIssuing(taken);
    if (against.isPresent()) {
      taken.notIssuable(against.get().name(), clock.instant());
    } else {
      issuer.issue(taken.orderedBy(), taken);
    }
  }
}
