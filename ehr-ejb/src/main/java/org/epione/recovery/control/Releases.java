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
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.OwnPassword;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.EscrowShares;
import org.epione.custody.boundary.NotOpenedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.boundary.CaseState;
import org.epione.recovery.boundary.RecoveryCaseView;
import org.epione.recovery.entity.RecoveryCase;
import org.epione.recovery.entity.SecondShare;

/** The system manager's decision. */
@ApplicationScoped
public class Releases {

  private static final PartyCode SELF = PartyCode.SYSTEM_MANAGER;

  @EJB private AccessDecisions access;
  @EJB private Accounts accounts;
  @EJB private EscrowShares shares;
  @EJB private Parties parties;
  @EJB private Post post;
  @Inject private CaseRegister register;
  @EJB private ReceivingKeys receivingKeys;
  @EJB private SealedTexts texts;
  @EJB private OwnPassword ownPassword;
  @Inject private RecoveryTimes times;
  @Inject private CryptoSuite crypto;

  /** The latest, those that wait first. */
  public List<RecoveryCaseView> all() {
    return register.latest().stream()
        .map(this::view)
        .sorted(Comparator.comparing(each -> each.state() != CaseState.WAITING))
        .toList();
  }

  /** How many wait. */
  public long waiting() {
    return register.countWaiting(times.now());
  }

  /** Releases the share for this recovery. */
  public void release(Caller officer, String id, String why, char[] password) {
    RecoveryCase taken = decidable(officer, id);
    Written reason = texts.of(officer.displayName(), why);
    ownPassword.require(officer, password);
    decide(officer, taken, CaseState.RELEASED, Optional.of(sealedShare(taken)), reason);
  }

  /** Refuses. */
  public void refuse(Caller officer, String id, String why) {
    RecoveryCase taken = decidable(officer, id);
    Written reason = texts.of(officer.displayName(), why);
    decide(officer, taken, CaseState.REFUSED, Optional.empty(), reason);
  }

  private RecoveryCase decidable(Caller officer, String id) {
    RecoveryCase taken =
        register.take(id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    access.require(
        officer, Act.RELEASE_RECOVERY_SHARE, Subject.of(taken.account(), taken.hospital()));
    if (taken.state(times.now()) != CaseState.WAITING) {
      throw new RefusedException(ErrorCode.RECOVERY_MOVED_ON);
    }
    return taken;
  }

  private ByteString sealedShare(RecoveryCase taken) {
    SecondShare share =
        register
            .share(taken.hospital(), taken.account())
            .filter(found -> found.epoch() == taken.epoch())
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_RECOVERABLE));
    try {
      return shares.release(
          share.terms(),
          receivingKeys.require(taken.hospital()),
          share.sealedShare(),
          ByteString.ofHex(taken.id()),
          crypto.hpke().decodePublicKey(taken.recoveryPublic()));
    } catch (NotOpenedException notTheShare) {
      throw (RefusedException)
          new RefusedException(ErrorCode.NOT_RECOVERABLE).initCause(notTheShare);
    }
  }

  private void decide(
      Caller officer,
      RecoveryCase taken,
      CaseState how,
      Optional<ByteString> share,
      Written reason) {
    taken.decide(
        how,
        officer.accountId(),
        texts.protect(AskedMessage.TOPIC, SELF, taken.id(), reason),
        times.now());
    byte[] sealed = texts.seal(AskedMessage.TOPIC, SELF, taken.hospital(), taken.id(), reason);
    post.send(
        SELF,
        taken.hospital(),
        AnsweredMessage.TYPE,
        new AnsweredMessage(ByteString.ofHex(taken.id()), share, ByteString.of(sealed)).encode(),
        Optional.empty());
  }

  private RecoveryCaseView view(RecoveryCase row) {
    Written asked = texts.unprotect(AskedMessage.TOPIC, SELF, row.id(), row.protectedText());
    Written answered =
        row.protectedAnswer()
            .map(kept -> texts.unprotect(AskedMessage.TOPIC, SELF, row.id(), kept))
            .orElse(Written.NOTHING);
    return new RecoveryCaseView(
        row.id(),
        row.hospital(),
        parties.name(row.hospital()),
        row.account(),
        row.role(),
        row.state(times.now()),
        row.approved(),
        row.expires(),
        asked.name(),
        row.approver(),
        asked.reason(),
        row.officer().map(accounts::name).orElse(""),
        answered.reason(),
        row.decided(),
        row.ended());
  }
}
