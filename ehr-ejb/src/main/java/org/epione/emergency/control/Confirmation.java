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
import org.epione.account.boundary.Role;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.EmergencyKeys;
import org.epione.custody.boundary.RecoveryKey;
import org.epione.emergency.boundary.EmergencyState;
import org.epione.emergency.entity.AskedFacts;
import org.epione.emergency.entity.Emergency;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.EmergencyRequests;

/** A colleague of the asking doctor decides for the hospital. */
@ApplicationScoped
public class Confirmation {

  @EJB private AccessDecisions access;
  @EJB private Doctors doctors;
  @EJB private EmergencyKeys keys;
  @EJB private EmergencyRequests requests;
  @EJB private OwnPassword ownPassword;
  @EJB private Post post;
  @EJB private SealedTexts texts;
  @Inject private EmergencyRegister register;
  @Inject private EmergencyTimes times;

  /** Confirms, and asks the system manager for its share. */
  public void confirm(Caller colleague, String id, char[] password) {
    Emergency emergency = decidable(colleague, id);
    DoctorView doctor =
        doctors
            .byAccount(emergency.asker())
            .orElseThrow(() -> new RefusedException(ErrorCode.EMERGENCY_MOVED_ON));
    if (colleague.role() == Role.DOCTOR) {
      requests.requireStanding(colleague);
    }
    ownPassword.require(colleague, password);
    RecoveryKey key = keys.newKey(emergency.hospital(), ByteString.ofHex(id));
    emergency.confirm(colleague.accountId(), key, times.now());
    AskedFacts facts =
        new AskedFacts(
            emergency.patient(),
            emergency.epoch(),
            ByteString.of(key.publicKey().encode()),
            emergency.asker(),
            doctor.pid(),
            doctor.certificate().identity().receivingKey(),
            colleague.accountId(),
            emergency.reason(),
            emergency.expires());
    Written asked =
        texts.unprotect(
            EmergencyAskedMessage.TOPIC, emergency.hospital(), id, emergency.protectedReason());
    EmergencyAskedMessage message =
        new EmergencyAskedMessage(
            ByteString.ofHex(id),
            facts,
            sealed(emergency, asked),
            sealed(emergency, new Written(colleague.displayName(), "")));
    post.send(
        emergency.hospital(),
        PartyCode.SYSTEM_MANAGER,
        EmergencyAskedMessage.TYPE,
        message.encode(),
        Optional.empty());
  }

  /** Refuses. */
  public void refuse(Caller colleague, String id) {
    Emergency emergency = decidable(colleague, id);
    emergency.refusedBy(colleague.accountId(), times.now());
    register.end(emergency, EmergencyState.REFUSED, times.now());
  }

  private Emergency decidable(Caller colleague, String id) {
    Emergency emergency =
        register
            .take(id)
            .filter(found -> found.hospital().equals(colleague.party()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    access.require(
        colleague, Act.CONFIRM_EMERGENCY, Subject.of(emergency.patient(), emergency.hospital()));
    if (emergency.asker().equals(colleague.accountId())) {
      throw new RefusedException(ErrorCode.EMERGENCY_OWN);
    }
    if (emergency.state(times.now()) != EmergencyState.ASKED) {
      throw new RefusedException(ErrorCode.EMERGENCY_MOVED_ON);
    }
    return emergency;
  }

  private ByteString sealed(Emergency emergency, Written text) {
    return ByteString.of(
        texts.seal(
            EmergencyAskedMessage.TOPIC,
            emergency.hospital(),
            PartyCode.SYSTEM_MANAGER,
            emergency.id(),
            text));
  }
}
