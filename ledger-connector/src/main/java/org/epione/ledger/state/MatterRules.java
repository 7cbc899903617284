package org.epione.ledger.state;

import static org.epione.ledger.state.RefusedRecord.require;

import java.util.Optional;
import java.util.stream.Stream;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.credit.Movement;
import org.epione.ledger.credit.Score;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.Appeal;
import org.epione.ledger.record.AppealDecidedBody;
import org.epione.ledger.record.HospitalReportedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.ReportDecidedBody;

/** Rules for reports against the hospital, appeals, and decisions. Signatures are checked. */
final class MatterRules {

  /** So many reports of one doctor may be undecided: nobody can bury the system manager. */
  static final int MOST_OPEN_REPORTS = 3;

  void requireReport(
      ChainState state, Founding founding, LedgerRecord record, HospitalReportedBody body) {
    requireNew(state, body.matter());
    require(
        state
            .delegate(record.author())
            .filter(doctor -> doctor.certificate().hospital().equals(founding.chain()))
            .isPresent(),
        RejectionReason.WRONG_AUTHOR);
    require(
        body.records().stream().allMatch(content -> state.positionOf(content).isPresent()),
        RejectionReason.UNKNOWN_REFERENCE);
    long open =
        state.reports().stream()
            .filter(report -> report.doctor().equals(record.author()))
            .filter(report -> report.decision().isEmpty())
            .count();
    require(open < MOST_OPEN_REPORTS, RejectionReason.TOO_MANY_OPEN);
  }

  void requireDecision(ChainState state, ReportDecidedBody body) {
    requireSupervised(state);
    Report report =
        state
            .report(body.matter())
            .orElseThrow(() -> RefusedRecord.because(RejectionReason.UNKNOWN_MATTER));
    require(report.decision().isEmpty(), RejectionReason.ALREADY_DECIDED);
  }

  void requireAppeal(ChainState state, LedgerRecord record, Appeal appeal) {
    requireNew(state, appeal.matter());
    Pid appellant = record.author();
    if (appeal.against().isPresent()) {
      require(
          taken(state, appellant, appeal.against().get()) > 0, RejectionReason.NOTHING_TO_APPEAL);
      require(
          appeals(state, appellant, appeal.against()).findAny().isEmpty(),
          RejectionReason.ALREADY_APPEALED);
    } else {
      require(
          state.credit().of(appellant).flatMap(Score::expelledAt).isPresent(),
          RejectionReason.NOTHING_TO_APPEAL);
      require(
          appeals(state, appellant, appeal.against())
              .allMatch(other -> other.decision().isPresent()),
          RejectionReason.ALREADY_APPEALED);
    }
  }

  void requireDecision(ChainState state, AppealDecidedBody body) {
    requireSupervised(state);
    LodgedAppeal appeal =
        state
            .appeal(body.matter())
            .orElseThrow(() -> RefusedRecord.because(RejectionReason.UNKNOWN_MATTER));
    require(appeal.decision().isEmpty(), RejectionReason.ALREADY_DECIDED);
  }

  /** The points that the record with this content took from {@code holder}; 0 if none. */
  static int taken(ChainState state, Pid holder, Digest content) {
    return state.credit().movements(holder).stream()
        .filter(movement -> movement.cause().content().equals(content))
        .filter(MatterRules::isAppealable)
        .mapToInt(movement -> -movement.points())
        .sum();
  }

  private static boolean isAppealable(Movement movement) {
    return movement.cause().type() == RecordType.REJECTION
        || movement.cause().type() == RecordType.REPORT_DECIDED;
  }

  private static Stream<LodgedAppeal> appeals(
      ChainState state, Pid appellant, Optional<Digest> against) {
    return state.appeals().stream()
        .filter(appeal -> appeal.appellant().equals(appellant))
        .filter(appeal -> appeal.appeal().against().equals(against));
  }

  private static void requireNew(ChainState state, MatterId id) {
    requireSupervised(state);
    require(!state.matters().contains(id), RejectionReason.NAME_IN_USE);
  }

  private static void requireSupervised(ChainState state) {
    require(state.credit().rules().supervision().isPresent(), RejectionReason.NOT_SUPERVISED);
  }
}
