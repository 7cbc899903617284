package org.epione.emergency.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.OwnPassword;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.EscrowShares;
import org.epione.custody.boundary.NotOpenedException;
import org.epione.emergency.boundary.EmergencyCaseState;
import org.epione.emergency.entity.EmergencyCase;
import org.epione.emergency.entity.EmergencyShare;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** The system manager's decision. */
@ApplicationScoped
public class ShareReleases {

  private static final PartyCode SELF = PartyCode.SYSTEM_MANAGER;
  private static final String TOPIC = EmergencyAskedMessage.TOPIC;

  @EJB private AccessDecisions access;
  @EJB private EscrowShares escrows;
  @EJB private OwnPassword ownPassword;
  @EJB private Post post;
  @EJB private ReceivingKeys receivingKeys;
  @EJB private SealedTexts texts;
  @Inject private EmergencyCaseRegister register;
  @Inject private ShareRegister shares;
  @Inject private EmergencyTimes times;
  @Inject private CryptoSuite crypto;

  /** Releases the share for this emergency; from now on it is open for a time. */
  public void release(Caller officer, String id, String why, char[] password) {
    EmergencyCase taken = decidable(officer, id);
    Written reason = texts.of(officer.displayName(), why);
    ownPassword.require(officer, password);
    ByteString share = sealedShare(taken);
    Instant until = times.open();
    taken.release(officer.accountId(), texts.protect(TOPIC, SELF, id, reason), until, times.now());
    answer(taken, Optional.of(new EmergencyAnsweredMessage.Release(share, until)), reason);
  }

  /** Refuses. */
  public void refuse(Caller officer, String id, String why) {
    EmergencyCase taken = decidable(officer, id);
    Written reason = texts.of(officer.displayName(), why);
    taken.refuse(officer.accountId(), texts.protect(TOPIC, SELF, id, reason), times.now());
    answer(taken, Optional.empty(), reason);
  }

  private EmergencyCase decidable(Caller officer, String id) {
    EmergencyCase taken =
        register.take(id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    access.require(
        officer, Act.RELEASE_EMERGENCY_SHARE, Subject.of(taken.account(), taken.hospital()));
    if (taken.state(times.now()) != EmergencyCaseState.WAITING) {
      throw new RefusedException(ErrorCode.EMERGENCY_MOVED_ON);
    }
    return taken;
  }

  private ByteString sealedShare(EmergencyCase taken) {
    EmergencyShare share =
        shares
            .ofEpoch(SELF, taken.hospital(), taken.account(), taken.epoch())
            .orElseThrow(() -> new RefusedException(ErrorCode.EMERGENCY_SHARES));
    try {
      return escrows.release(
          share.terms(),
          receivingKeys.require(taken.hospital()),
          share.sealedShare(),
          ByteString.ofHex(taken.id()),
          crypto.hpke().decodePublicKey(taken.keyPublic()));
    } catch (NotOpenedException notTheShare) {
      throw (RefusedException)
          new RefusedException(ErrorCode.EMERGENCY_SHARES).initCause(notTheShare);
    }
  }

  private void answer(
      EmergencyCase taken, Optional<EmergencyAnsweredMessage.Release> release, Written reason) {
    byte[] sealed = texts.seal(TOPIC, SELF, taken.hospital(), taken.id(), reason);
    post.send(
        SELF,
        taken.hospital(),
        EmergencyAnsweredMessage.TYPE,
        new EmergencyAnsweredMessage(ByteString.ofHex(taken.id()), release, ByteString.of(sealed))
            .encode(),
        Optional.empty());
  }
}
