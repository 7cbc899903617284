package org.epione.recovery.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Optional;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.KnownAccount;
import org.epione.account.boundary.SignInObserver;
import org.epione.account.boundary.Sources;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.RandomSource;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.boundary.CaseState;
import org.epione.recovery.boundary.RecoveryState;
import org.epione.recovery.entity.RecoveryRequest;

/** How recoveries begin, and how they end without anybody's decision. */
@ApplicationScoped
public class Requests implements SignInObserver {

  @EJB private Accounts accounts;
  @EJB private Post post;
  @Inject private RecoveryRegister register;
  @Inject private RecoveryTimes times;
  @Inject private RandomSource random;

  /** Somebody says that the password of that name is lost. */
  public void ask(String userName) {
    Optional<KnownAccount> account =
        accounts
            .ofUserName(userName)
            .filter(found -> !found.party().equals(PartyCode.SYSTEM_MANAGER));
    String subject =
        account.map(found -> "account:" + found.id()).orElseGet(() -> Sources.nobody(userName));
    if (!register.isOpen(subject, times.now())) {
      register.add(new RecoveryRequest(newId(), subject, account, times.now(), times.end()));
    }
  }

  /** Whoever signs in has the password. */
  @Override
  public void signedIn(AccountId account) {
    cancelOpen(account);
  }

  /** Ends what is open for an account; its person is told. */
  void cancelOpen(AccountId account) {
    for (RecoveryRequest each : register.openOf(account)) {
      tell(each, CaseState.CANCELLED);
      each.end(RecoveryState.CANCELLED, times.now());
      accounts.note(account, AccountEventKind.RECOVERY_CANCELLED, account);
    }
  }

  /** Ends what nobody completed in time. */
  void expire() {
    for (RecoveryRequest each : register.overdue(times.now())) {
      if (each.isOfNobody()) {
        register.remove(each);
      } else {
        tell(each, CaseState.EXPIRED);
        each.end(RecoveryState.EXPIRED, times.now());
      }
    }
  }

  /** Tells the system manager what becomes of a recovery that it was asked about. */
  void tell(RecoveryRequest request, CaseState how) {
    if (request.state() != RecoveryState.ASKED) {
      post.send(
          request.party(),
          PartyCode.SYSTEM_MANAGER,
          EndedMessage.TYPE,
          new EndedMessage(ByteString.ofHex(request.id()), how).encode(),
          Optional.empty());
    }
  }

  private String newId() {
    return HexFormat.of().formatHex(random.bytes(AskedMessage.ID_LENGTH));
  }
}
