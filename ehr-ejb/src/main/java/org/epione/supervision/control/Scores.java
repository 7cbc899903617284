package org.epione.supervision.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.epione.chain.boundary.ChainRecords;
import org.epione.crypto.transcript.Digest;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.connector.ChainSummary;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.credit.Movement;
import org.epione.ledger.credit.Score;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.state.ChainHead;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.LodgedAppeal;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.Given;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.boundary.CreditView;
import org.epione.supervision.boundary.MovementView;
import org.epione.supervision.boundary.OverdueReport;
import org.epione.supervision.boundary.ScoreView;
import org.epione.supervision.boundary.WeightsView;

/** Scores as the chains that are kept here say, with the records that they come from. */
@ApplicationScoped
public class Scores {

  private static final Comparator<ScoreView> ORDER =
      Comparator.comparing(ScoreView::hospital)
          .reversed()
          .thenComparing(score -> score.name().orElse("\uffff"))
          .thenComparing(ScoreView::pid);

  @EJB private Chains chains;
  @EJB private Doctors doctors;
  @EJB private ChainRecords records;
  @Inject private KnownChains known;
  @Inject private Clock clock;

  /** The hospitals whose chains are kept here, by code. */
  public List<PartyCode> hospitals() {
    return chains.chains().stream()
        .filter(chain -> chain.height() >= 0)
        .map(ChainSummary::hospital)
        .map(PartyCode::new)
        .sorted()
        .toList();
  }

  /** One doctor's score. */
  public Optional<CreditView> of(PartyCode hospital, Pid doctor) {
    return known
        .state(hospital)
        .filter(state -> state.credit().of(doctor).isPresent())
        .map(state -> view(hospital, state, List.of(score(state, doctor, name(doctor)))));
  }

  /**
   * All scores of a chain.
   *
   * @param named whether with the names of the hospital's doctors
   * @throws RefusedException EHR-4601 if it is not kept here
   */
  public CreditView all(PartyCode hospital, boolean named) {
    ChainState state =
        known.state(hospital).orElseThrow(() -> new RefusedException(ErrorCode.CHAIN_UNKNOWN));
    Pid chain = state.founding().orElseThrow().chain();
    List<ScoreView> scores =
        state.credit().all().keySet().stream()
            .map(pid -> score(state, pid, name(hospital, chain, pid, named)))
            .sorted(ORDER)
            .toList();
    return view(hospital, state, scores);
  }

  /** Whether that record moved that score. */
  public boolean isMovedBy(PartyCode hospital, Pid holder, String record) {
    return known
        .state(hospital)
        .filter(
            state ->
                state.credit().movements(holder).stream()
                    .anyMatch(movement -> movement.cause().record().hex().equals(record)))
        .isPresent();
  }

  /** The proof of that record for whoever checks it offline. */
  public byte[] proof(PartyCode hospital, String record) {
    return records
        .proof(hospital, Given.id(record, Digest::ofHex))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND))
        .encode();
  }

  private CreditView view(PartyCode hospital, ChainState state, List<ScoreView> scores) {
    return new CreditView(
        hospital.value(),
        known.name(hospital),
        state.head().map(ChainHead::height).orElse(0L),
        WeightsView.of(state.credit().rules()),
        scores,
        state.overdueReports(clock.instant()).stream()
            .map(report -> new OverdueReport(report.id().hex(), report.at()))
            .toList());
  }

  private Optional<String> name(PartyCode hospital, Pid chain, Pid pid, boolean named) {
    if (pid.equals(chain)) {
      return Optional.of(known.name(hospital));
    }
    return named ? name(pid) : Optional.empty();
  }

  private Optional<String> name(Pid doctor) {
    return doctors.byPid(doctor).map(DoctorView::displayName);
  }

  private static ScoreView score(ChainState state, Pid pid, Optional<String> name) {
    Score score = state.credit().of(pid).orElseThrow();
    boolean asked =
        appeals(state, pid)
            .anyMatch(appeal -> appeal.appeal().against().isEmpty() && appeal.decision().isEmpty());
    Map<Digest, String> appeals =
        appeals(state, pid)
            .filter(appeal -> appeal.appeal().against().isPresent())
            .collect(
                Collectors.toMap(
                    appeal -> appeal.appeal().against().orElseThrow(), Scores::standing));
    return new ScoreView(
        name,
        pid.hex(),
        pid.equals(state.founding().orElseThrow().chain()),
        score.points(),
        score.expelledAt(),
        asked,
        state.credit().movements(pid).stream()
            .map(movement -> view(movement, Optional.ofNullable(appeals.get(content(movement)))))
            .toList());
  }

  private static Digest content(Movement movement) {
    return movement.cause().content();
  }

  private static Stream<LodgedAppeal> appeals(ChainState state, Pid pid) {
    return state.appeals().stream().filter(appeal -> appeal.appellant().equals(pid));
  }

  private static String standing(LodgedAppeal appeal) {
    return appeal
        .decision()
        .map(decision -> decision.granted() ? "GRANTED" : "DISMISSED")
        .orElse("OPEN");
  }

  private static MovementView view(Movement movement, Optional<String> appeal) {
    RecordType type = movement.cause().type();
    boolean appealable =
        appeal.isEmpty()
            && movement.points() < 0
            && (type == RecordType.REJECTION || type == RecordType.REPORT_DECIDED);
    return new MovementView(
        movement.cause().record().hex(),
        content(movement).hex(),
        type.name(),
        movement.cause().reason(),
        movement.cause().height(),
        movement.cause().at(),
        movement.points(),
        movement.after().points(),
        appealable,
        appeal);
  }
}
