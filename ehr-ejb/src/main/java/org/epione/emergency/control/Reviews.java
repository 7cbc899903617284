package org.epione.emergency.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.OwnPassword;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.RandomSource;
import org.epione.emergency.entity.Emergency;
import org.epione.emergency.entity.EmergencyRecord;
import org.epione.ledger.record.SaltedText;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.EmergencyRequests;

/** The hospital looks at what was done, and closes it. */
@ApplicationScoped
public class Reviews {

  @EJB private AccessDecisions access;
  @EJB private EmergencyRequests requests;
  @EJB private OwnPassword ownPassword;
  @EJB private Post post;
  @EJB private SealedTexts texts;
  @Inject private EmergencyRegister register;
  @Inject private EmergencyNotices notices;
  @Inject private EmergencyTimes times;
  @Inject private RandomSource random;

  /** Closes the review, and the access if that has not ended. */
  public void close(Caller reviewer, String id, boolean justified, String words, char[] password) {
    Emergency emergency =
        register
            .take(id)
            .filter(found -> found.hospital().equals(reviewer.party()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    access.require(
        reviewer, Act.REVIEW_EMERGENCY, Subject.of(emergency.patient(), emergency.hospital()));
    if (emergency.opened().isEmpty() || emergency.reviewed().isPresent()) {
      throw new RefusedException(ErrorCode.EMERGENCY_MOVED_ON);
    }
    if (emergency.confirmer().filter(reviewer.accountId()::equals).isPresent()
        || emergency.asker().equals(reviewer.accountId())) {
      throw new RefusedException(ErrorCode.EMERGENCY_OWN);
    }
    Written finding = texts.of(reviewer.displayName(), words);
    ownPassword.require(reviewer, password);
    emergency.review(
        reviewer.accountId(),
        justified,
        texts.protect(EmergencyAskedMessage.TOPIC, emergency.hospital(), id, finding),
        times.now());
    register.records(emergency).forEach(each -> say(each, justified, finding));
    tell(emergency, justified, finding);
    notices.reviewed(emergency, reviewer.accountId());
  }

  /** On the chain, with a salt of its own: the same for all would tie the records together. */
  private void say(EmergencyRecord row, boolean justified, Written finding) {
    SaltedText salted = SaltedText.of(finding.name() + "\n" + finding.reason(), random);
    row.reviewed(salted.salt());
    requests.review(row.id(), justified, salted.commitment());
  }

  private void tell(Emergency emergency, boolean justified, Written finding) {
    byte[] sealed =
        texts.seal(
            EmergencyAskedMessage.TOPIC,
            emergency.hospital(),
            PartyCode.SYSTEM_MANAGER,
            emergency.id(),
            finding);
    post.send(
        emergency.hospital(),
        PartyCode.SYSTEM_MANAGER,
        ReviewedMessage.TYPE,
        new ReviewedMessage(ByteString.ofHex(emergency.id()), justified, ByteString.of(sealed))
            .encode(),
        Optional.empty());
  }
}
