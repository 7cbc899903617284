package org.epione.ledger.state;

import static org.epione.ledger.state.RefusedRecord.require;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.OpinionAcceptedBody;
import org.epione.ledger.record.StoredBody;
import org.epione.ledger.record.TeamChangedBody;
import org.epione.ledger.record.WarrantWithdrawnBody;

/** Rules for the course of an episode: opening, diagnosis, storage. */
final class EpisodeRules {

  private final SignatureChecks checks;
  private final TeamRules team;
  private final Evidence evidence;

  EpisodeRules(SignatureChecks checks, Evidence evidence) {
    this.checks = checks;
    this.team = new TeamRules(checks);
    this.evidence = evidence;
  }

  void requireOpening(ChainState state, LedgerRecord record, EpisodeOpenedBody body) {
    require(state.isHospitalInGoodStanding(), RejectionReason.HOSPITAL_SUSPENDED);
    require(
        state.episode(body.episode()).isEmpty()
            && state.episode(EpisodeReference.of(body.episode())).isEmpty(),
        RejectionReason.EPISODE_EXISTS);
    require(
        state.episodeOfPatient(body.patient()).isEmpty()
            && state.delegate(body.patient()).isEmpty(),
        RejectionReason.PATIENT_REUSED);
    team.requireDoctors(state, record, body.doctors(), List.of(), List.of());
    requireWarrants(record, body);
    require(
        checks.possession(body.patientKey(), body.possession()), RejectionReason.BAD_POSSESSION);
  }

  /** Each doctor's warrant, signed by the patient for the doctor's place. */
  void requireWarrants(LedgerRecord record, EpisodeOpenedBody body) {
    WarrantRules warrants =
        new WarrantRules(checks, body.episode(), body.patient(), body.patientKey(), record.time());
    warrants.require(body.doctors(), 0, body.warrants());
  }

  /** Each doctor's warrant who has a new place. */
  void requireWarrants(ChainState state, LedgerRecord record, TeamChangedBody body) {
    Episode episode = known(state.episode(body.episode()));
    WarrantRules warrants =
        new WarrantRules(
            checks, episode.id(), episode.patient(), episode.patientKey(), record.time());
    warrants.require(body.doctors(), body.kept(), body.warrants());
    // What a doctor signed for another place before is not signed for the new one.
    require(
        body.warrants().stream()
            .noneMatch(signed -> signed.warrant().notBefore().isBefore(record.time())),
        RejectionReason.BAD_WARRANT);
  }

  /** While the team works, and once for each number. */
  void requireTeamChange(
      ChainState state, Founding founding, LedgerRecord record, TeamChangedBody body) {
    Episode episode = known(state.episode(body.episode()));
    require(episode.patient().equals(record.author()), RejectionReason.WRONG_AUTHOR);
    require(episode.diagnosis().isEmpty(), RejectionReason.ALREADY_DIAGNOSED);
    require(body.epoch() == episode.epoch() + 1, RejectionReason.NOT_THE_TEAM);
    Instant earliest =
        episode.former().stream()
            .map(FormerTeam::until)
            .reduce((earlier, later) -> later)
            .orElseGet(() -> episode.openedAt().minus(founding.blockRules().maxClockSkew()));
    require(!record.time().isBefore(earliest), RejectionReason.BACK_DATED);
    require(body.kept() <= episode.doctors().size(), RejectionReason.BAD_TEAM);
    team.requireDoctors(
        state,
        record,
        body.doctors(),
        episode.doctors().subList(0, body.kept()),
        episode.visitors());
    requireWarrants(state, record, body);
  }

  /** By a doctor of another hospital, while the team works; she may agree to several questions. */
  void requireAcceptance(
      ChainState state, Founding founding, LedgerRecord record, OpinionAcceptedBody body) {
    Episode episode = known(state.episode(body.episode()));
    require(!body.doctor().hospital().equals(record.chain()), RejectionReason.BAD_CERTIFICATE);
    require(episode.diagnosis().isEmpty(), RejectionReason.ALREADY_DIAGNOSED);
    require(
        episode.visitors().contains(record.author())
            || episode.visitors().size() < Episode.MOST_VISITORS,
        RejectionReason.TOO_MANY_OPEN);
    require(
        !record.time().isBefore(episode.openedAt().minus(founding.blockRules().maxClockSkew())),
        RejectionReason.BACK_DATED);
  }

  void requireDiagnosis(
      ChainState state, Founding founding, LedgerRecord record, DiagnosisBody body) {
    Episode episode = known(state.episode(body.episode()));
    require(
        episode.team().get(episode.team().size() - 1).doctor().equals(record.author()),
        RejectionReason.NOT_LAST_SIGNER);
    require(episode.diagnosis().isEmpty(), RejectionReason.ALREADY_DIAGNOSED);
    require(episode.patient().equals(body.patient()), RejectionReason.WRONG_PATIENT);
    require(founding.cloud().pid().equals(body.cloud()), RejectionReason.WRONG_CLOUD);
    requireTeam(state, founding, episode, record, body);
    require(checks.ciphertext(body.header(), body.episode()), RejectionReason.BAD_CIPHERTEXT);
    require(evidence.holds(body, episode.evidence()), RejectionReason.BAD_EVIDENCE);
  }

  /** What the team signed: in its order, in time, within its warrants. */
  void requireTeam(
      ChainState state,
      Founding founding,
      Episode episode,
      LedgerRecord record,
      DiagnosisBody body) {
    Duration skew = founding.blockRules().maxClockSkew();
    Instant opened = episode.openedAt().minus(skew);
    require(!record.time().isBefore(opened), RejectionReason.BACK_DATED);
    team.requireStatements(state, episode, body, opened, record.time().plus(skew));
  }

  /** While the team works; afterwards there is nothing that a warrant would allow. */
  void requireWithdrawal(
      ChainState state, Founding founding, LedgerRecord record, WarrantWithdrawnBody body) {
    Episode episode = known(state.episode(body.episode()));
    require(episode.patient().equals(record.author()), RejectionReason.WRONG_AUTHOR);
    TeamMember member =
        episode.team().stream()
            .filter(each -> each.doctor().equals(body.doctor()))
            .findFirst()
            .orElseThrow(() -> RefusedRecord.because(RejectionReason.NOT_IN_TEAM));
    require(member.withdrawnAt().isEmpty(), RejectionReason.WARRANT_WITHDRAWN);
    require(episode.diagnosis().isEmpty(), RejectionReason.ALREADY_DIAGNOSED);
    require(
        !record.time().isBefore(episode.openedAt().minus(founding.blockRules().maxClockSkew())),
        RejectionReason.BACK_DATED);
  }

  void requireStorage(ChainState state, StoredBody body) {
    Episode episode = known(state.episode(body.episode()));
    Episode.Diagnosed result =
        episode
            .diagnosis()
            .orElseThrow(() -> RefusedRecord.because(RejectionReason.UNKNOWN_DIAGNOSIS));
    require(
        result.record().equals(body.diagnosis())
            && result.ciphertext().equals(body.ciphertext())
            && result.length() == body.length(),
        RejectionReason.WRONG_CIPHERTEXT);
    require(episode.location().isEmpty(), RejectionReason.ALREADY_STORED);
  }

  private static Episode known(Optional<Episode> episode) {
    return episode.orElseThrow(() -> RefusedRecord.because(RejectionReason.UNKNOWN_EPISODE));
  }
}
