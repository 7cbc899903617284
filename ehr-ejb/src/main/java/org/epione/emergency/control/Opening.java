package org.epione.emergency.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.custody.boundary.Delegation;
import org.epione.custody.boundary.EmergencyKeys;
import org.epione.custody.boundary.RecoveryKey;
import org.epione.custody.boundary.ReleasedEscrow;
import org.epione.emergency.boundary.EmergencyState;
import org.epione.emergency.entity.Emergency;
import org.epione.emergency.entity.EmergencyRecord;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.EmergencyRequests;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.EpisodeFacts;

/**
 * The system manager has answered: here both shares come together, and nowhere else. They make the
 * grants over the records that the doctor's requests name, and are gone.
 */
@ApplicationScoped
public class Opening {

  private static final Logger LOG = Logger.getLogger(Opening.class.getName());

  @EJB private Doctors doctors;
  @EJB private EmergencyKeys keys;
  @EJB private EmergencyRequests requests;
  @EJB private EpisodeDirectory episodes;
  @EJB private ReceivingKeys receivingKeys;
  @EJB private SealedTexts texts;
  @Inject private EmergencyRegister register;
  @Inject private ShareRegister shares;
  @Inject private EmergencyNotices notices;
  @Inject private EmergencyTimes times;
  @Inject private CryptoSuite crypto;

  /** {@code emergency.answered}. One that comes twice or too late changes nothing. */
  void answered(ReceivedEnvelope envelope) throws MessageRejectedException {
    EmergencyHandler.require(
        envelope.from().equals(PartyCode.SYSTEM_MANAGER), "Only the system manager answers this.");
    EmergencyAnsweredMessage message = EmergencyAnsweredMessage.decode(envelope.payload());
    String id = message.id().hex();
    Emergency emergency =
        register
            .take(id)
            .filter(found -> found.hospital().equals(envelope.to()))
            .orElseThrow(() -> new MessageRejectedException("There is no such emergency."));
    Written text =
        texts.open(
            EmergencyAskedMessage.TOPIC,
            envelope.to(),
            PartyCode.SYSTEM_MANAGER,
            id,
            message.text().bytes());
    Instant now = times.now();
    if (emergency.state(now) != EmergencyState.CONFIRMED) {
      return;
    }
    emergency.answered(texts.protect(EmergencyAskedMessage.TOPIC, envelope.to(), id, text));
    if (message.release().isEmpty()) {
      register.end(emergency, EmergencyState.WITHHELD, now);
      return;
    }
    open(emergency, message.release().get());
  }

  private void open(Emergency emergency, EmergencyAnsweredMessage.Release release) {
    Instant now = times.now();
    List<EmergencyRecord> records = register.records(emergency);
    Instant until =
        Collections.min(
            List.of(
                release.until(), now.plus(EmergencyOpenedBody.LONGEST), records.get(0).notAfter()));
    Optional<List<Grant>> grants =
        doctors
            .byAccount(emergency.asker())
            .map(doctor -> grants(doctor.certificate(), records, now, until));
    Optional<List<Delegation>> delegations =
        grants.flatMap(
            made ->
                released(emergency, release.share())
                    .flatMap(together -> keys.delegate(together, made)));
    if (delegations.isEmpty()) {
      LOG.log(Level.WARNING, "emergency {0} was released and could not be opened", emergency.id());
      register.end(emergency, EmergencyState.FAILED, now);
      return;
    }
    for (int i = 0; i < records.size(); i++) {
      EmergencyRecord row = records.get(i);
      Grant grant = grants.get().get(i);
      row.grant(grant, requests.seal(delegations.get().get(i), grant));
      requests.send(emergency.hospital(), emergency.asker(), row.request());
      row.forgetRequest();
    }
    emergency.open(until, now);
    notices.opened(emergency);
    LOG.log(
        Level.INFO,
        "emergency {0} opened {1} records until {2}",
        new Object[] {emergency.id(), records.size(), until});
  }

  private List<Grant> grants(
      DoctorCertificate doctor, List<EmergencyRecord> records, Instant now, Instant until) {
    return records.stream().map(each -> grant(doctor, each, now, until)).toList();
  }

  private Grant grant(DoctorCertificate doctor, EmergencyRecord each, Instant now, Instant until) {
    EpisodeFacts episode = episodes.byId(each.episode()).orElseThrow();
    return new Grant(
        episode.patientPid().pseudonym(),
        doctor.pid().pseudonym(),
        HpkePublicKey.decode(doctor.identity().receivingKey().bytes()),
        List.of(episode.episode()),
        EmergencyOpenedBody.PURPOSE,
        now,
        until,
        Nonce.random(crypto.random()));
  }

  /** What has to come together; empty where the patient's share is of another key, or gone. */
  private Optional<ReleasedEscrow> released(Emergency emergency, ByteString share) {
    return shares
        .ofEpoch(emergency.hospital(), emergency.hospital(), emergency.patient(), emergency.epoch())
        .map(
            own ->
                new ReleasedEscrow(
                    ByteString.ofHex(emergency.id()),
                    own.terms(),
                    own.sealedShare(),
                    receivingKeys.require(own.terms().second()),
                    share,
                    new RecoveryKey(
                        crypto.hpke().decodePublicKey(emergency.keyPublic()),
                        emergency.keySecret())));
  }
}
