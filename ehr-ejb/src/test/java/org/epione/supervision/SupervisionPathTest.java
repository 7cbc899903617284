package org.epione.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ejb.EJBAccessException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.ledger.record.CreditRulesBody;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.rules.Supervision;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.boundary.CaseState;
import org.epione.supervision.boundary.CaseView;
import org.epione.supervision.boundary.CreditRuling;
import org.epione.supervision.boundary.CreditView;
import org.epione.supervision.boundary.Credits;
import org.epione.supervision.boundary.FilingState;
import org.epione.supervision.boundary.FilingView;
import org.epione.supervision.boundary.MatterKind;
import org.epione.supervision.boundary.MovementView;
import org.epione.supervision.boundary.Outcome;
import org.epione.supervision.boundary.OverdueReport;
import org.epione.supervision.boundary.RulesView;
import org.epione.supervision.boundary.ScoreView;
import org.epione.supervision.boundary.SupervisionDesk;
import org.epione.supervision.boundary.WeightsView;
import org.epione.team.Clinic;
import org.epione.team.Treatment;
import org.epione.team.boundary.EpisodeDesk;
import org.epione.team.boundary.EpisodeView;
import org.epione.team.boundary.Loss;
import org.epione.team.boundary.MemberView;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.TeamEdit;
import org.epione.team.boundary.Turns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisionPathTest {

  @TempDir private Path home;

  @Test
  void report_shouldReachTheSystemManagerAndMoveTheHospitalsScore_whenUpheld() throws Exception {
    try (Court court = new Court(home)) {
      court.report(0, "The hospital keeps a record back.");
      CaseView waiting = court.waiting();
      assertThat(waiting.kind()).isEqualTo(MatterKind.REPORT);
      assertThat(waiting.text()).isEqualTo("The hospital keeps a record back.");
      assertThat(waiting.evidence())
          .extracting(each -> each.type())
          .containsExactly("DOCTOR_ENROLLED");
      assertThat(waiting.points()).contains(100);
      assertThat(only(court).state()).isEqualTo(FilingState.WITH_SYSTEM_MANAGER);

      court.decide(Outcome.MAJOR, "The record was found at the hospital.");

      assertThat(court.hospitalPoints()).isEqualTo(80);
      assertThat(court.waiting().state()).isEqualTo(CaseState.DECIDED);
      FilingView told = only(court);
      assertThat(told.state()).isEqualTo(FilingState.DECIDED);
      assertThat(told.outcome()).contains("MAJOR");
      assertThat(told.reason()).contains("The record was found at the hospital.");
      ScoreView hospital = all(court).scores().get(0);
      assertThat(hospital.hospital()).isTrue();
      assertThat(hospital.movements())
          .extracting(MovementView::type, MovementView::reason, MovementView::points)
          .containsExactly(tuple("REPORT_DECIDED", "MAJOR", -20));
    }
  }

  @Test
  void report_shouldBeSeenToWait_whenTheHospitalHoldsBackItsMessage() throws Exception {
    try (Court court = new Court(home)) {
      court.clinic.wire.heldBack.add("supervision.lodged");
      court.report(0, "The hospital keeps a record back.");
      assertThat(only(court).overdue()).isFalse();
      assertThat(all(court).overdue()).isEmpty();

      court.clinic.container.clock().advance(Duration.ofDays(15));

      FilingView held = only(court);
      assertThat(held.state()).isEqualTo(FilingState.WITH_SYSTEM_MANAGER);
      assertThat(held.overdue()).isTrue();
      assertThat(all(court).overdue())
          .containsExactly(new OverdueReport(held.id(), held.filedAt()));
      assertThat(
              court.clinic.as(
                  court.doctor(0), () -> court.clinic.bean(Credits.class).proof(held.recordId())))
          .isNotEmpty();
    }
  }

  @Test
  void text_shouldBeOnNoChainAndReadableToNobodyElse() throws Exception {
    try (Court court = new Court(home)) {
      String text = "The hospital keeps a record back.";
      court.report(0, text);
      court.decide(Outcome.DISMISSED, "It was only late.");

      for (byte[] sent : court.clinic.wire.payloads("supervision.lodged")) {
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).doesNotContain("keeps a record");
      }
      java.io.ByteArrayOutputStream chain = new java.io.ByteArrayOutputStream();
      court
          .clinic
          .bean(org.epione.ledger.connector.Chains.class)
          .export(Clinic.HOSPITAL.value(), chain);
      assertThat(chain.toString(StandardCharsets.ISO_8859_1))
          .doesNotContain("keeps a record")
          .doesNotContain("only late");
      assertThat(court.hospitalPoints()).isEqualTo(100);
    }
  }

  @Test
  void appeal_shouldGiveBackWhatARejectionTook_whenGranted() throws Exception {
    try (Court court = new Court(home)) {
      court.signOutOfTurn(court.episode(0, 1), 0);
      assertThat(court.points(court.pid(court.doctor(0)))).isEqualTo(90);
      assertThat(court.clinic.as(court.doctor(0), court.grievances()::records))
          .extracting(each -> each.type())
          .containsExactly("REJECTION", "EPISODE_OPENED");
      assertThat(court.clinic.as(court.doctor(2), court.grievances()::records)).isEmpty();
      ScoreView score = mine(court);
      MovementView lost = score.movements().get(0);
      assertThat(lost.type()).isEqualTo("REJECTION");
      assertThat(lost.reason()).isEqualTo("NOT_LAST_SIGNER");
      assertThat(lost.points()).isEqualTo(-10);
      assertThat(lost.appealable()).isTrue();
      Credits credits = court.clinic.bean(Credits.class);
      assertThat(court.clinic.as(court.doctor(0), () -> credits.proof(lost.record()))).isNotEmpty();

      court.appeal(0, Optional.of(lost.content()), "It was my turn.");
      assertThat(mine(court).movements().get(0).appeal()).contains("OPEN");
      assertThatThrownBy(() -> court.appeal(0, Optional.of(lost.content()), "Once more."))
          .hasMessageContaining("EHR-4703")
          .hasMessageContaining("ALREADY_APPEALED");
      assertThat(court.waiting().evidence())
          .extracting(each -> each.type(), each -> each.author(), each -> each.says())
          .containsExactly(tuple("REJECTION", "HOSPITAL", "NOT_LAST_SIGNER"));
      court.decide(Outcome.GRANTED, "The order was changed too late.");

      assertThat(court.points(court.pid(court.doctor(0)))).isEqualTo(100);
      assertThat(mine(court).movements()).extracting(MovementView::points).containsExactly(10, -10);
      assertThat(mine(court).movements().get(1).appeal()).contains("GRANTED");
    }
  }

  @Test
  void expelledDoctor_shouldBeReadmitted_onRequest() throws Exception {
    try (Court court = new Court(home)) {
      rules(court, new CreditRules(100, 99, 100, 10, 1, weights(99)));
      court.signOutOfTurn(court.episode(0, 1), 0);
      assertThat(mine(court).expelledAt()).isPresent();
      assertThatThrownBy(() -> court.report(0, "Unfair.")).hasMessageContaining("EXPELLED");

      court.appeal(0, Optional.empty(), "I have learned.");
      assertThat(mine(court).readmissionAsked()).isTrue();
      court.decide(Outcome.DISMISSED, "Too early.");
      assertThat(mine(court).expelledAt()).isPresent();
      court.appeal(0, Optional.empty(), "I have learned more.");
      court.decide(Outcome.GRANTED, "So be it.");

      assertThat(mine(court).expelledAt()).isEmpty();
      assertThat(mine(court).points()).isEqualTo(99);
      court.episode(0, 1);
    }
  }

  @Test
  void expelledDoctor_shouldLoseTheTurn_andTheEpisodeBeHandedOver() throws Exception {
    try (Court court = new Court(home)) {
      EpisodeDesk desk = court.clinic.bean(EpisodeDesk.class);
      String lost = court.episode(0, 1);
      String other = court.episode(1, 2);
      List<String> team = List.of(court.doctor(2).account().toString());
      assertThatThrownBy(
              () -> court.clinic.as(court.clinic.registrar, () -> desk.followUp(lost, team)))
          .hasMessageContaining("EHR-3016");
      rules(court, new CreditRules(100, 95, 100, 10, 1, weights(95)));
      court.signOutOfTurn(lost, 0);
      assertThat(mine(court).expelledAt()).isPresent();

      assertThat(court.clinic.as(court.clinic.registrar, desk::needingFollowUp)).isEqualTo(1);
      EpisodeView stuck = court.clinic.as(court.clinic.registrar, () -> desk.episode(lost));
      assertThat(stuck.needsFollowUp()).isTrue();
      assertThat(stuck.team())
          .extracting(MemberView::lost)
          .containsExactly(Optional.of(Loss.EXPELLED), Optional.empty());
      assertThat(stuck.remaining()).containsExactly(court.doctor(1).account().toString());
      EpisodeView next = court.clinic.as(court.clinic.registrar, () -> desk.followUp(lost, team));

      assertThat(next.complaint()).isEqualTo(stuck.complaint());
      assertThat(next.state()).isEqualTo("AWAITING_WARRANTS");
      EpisodeView old = court.clinic.as(court.clinic.registrar, () -> desk.episode(lost));
      assertThat(old.state()).isEqualTo("STOPPED");
      assertThat(old.followedBy()).contains(next.id());
      assertThat(old.needsFollowUp()).isFalse();
      assertThat(court.clinic.as(court.clinic.registrar, () -> desk.episode(other)))
          .matches(episode -> !episode.needsFollowUp());
      Turns turns = court.clinic.bean(Turns.class);
      assertThat(court.clinic.as(court.doctor(0), turns::inbox)).isEmpty();
      court.clinic.as(
          court.clinic.patient,
          () ->
              court.clinic.bean(MyTreatments.class).authorise(next.id(), Clinic.PASSWORD.clone()));
      court.clinic.wire.deliverAll();
      assertThat(court.clinic.as(court.doctor(2), turns::inbox)).hasSize(1);
    }
  }

  @Test
  void expelledDoctor_shouldBeReplaced_whenThePatientAgrees() throws Exception {
    try (Court court = new Court(home)) {
      String lost = court.episode(0, 1);
      rules(court, new CreditRules(100, 95, 100, 10, 1, weights(95)));
      court.signOutOfTurn(lost, 0);
      TeamEdit other = new TeamEdit(1, true, Optional.of(court.doctor(2).account().toString()));
      Treatment treatment = new Treatment(court.clinic);
      treatment.propose(court.clinic.registrar, lost, other, "expelled");
      treatment.agree(lost);

      assertThat(treatment.episode(lost).needsFollowUp()).isFalse();
      treatment.sign(lost, 3, "instead");
      treatment.sign(lost, 2, "and done");
      assertThat(treatment.episode(lost).state()).isEqualTo("FINAL");
    }
  }

  @Test
  void suspendedHospital_shouldOpenNoEpisode_untilItsAppealIsGranted() throws Exception {
    try (Court court = new Court(home)) {
      court.report(1, "It invents rejections.");
      court.decide(Outcome.GRAVE, "It does.");
      assertThatThrownBy(() -> court.episode(0, 1)).hasMessageContaining("EHR-3015");
      String decision = all(court).scores().get(0).movements().get(0).content();

      court.clinic.as(
          court.clinic.administrator,
          () -> court.grievances().appealForHospital(Optional.of(decision), "We do not."));
      court.clinic.wire.deliverAll();
      assertThat(court.waiting().kind()).isEqualTo(MatterKind.HOSPITAL_APPEAL);
      court.decide(Outcome.GRANTED, "It does not.");

      assertThat(court.hospitalPoints()).isEqualTo(100);
      assertThat(court.clinic.as(court.clinic.administrator, court.grievances()::ofHospital))
          .extracting(FilingView::state)
          .containsExactly(FilingState.DECIDED);
      court.episode(0, 1);
    }
  }

  @Test
  void rules_shouldCount_whenTheSystemManagersRecordIsOnTheChain() throws Exception {
    try (Court court = new Court(home)) {
      CreditRuling ruling = court.clinic.bean(CreditRuling.class);
      WeightsView softer =
          new WeightsView(100, 50, 100, 5, 2, Optional.of(new WeightsView.Reports(1, 2, 3, 0, 50)));
      WeightsView senseless =
          new WeightsView(100, 50, 100, 5, 2, Optional.of(new WeightsView.Reports(3, 2, 1, 0, 50)));
      String hospital = Clinic.HOSPITAL.value();
      assertThatThrownBy(
              () -> court.clinic.as(court.officer, () -> ruling.change(hospital, senseless)))
          .hasMessageContaining("EHR-4705");
      assertThatThrownBy(() -> court.clinic.as(court.officer, () -> ruling.change("CLOUD", softer)))
          .hasMessageContaining("EHR-1003");
      assertThatThrownBy(
              () ->
                  court.clinic.as(
                      court.clinic.administrator, () -> ruling.change(hospital, softer)))
          .isInstanceOf(EJBAccessException.class);

      court.clinic.as(court.officer, () -> ruling.change(hospital, softer));
      court.clinic.wire.deliverAll();

      assertThat(court.clinic.as(court.officer, ruling::all))
          .extracting(RulesView::weights)
          .containsExactly(Optional.of(softer));
      court.report(0, "The hospital keeps a record back.");
      court.decide(Outcome.GRAVE, "It does.");
      assertThat(court.hospitalPoints()).isEqualTo(97);
    }
  }

  @Test
  void scores_shouldNameDoctorsToTheirHospitalOnly() throws Exception {
    try (Court court = new Court(home)) {
      Credits credits = court.clinic.bean(Credits.class);
      assertThat(all(court).scores())
          .extracting(each -> each.name().orElse(""))
          .containsExactly("HOSPITAL-A", "Dr. 1", "Dr. 2", "Dr. 3");
      CreditView audited =
          court.clinic.as(court.auditor, () -> credits.of(Clinic.HOSPITAL.value()));
      assertThat(audited.scores().stream().skip(1)).allMatch(each -> each.name().isEmpty());
      assertThat(audited.weights().reports()).isPresent();
      assertThatThrownBy(
              () -> court.clinic.as(court.doctor(0), () -> credits.of(Clinic.HOSPITAL.value())))
          .isInstanceOf(EJBAccessException.class);
      assertThatThrownBy(
              () -> court.clinic.as(court.doctor(1), () -> credits.proof(court.anyRecord())))
          .hasMessageContaining("EHR-1003");
    }
  }

  @Test
  void decide_shouldRefuse_whatDoesNotFitOrIsDecided() throws Exception {
    try (Court court = new Court(home)) {
      court.report(0, "The hospital keeps a record back.");
      String id = court.waiting().id();
      SupervisionDesk desk = court.clinic.bean(SupervisionDesk.class);
      assertThatThrownBy(
              () -> court.clinic.as(court.officer, () -> desk.decide(id, Outcome.GRANTED, "Yes.")))
          .hasMessageContaining("EHR-4704");
      assertThatThrownBy(
              () -> court.clinic.as(court.officer, () -> desk.decide(id, Outcome.MINOR, " ")))
          .hasMessageContaining("EHR-4701");
      assertThatThrownBy(
              () -> court.clinic.as(court.doctor(0), () -> desk.decide(id, Outcome.MINOR, "Yes.")))
          .isInstanceOf(EJBAccessException.class);
      court.decide(Outcome.MINOR, "Yes.");
      assertThatThrownBy(
              () -> court.clinic.as(court.officer, () -> desk.decide(id, Outcome.MINOR, "Yes.")))
          .hasMessageContaining("EHR-4403");
      assertThat(court.hospitalPoints()).isEqualTo(95);
      court.clinic.wire.repeatAllBackwards();
      assertThat(court.hospitalPoints()).isEqualTo(95);
      assertThat(court.clinic.as(court.officer, desk::cases)).hasSize(1);
    }
  }

  @Test
  void report_shouldRefuse_recordsThatAreNotOnTheChainOrAWrongPassword() throws Exception {
    try (Court court = new Court(home)) {
      for (List<String> records :
          List.of(
              List.<String>of(),
              List.of("00".repeat(32)),
              List.of("not a number"),
              List.of(court.anyRecord(), court.anyRecord()))) {
        assertThatThrownBy(
                () ->
                    court.clinic.as(
                        court.doctor(0),
                        () -> court.grievances().report("Text.", records, Clinic.PASSWORD.clone())))
            .hasMessageContaining("EHR-4702");
      }
      assertThatThrownBy(
              () ->
                  court.clinic.as(
                      court.doctor(0),
                      () ->
                          court
                              .grievances()
                              .report(
                                  "Text.",
                                  List.of(court.anyRecord()),
                                  "wrong password".toCharArray())))
          .hasMessageContaining("EHR-1011");
    }
  }

  private static Optional<Supervision> weights(int readmission) {
    return Optional.of(new Supervision(5, 20, 50, 1, readmission));
  }

  private static void rules(Court court, CreditRules rules) {
    court.submit(
        PartyCode.SYSTEM_MANAGER,
        court.clinic.signed(
            PartyCode.SYSTEM_MANAGER,
            court.clinic.pid(Clinic.HOSPITAL),
            new CreditRulesBody(rules)));
  }

  private static FilingView only(Court court) throws Exception {
    List<FilingView> mine = court.clinic.as(court.doctor(0), court.grievances()::mine);
    assertThat(mine).hasSize(1);
    return mine.get(0);
  }

  private static ScoreView mine(Court court) throws Exception {
    return court
        .clinic
        .as(court.doctor(0), court.clinic.bean(Credits.class)::mine)
        .orElseThrow()
        .scores()
        .get(0);
  }

  private static CreditView all(Court court) throws Exception {
    Credits credits = court.clinic.bean(Credits.class);
    return court.clinic.as(court.clinic.administrator, () -> credits.of(Clinic.HOSPITAL.value()));
  }
}
