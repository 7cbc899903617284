package org.epione.ledger.state;

import static org.epione.ledger.state.RefusedRecord.require;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.SignedWarrant;
import org.epione.ledger.record.StoredBody;
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
    require(
        new HashSet<>(body.doctors()).size() == body.doctors().size(), RejectionReason.BAD_TEAM);
    for (int i = 0; i < body.doctors().size(); i++) {
      Delegate doctor =
          state
              .delegate(body.doctors().get(i))
              .filter(known -> known.certificate().hospital().equals(record.chain()))
              .orElseThrow(() -> RefusedRecord.because(RejectionReason.BAD_TEAM));
      require(state.inGoodStanding(doctor.pid()), RejectionReason.EXPELLED);
      require(
          doctor.certificate().identity().validity().includes(record.time()),
          RejectionReason.CERTIFICATE_NOT_VALID);
      requireWarrant(record, body, i);
    }
    require(
        checks.possession(body.patientKey(), body.possession()), RejectionReason.BAD_POSSESSION);
  }

  /** Each doctor's warrant, signed by the patient for the doctor's place. */
  void requireWarrants(LedgerRecord record, EpisodeOpenedBody body) {
    for (int i = 0; i < body.warrants().size(); i++) {
      requireWarrant(record, body, i);
    }
  }

  private void requireWarrant(LedgerRecord record, EpisodeOpenedBody body, int index) {
    SignedWarrant signed = body.warrants().get(index);
    Warrant warrant = signed.warrant();
    require(
        Arrays.equals(warrant.episode().bytes(), body.episode().bytes())
            && warrant.patient().equals(body.patient().pseudonym())
            && warrant.delegate().equals(body.doctors().get(index).pseudonym())
            && warrant.position() == index + 1,
        RejectionReason.BAD_WARRANT);
    require(!warrant.notAfter().isBefore(record.time()), RejectionReason.WARRANT_ENDED);
    require(
        checks.bls(body.patientKey(), warrant.encode(), signed.signature()),
        RejectionReason.BAD_WARRANT);
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
