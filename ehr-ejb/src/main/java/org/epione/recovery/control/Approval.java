package org.epione.recovery.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.AccountView;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.ActivationCode;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.OwnPassword;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.RandomSource;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.RecoveryKey;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.boundary.RecoverySlip;
import org.epione.recovery.boundary.RecoveryState;
import org.epione.recovery.entity.RecoveryRequest;

/** The hospital's decision. */
@ApplicationScoped
public class Approval {

  @EJB private AccessDecisions access;
  @EJB private Accounts accounts;
  @EJB private PersonKeys personKeys;
  @EJB private Post post;
  @Inject private RecoveryRegister register;
  @EJB private SealedTexts texts;
  @Inject private ResetCodes codes;
  @EJB private OwnPassword ownPassword;
  @Inject private RecoveryTimes times;
  @Inject private RandomSource random;

  /** Approves: makes the code, and asks the system manager for its share. */
  public RecoverySlip approve(Caller caller, String id, String why, char[] password) {
    RecoveryRequest request = decidable(caller, id);
    Written reason = texts.of(caller.displayName(), why);
    ownPassword.require(caller, password);
    long epoch =
        register
            .hospitalShare(request.account())
            .filter(share -> share.epoch() == personKeys.escrowEpoch(request.account()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_RECOVERABLE))
            .epoch();
    ActivationCode code = ActivationCode.random(random);
    RecoveryKey key = key(request, code);
    request.approve(
        caller.accountId(),
        texts.protect(AskedMessage.TOPIC, request.party(), request.id(), reason),
        codes.fingerprint(request.party(), code),
        times.now(),
        times.end());
    request.setKey(key.publicKey().encode(), key.protectedSecret().bytes());
    ask(caller, request, epoch, reason);
    accounts.note(request.account(), AccountEventKind.RECOVERY_APPROVED, caller.accountId());
    AccountView whose = accounts.find(request.account()).orElseThrow();
    return new RecoverySlip(
        whose.displayName(), whose.userName().orElse(""), code.shown(), request.expires());
  }

  /** Refuses. */
  public void refuse(Caller caller, String id, String why) {
    RecoveryRequest request = decidable(caller, id);
    Written reason = texts.of(caller.displayName(), why);
    request.refuse(
        caller.accountId(),
        texts.protect(AskedMessage.TOPIC, request.party(), request.id(), reason),
        times.now());
  }

  private RecoveryRequest decidable(Caller caller, String id) {
    RecoveryRequest request =
        register
            .take(id)
            .filter(found -> !found.isOfNobody())
            .filter(found -> found.party().equals(caller.party()))
            .filter(found -> Counters.serves(caller.role(), found.role()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    access.require(caller, Act.APPROVE_RECOVERY, Subject.of(request.account(), request.party()));
    if (request.account().equals(caller.accountId())) {
      throw new RefusedException(ErrorCode.OWN_RECOVERY);
    }
    if (request.state(times.now()) != RecoveryState.ASKED) {
      throw new RefusedException(ErrorCode.RECOVERY_MOVED_ON);
    }
    return request;
  }

  private RecoveryKey key(RecoveryRequest request, ActivationCode code) {
    char[] secret = code.secret();
    try {
      return personKeys.newRecoveryKey(ByteString.ofHex(request.id()), secret);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private void ask(Caller caller, RecoveryRequest request, long epoch, Written reason) {
    PartyCode manager = PartyCode.SYSTEM_MANAGER;
    AskedMessage message =
        new AskedMessage(
            ByteString.ofHex(request.id()),
            request.account(),
            request.role(),
            epoch,
            ByteString.of(request.recoveryPublic()),
            caller.accountId(),
            request.expires(),
            ByteString.of(
                texts.seal(AskedMessage.TOPIC, request.party(), manager, request.id(), reason)));
    post.send(request.party(), manager, AskedMessage.TYPE, message.encode(), Optional.empty());
  }
}
