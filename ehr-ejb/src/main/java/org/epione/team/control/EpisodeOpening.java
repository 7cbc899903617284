package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.epione.account.boundary.Caller;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.Acting;
import org.epione.custody.boundary.EpisodeKey;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.boundary.OpenEpisode;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeIdentity;
import org.epione.team.entity.EpisodePatient;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.TeamMember;

/**
 * From the registrar's order to the record of the opening on its way to the chain (protocols 1-2):
 * pseudo-identity and token of the episode, then the patient's warrants under a key made for this
 * episode alone.
 */
@ApplicationScoped
public class EpisodeOpening {

  @Inject private EpisodeStore episodes;
  @Inject private EpisodeSecrets secrets;
  @Inject private TeamDoctors doctors;
  @Inject private TeamPatients patients;
  @Inject private WarrantSigning warrants;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @EJB private ServerKeys serverKeys;
  @EJB private PersonKeys personKeys;
  @EJB private ChainSubmission chain;

  /** Opens an episode, which then waits for its warrants. */
  public Episode open(Caller caller, OpenEpisode order) {
    PartyCode hospital = caller.party();
    requireTeam(order.doctors());
    TeamPatients.Patient patient = patients.find(hospital, order.patientId());
    RecordId eid = newId(hospital);
    List<TeamMember> members = members(hospital, eid, order.doctors());
    doctors.requireMayOpen(hospital);
    ByteString alpha = ByteString.of(suite.random().bytes(EpisodeOpenedBody.ALPHA_LENGTH));
    SealedFacts facts =
        new SealedFacts(
            alpha,
            patient.identity(),
            PatientFacts.entered(
                patient.name(), patient.birthDate(), order.complaint(), order.symptomCode()));
    EpisodeIdentity identity =
        new EpisodeIdentity(
            eid.hex(),
            hospital.value(),
            doctors.cloud(hospital).value(),
            EpisodeReference.of(eid).text(),
            EpisodeOpenedBody.commitment(alpha.bytes(), eid).hex());
    EpisodePatient who =
        new EpisodePatient(
            patient.account().toString(),
            order.patientId(),
            ByteString.of(serverKeys.sealPseudonym(hospital, patient.identity().bytes())),
            patient.recordKey(),
            ByteString.of(secrets.seal(hospital, eid.hex(), facts)));
    Episode episode = new Episode(identity, who, caller.accountId().toString(), clock.instant());
    episodes.add(episode, members);
    return episode;
  }

  /** Signs a warrant for each doctor and submits the opening. */
  public void authorise(Acting acting, Episode episode, char[] password)
      throws WrongPasswordException {
    requireWaiting(episode);
    PartyCode hospital = new PartyCode(episode.hospital());
    doctors.requireMayOpen(hospital);
    List<TeamMember> members = episodes.members(episode.id());
    Instant now = clock.instant();
    EpisodeOpenedBody body;
    try (Will will = personKeys.will(acting, password)) {
      body = opened(will, episode, members, now);
    }
    Pid chainPid = doctors.pid(hospital);
    RecordContent content = new RecordContent(chainPid, chainPid, now, body);
    LedgerRecord opened =
        content.signed(RecordSignature.ed25519(serverKeys.sign(hospital, content.toSign())));
    episode.warranted(opened.id().hex(), now);
    chain.submit(hospital, hospital, opened);
  }

  private EpisodeOpenedBody opened(
      Will will, Episode episode, List<TeamMember> members, Instant now) {
    byte[] eid = ByteString.ofHex(episode.id()).bytes();
    EpisodeKey key = will.episodeKey(eid);
    return new EpisodeOpenedBody(
        RecordId.of(eid),
        Pid.of(episode.patientPseudonym()),
        ByteString.of(key.key().encode()),
        ByteString.of(key.possession().encode()),
        members.stream().map(each -> Pid.of(each.doctorPseudonym())).toList(),
        warrants.sign(will, episode, members, now),
        Digest.ofHex(episode.commitment()));
  }

  /** The patient refuses the team. */
  public void decline(Episode episode) {
    requireWaiting(episode);
    episode.decline(clock.instant());
  }

  private static void requireWaiting(Episode episode) {
    if (episode.state() != EpisodeState.AWAITING_WARRANTS) {
      throw new RefusedException(ErrorCode.EPISODE_MOVED_ON);
    }
  }

  private static void requireTeam(List<String> order) {
    if (order.isEmpty() || order.size() > 8 || new HashSet<>(order).size() != order.size()) {
      throw new RefusedException(ErrorCode.TEAM_INVALID);
    }
  }

  /** The reference is 60 bits of the EID: two episodes of a hospital never share it. */
  private RecordId newId(PartyCode hospital) {
    RecordId id = RecordId.random(suite.random());
    while (episodes.byReference(hospital.value(), EpisodeReference.of(id).text()).isPresent()) {
      id = RecordId.random(suite.random());
    }
    return id;
  }

  private List<TeamMember> members(PartyCode hospital, RecordId eid, List<String> accounts) {
    List<TeamMember> members = new ArrayList<>();
    for (String account : accounts) {
      TeamDoctors.Doctor doctor = doctors.inGoodStanding(hospital, account(account));
      members.add(
          new TeamMember(
              eid.hex(), 1, members.size() + 1, account, doctor.name(), doctor.pid().bytes()));
    }
    return members;
  }

  static AccountId account(String text) {
    try {
      return AccountId.of(text);
    } catch (IllegalArgumentException noAccount) {
      throw new RefusedException(ErrorCode.TEAM_INVALID);
    }
  }
}
