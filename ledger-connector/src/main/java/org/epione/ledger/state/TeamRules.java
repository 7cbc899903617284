package org.epione.ledger.state;

import static org.epione.ledger.state.RefusedRecord.require;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.multisig.VerificationResult;
import org.epione.ledger.credit.Score;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.LedgerRecord;

/** Rules for what a doctor team signed: the episode's team, in order, in time, one aggregate. */
final class TeamRules {

  private final SignatureChecks checks;

  TeamRules(SignatureChecks checks) {
    this.checks = checks;
  }

  /**
   * Doctors who may sign, none named twice, also not among those before them: of this hospital, or
   * one of another who agreed to. The hospital whose record it is begins it and answers for the
   * whole, so that one is neither first nor last.
   *
   * @param visitors of other hospitals, who agreed
   */
  void requireDoctors(
      ChainState state,
      LedgerRecord record,
      List<Pid> doctors,
      List<Pid> before,
      List<Pid> visitors) {
    Set<Pid> different = new HashSet<>(before);
    different.addAll(doctors);
    require(different.size() == before.size() + doctors.size(), RejectionReason.BAD_TEAM);
    requireVisitorsPlace(before, doctors, visitors);
    for (Pid pid : doctors) {
      Delegate doctor =
          state
              .delegate(pid)
              .filter(
                  known ->
                      known.certificate().hospital().equals(record.chain())
                          || visitors.contains(pid))
              .orElseThrow(() -> RefusedRecord.because(RejectionReason.BAD_TEAM));
      require(state.inGoodStanding(pid), RejectionReason.EXPELLED);
      require(
          doctor.certificate().identity().validity().includes(record.time()),
          RejectionReason.CERTIFICATE_NOT_VALID);
    }
  }

  private static void requireVisitorsPlace(
      List<Pid> before, List<Pid> doctors, List<Pid> visitors) {
    List<Pid> order = new ArrayList<>(before);
    order.addAll(doctors);
    require(order.stream().filter(visitors::contains).count() <= 1, RejectionReason.BAD_TEAM);
    require(
        !visitors.contains(order.get(0)) && !visitors.contains(order.get(order.size() - 1)),
        RejectionReason.BAD_TEAM);
  }

  void requireStatements(
      ChainState state, Episode episode, DiagnosisBody body, Instant earliest, Instant latest) {
    List<DoctorCertificate> signers = new ArrayList<>();
    for (TeamMember member : episode.team()) {
      signers.add(
          state
              .delegate(member.doctor())
              .flatMap(doctor -> doctor.certificateOf(member.key()))
              .orElseThrow(() -> RefusedRecord.because(RejectionReason.UNKNOWN_AUTHOR)));
    }
    requireSameEpisode(episode, body);
    VerificationResult result =
        checks.team(signers, episode.former(), body.statements(), body.aggregate());
    if (result != VerificationResult.VALID) {
      throw RefusedRecord.because(reason(result));
    }
    for (int i = 0; i < body.statements().size(); i++) {
      requireInTime(state, episode.team().get(i), body.statements().get(i), earliest, latest);
    }
  }

  private static void requireSameEpisode(Episode episode, DiagnosisBody body) {
    for (Statement statement : body.statements()) {
      require(
          Arrays.equals(statement.episode().bytes(), episode.id().bytes()),
          RejectionReason.TEAM_WRONG_EPISODE);
      require(
          statement.patient().equals(episode.patient().pseudonym()), RejectionReason.WRONG_PATIENT);
    }
  }

  private static void requireInTime(
      ChainState state, TeamMember member, Statement statement, Instant earliest, Instant latest) {
    Instant time = statement.time();
    require(!time.isBefore(earliest), RejectionReason.BACK_DATED);
    require(!time.isAfter(latest), RejectionReason.POST_DATED);
    require(member.warrant().includes(time), RejectionReason.WARRANT_NOT_VALID);
    require(!member.isWithdrawn(time), RejectionReason.WARRANT_WITHDRAWN);
    require(
        state
            .credit()
            .of(member.doctor())
            .flatMap(Score::expelledAt)
            .filter(expelled -> !time.isBefore(expelled))
            .isEmpty(),
        RejectionReason.EXPELLED);
  }

  private static RejectionReason reason(VerificationResult result) {
    return switch (result) {
      case INCOMPLETE -> RejectionReason.TEAM_INCOMPLETE;
      case WRONG_ORDER, WRONG_POSITION -> RejectionReason.TEAM_WRONG_ORDER;
      case WRONG_EPISODE -> RejectionReason.TEAM_WRONG_EPISODE;
      case WRONG_PATIENT -> RejectionReason.WRONG_PATIENT;
      case BROKEN_LINK -> RejectionReason.TEAM_BROKEN_LINK;
      case STALE_TIME -> RejectionReason.TEAM_STALE_TIME;
      case BAD_SIGNATURE, VALID -> RejectionReason.TEAM_BAD_SIGNATURE;
    };
  }
}
