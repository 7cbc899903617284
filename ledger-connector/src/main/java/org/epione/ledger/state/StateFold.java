package org.epione.ledger.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.ledger.credit.Cause;
import org.epione.ledger.credit.CreditBook;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.AccessRefusedBody;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.Appeal;
import org.epione.ledger.record.AppealDecidedBody;
import org.epione.ledger.record.ConsentGivenBody;
import org.epione.ledger.record.ConsentRefusedBody;
import org.epione.ledger.record.ConsentWithdrawnBody;
import org.epione.ledger.record.CreditRulesBody;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.DoctorAppealedBody;
import org.epione.ledger.record.DoctorEnrolledBody;
import org.epione.ledger.record.DoctorKeyChangedBody;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.EmergencyReviewedBody;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.HospitalAppealedBody;
import org.epione.ledger.record.HospitalReportedBody;
import org.epione.ledger.record.KeyIssuedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.OpinionAcceptedBody;
import org.epione.ledger.record.RecordReadBody;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.record.ReportDecidedBody;
import org.epione.ledger.record.RequestId;
import org.epione.ledger.record.SignedWarrant;
import org.epione.ledger.record.StandingConsentUsedBody;
import org.epione.ledger.record.StandingConsentWithdrawnBody;
import org.epione.ledger.record.StationEnrolledBody;
import org.epione.ledger.record.StoredBody;
import org.epione.ledger.record.TeamChangedBody;
import org.epione.ledger.record.WarrantWithdrawnBody;
import org.epione.ledger.rules.Severity;

/** One step of the fold: what one record that is allowed does to the state. */
final class StateFold {

  private final ChainState before;
  private final LedgerRecord record;
  private final RecordPosition position;
  private final Cause cause;

  StateFold(ChainState before, LedgerRecord record, RecordPosition position) {
    this.before = before;
    this.record = record;
    this.position = position;
    this.cause = Cause.of(record, position.height(), position.index());
  }

  ChainState result() {
    return switch (record.type()) {
      case HOSPITAL_ADMITTED -> founded((HospitalAdmittedBody) record.body());
      case DOCTOR_ENROLLED -> enrolled((DoctorEnrolledBody) record.body());
      case DOCTOR_KEY_CHANGED -> changed((DoctorKeyChangedBody) record.body());
      case EPISODE_OPENED -> opened((EpisodeOpenedBody) record.body());
      case DIAGNOSIS -> diagnosed((DiagnosisBody) record.body());
      case STORED -> stored((StoredBody) record.body());
      case ACCESS_REQUESTED -> requested((AccessRequestedBody) record.body());
      case CONSENT_GIVEN -> consented((ConsentGivenBody) record.body());
      case STANDING_CONSENT -> before;
      case STANDING_CONSENT_USED -> consented((StandingConsentUsedBody) record.body());
      case STANDING_CONSENT_WITHDRAWN -> withdrawn((StandingConsentWithdrawnBody) record.body());
      case EMERGENCY_OPENED -> opened((EmergencyOpenedBody) record.body());
      case EMERGENCY_REVIEWED -> reviewed((EmergencyReviewedBody) record.body());
      case CONSENT_REFUSED -> refused(((ConsentRefusedBody) record.body()).request());
      case CONSENT_WITHDRAWN -> withdrawn((ConsentWithdrawnBody) record.body());
      case RE_ENCRYPTION_KEY_ISSUED -> issued((KeyIssuedBody) record.body());
      case ACCESS_REFUSED -> accessRefused((AccessRefusedBody) record.body());
      case RECORD_READ -> read((RecordReadBody) record.body());
      case REJECTION -> rejected((RejectionBody) record.body());
      case CREDIT_RULES -> ruled((CreditRulesBody) record.body());
      case HOSPITAL_REPORTED -> reported((HospitalReportedBody) record.body());
      case REPORT_DECIDED -> decided((ReportDecidedBody) record.body());
      case DOCTOR_APPEALED -> appealed(((DoctorAppealedBody) record.body()).appeal());
      case HOSPITAL_APPEALED -> appealed(((HospitalAppealedBody) record.body()).appeal());
      case APPEAL_DECIDED -> decided((AppealDecidedBody) record.body());
      case WARRANT_WITHDRAWN -> withdrawn((WarrantWithdrawnBody) record.body());
      case TEAM_CHANGED -> changed((TeamChangedBody) record.body());
      case OPINION_ACCEPTED -> accepted((OpinionAcceptedBody) record.body());
      case EPOCH_CLOSED -> closed();
      case STATION_ENROLLED -> equipped((StationEnrolledBody) record.body());
      case STATION_WITHDRAWN -> before.withoutStation(record.author());
    };
  }

  private ChainState founded(HospitalAdmittedBody body) {
    Founding founding = Founding.of(body);
    return before
        .withFounding(founding, supervised(CreditBook.under(body.creditRules()), founding.chain()))
        .withEpoch(new Epoch(1, position.height(), record.time()));
  }

  private ChainState closed() {
    Epoch open = before.epoch().orElseThrow();
    return before.sealed().withEpoch(open.next(record.time(), position.height()));
  }

  private ChainState enrolled(DoctorEnrolledBody body) {
    return before.withDelegate(
        Delegate.of(body.certificate(), before.founding().orElseThrow().hospital(), record.time()));
  }

  private ChainState changed(DoctorKeyChangedBody body) {
    Delegate doctor = before.delegate(record.author()).orElseThrow();
    return before.withDelegate(doctor.with(body.certificate(), doctor.hospital(), doctor.since()));
  }

  private ChainState opened(EpisodeOpenedBody body) {
    List<TeamMember> team = placed(body.doctors(), body.warrants());
    Episode episode =
        new Episode(
            body.episode(),
            body.patient(),
            body.patientKey(),
            team,
            List.of(),
            List.of(),
            body.evidence(),
            record.time(),
            Optional.empty(),
            Optional.empty());
    return before.withEpisodes(before.episodeMap().opened(episode));
  }

  private ChainState diagnosed(DiagnosisBody body) {
    Episode episode = before.episode(body.episode()).orElseThrow();
    Episode.Diagnosed result =
        new Episode.Diagnosed(
            record.id(), body.ciphertext(), body.ciphertextLength(), record.time());
    return before
        .withEpisodes(before.episodeMap().changed(episode.diagnosed(result)))
        .withCredit(before.credit().accepted(record.author(), cause));
  }

  private ChainState changed(TeamChangedBody body) {
    Episode episode = before.episode(body.episode()).orElseThrow();
    List<TeamMember> team = new ArrayList<>(episode.team().subList(0, body.kept()));
    team.addAll(placed(body.doctors(), body.warrants()));
    return before.withEpisodes(before.episodeMap().changed(episode.changed(team, record.time())));
  }

  /** Who is given a place signs there with the key of now. */
  private List<TeamMember> placed(List<Pid> doctors, List<SignedWarrant> warrants) {
    List<TeamMember> placed = new ArrayList<>();
    for (int i = 0; i < doctors.size(); i++) {
      Pid doctor = doctors.get(i);
      placed.add(
          TeamMember.warranted(
              doctor,
              before.delegate(doctor).orElseThrow().signingKey(),
              warrants.get(i).warrant()));
    }
    return placed;
  }

  /** A doctor with the certificate of another hospital that the record brings. */
  private Delegate visiting(DoctorCertificate doctor, PartyCertificate hospital) {
    return before
        .delegate(doctor.pid())
        .map(known -> known.with(doctor, hospital, record.time()))
        .orElseGet(() -> Delegate.of(doctor, hospital, record.time()));
  }

  private ChainState accepted(OpinionAcceptedBody body) {
    Episode episode = before.episode(body.episode()).orElseThrow();
    return before
        .withDelegate(visiting(body.doctor(), body.hospital()))
        .withEpisodes(before.episodeMap().changed(episode.visited(body.doctor().pid())));
  }

  private ChainState withdrawn(WarrantWithdrawnBody body) {
    Episode episode = before.episode(body.episode()).orElseThrow();
    return before.withEpisodes(
        before.episodeMap().changed(episode.withdrawn(body.doctor(), record.time())));
  }

  private ChainState stored(StoredBody body) {
    Episode episode = before.episode(body.episode()).orElseThrow();
    return before
        .withEpisodes(before.episodeMap().changed(episode.stored(body.location())))
        .withCredit(before.credit().stored(record.chain(), cause));
  }

  private ChainState requested(AccessRequestedBody body) {
    Pid doctor = body.doctor().pid();
    AccessRequest request =
        new AccessRequest(
            body.request(),
            before.episode(body.episode()).orElseThrow().id(),
            doctor,
            body.doctor().identity().signingKey(),
            body.doctor().identity().receivingKey(),
            body.purpose(),
            record.time(),
            body.notAfter(),
            AccessRequest.Answer.OPEN,
            Optional.empty());
    return before
        .withDelegate(visiting(body.doctor(), body.hospital()))
        .withSharing(before.sharing().with(request));
  }

  private ChainState consented(ConsentGivenBody body) {
    return before.withSharing(
        granted(
            before.request(body.request()).orElseThrow(), body.grant(), body.grant().notAfter()));
  }

  /** What was granted ahead lasts no longer than what was asked for. */
  private ChainState consented(StandingConsentUsedBody body) {
    AccessRequest request = before.request(body.request()).orElseThrow();
    Grant grant = body.grant();
    Instant end = Collections.min(List.of(grant.notAfter(), request.notAfter()));
    return before.withSharing(
        granted(request, grant, end).spent(List.of(grant.digest()), grant.notAfter()));
  }

  private Sharing granted(AccessRequest request, Grant grant, Instant end) {
    Consent consent =
        new Consent(
            grant.digest(),
            request.id(),
            request.episode(),
            request.doctor(),
            new Validity(grant.notBefore(), end),
            record.time(),
            Optional.empty(),
            Optional.empty());
    return before.sharing().with(request.consented(consent.grant())).with(consent);
  }

  private ChainState opened(EmergencyOpenedBody body) {
    AccessRequest request = before.request(body.request()).orElseThrow();
    Grant grant = body.grant();
    return before.withSharing(
        granted(request, grant, grant.notAfter()).emergency(grant.digest(), request.episode()));
  }

  private ChainState reviewed(EmergencyReviewedBody body) {
    return before.withSharing(before.sharing().reviewed(body.grant()));
  }

  /** They could hold for as long as any grant that is made ahead. */
  private ChainState withdrawn(StandingConsentWithdrawnBody body) {
    return before.withSharing(
        before.sharing().spent(body.grants(), record.time().plus(StandingConsentUsedBody.LONGEST)));
  }

  private ChainState refused(RequestId id) {
    AccessRequest request = before.request(id).orElseThrow();
    return before.withSharing(before.sharing().with(request.refused()));
  }

  private ChainState withdrawn(ConsentWithdrawnBody body) {
    Consent consent = before.consent(body.grant()).orElseThrow();
    return before.withSharing(before.sharing().with(consent.withdrawn(record.time())));
  }

  private ChainState issued(KeyIssuedBody body) {
    Consent consent = before.consent(body.grant()).orElseThrow();
    return before.withSharing(before.sharing().with(consent.issued(body.key())));
  }

  private ChainState accessRefused(AccessRefusedBody body) {
    return body.request().map(this::refused).orElse(before);
  }

  private ChainState read(RecordReadBody body) {
    return before.withSharing(before.sharing().read(body.read(), body.grant()));
  }

  private ChainState rejected(RejectionBody body) {
    return before.withRejection(
        body.content(), body.author(), before.credit().rejected(body.author(), cause));
  }

  private ChainState equipped(StationEnrolledBody body) {
    return before.withStation(
        new EnrolledStation(record.author(), body.station().key(), body.validity()));
  }

  private ChainState ruled(CreditRulesBody body) {
    return before.withCredit(
        supervised(before.credit().withRules(body.rules(), cause), record.chain()));
  }

  /** Where reports have a weight, the hospital has a score. */
  private static CreditBook supervised(CreditBook book, Pid hospital) {
    return book.rules().supervision().isPresent() ? book.enrolled(hospital) : book;
  }

  private ChainState reported(HospitalReportedBody body) {
    Report report =
        new Report(
            body.matter(),
            record.author(),
            body.text(),
            body.records(),
            record.time(),
            Optional.empty());
    return before.withMatters(before.matters().with(report));
  }

  private ChainState decided(ReportDecidedBody body) {
    Report report = before.report(body.matter()).orElseThrow();
    Report.Decision decision = new Report.Decision(body.severity(), body.reason(), record.time());
    ChainState after = before.withMatters(before.matters().with(report.decided(decision)));
    return body.severity()
        .map(
            severity ->
                after.withCredit(before.credit().reported(record.chain(), cost(severity), cause)))
        .orElse(after);
  }

  private int cost(Severity severity) {
    return before.credit().rules().supervision().orElseThrow().cost(severity);
  }

  private ChainState appealed(Appeal appeal) {
    return before.withMatters(
        before
            .matters()
            .with(new LodgedAppeal(appeal, record.author(), record.time(), Optional.empty())));
  }

  private ChainState decided(AppealDecidedBody body) {
    LodgedAppeal appeal = before.appeal(body.matter()).orElseThrow();
    LodgedAppeal.Decision decision =
        new LodgedAppeal.Decision(body.granted(), body.reason(), record.time());
    ChainState after = before.withMatters(before.matters().with(appeal.decided(decision)));
    return body.granted() ? after.withCredit(corrected(appeal)) : after;
  }

  private CreditBook corrected(LodgedAppeal appeal) {
    Pid appellant = appeal.appellant();
    return appeal
        .appeal()
        .against()
        .map(
            content ->
                before
                    .credit()
                    .returned(appellant, MatterRules.taken(before, appellant, content), cause))
        .orElseGet(() -> before.credit().readmitted(appellant, cause));
  }
}
