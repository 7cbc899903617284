package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.account.boundary.Role;
import org.epione.audit.boundary.AuditReports;
import org.epione.audit.boundary.ReportForm;
import org.epione.audit.boundary.ReportState;
import org.epione.audit.boundary.ReportView;
import org.epione.audit.control.ReportRunner;
import org.epione.cloud.boundary.CheckRequest;
import org.epione.ledger.report.AuditReport;
import org.epione.ledger.report.PdfReport;
import org.epione.ledger.report.ReportCheck;
import org.epione.ledger.report.ReportFinding;
import org.epione.ledger.report.SignedReport;
import org.epione.ledger.transparency.NoteKey;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditReportTest {

  private World world;
  private FinishedEpisode episode;
  private AuditReports reports;
  private String id;
  private String patient;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    episode = FinishedEpisode.make(world, "Angina suspected.", "Confirmed.");
    reports = world.bean(AuditReports.class);
    id = episode.facts().episode().hex();
    patient = episode.facts().patientPid().hex();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static ReportForm of(String kind, String... subjects) {
    return new ReportForm(
        "HOSPITAL-A", kind, List.of(subjects), Optional.empty(), Optional.empty());
  }

  private static ReportForm period(Instant from, Instant until) {
    return new ReportForm("HOSPITAL-A", "PERIOD", List.of(), Optional.of(from), Optional.of(until));
  }

  private String begin(ReportForm form) throws Exception {
    return world.as(world.auditor, () -> reports.begin(form)).id();
  }

  private ReportView view(String report) throws Exception {
    return world.as(world.auditor, () -> reports.report(report));
  }

  /** The background goes on twice, with all messages delivered in between. */
  private void goOn() {
    world.bean(ReportRunner.class).look();
    world.delivery.all();
    world.bean(ReportRunner.class).look();
  }

  private AuditReport finished(ReportForm form) throws Exception {
    String report = begin(form);
    goOn();
    assertThat(view(report).state()).isEqualTo(ReportState.DONE);
    SignedReport signed = SignedReport.decode(world.as(world.auditor, () -> reports.json(report)));
    NoteKey key = NoteKey.parse(reports.key());
    assertThat(new ReportCheck(world.crypto.ed25519()).faults(signed, key)).isEmpty();
    assertThat(signed.report().id()).isEqualTo(report);
    assertThat(view(report).sound()).isEqualTo(signed.report().isSound());
    return signed.report();
  }

  private static List<String> types(AuditReport report) {
    return report.records().stream().map(each -> each.record().type().name()).toList();
  }

  private void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void report_shouldBeSigned_whenAnEpisodeHolds() throws Exception {
    AuditReport report = finished(of("EPISODE", id));

    assertThat(report.isSound()).isTrue();
    assertThat(types(report)).containsExactly("EPISODE_OPENED", "DIAGNOSIS", "STORED");
    assertThat(report.findings())
        .extracting(ReportFinding::check)
        .containsExactly(
            "CHAIN",
            "COUNT",
            "INCLUSION",
            "SIGNATURE",
            "WARRANTS",
            "INCLUSION",
            "SIGNATURE",
            "TEAM",
            "INCLUSION",
            "SIGNATURE",
            "PARTS",
            "PARTS",
            "PARTS",
            "STORAGE");
    assertThat(report.chain().hospital()).isEqualTo("HOSPITAL-A");
  }

  @Test
  void report_shouldSayTheSame_asPdf() throws Exception {
    String report = begin(of("EPISODE", id));
    goOn();
    byte[] json = world.as(world.auditor, () -> reports.json(report));
    PdfReport pdf = PdfReport.read(world.as(world.auditor, () -> reports.pdf(report)));
    assertThat(pdf).isEqualTo(new PdfReport(SignedReport.decode(json), true));
  }

  @Test
  void report_shouldHoldNoName_andNothingThatWasWritten() throws Exception {
    String report = begin(of("DOCTOR", world.doctor(world.treating).pid().hex()));
    goOn();
    String json =
        new String(world.as(world.auditor, () -> reports.json(report)), StandardCharsets.UTF_8);
    assertThat(json)
        .doesNotContain("Adams", "Baker", "Pat Example", "Angina", "R07.4")
        .doesNotContain(world.patient.account().toString())
        .doesNotContain(world.auditor.account().toString());
  }

  @Test
  void report_shouldBeOfTheEpisode_whenAskedByThePatientsPseudonym() throws Exception {
    AuditReport report = finished(of("PATIENT", patient));
    assertThat(types(report)).containsExactly("EPISODE_OPENED", "DIAGNOSIS", "STORED");
    assertThat(report.scope().subjects()).containsExactly(patient);
  }

  @Test
  void report_shouldBeOfOneRecord_withItsFile() throws Exception {
    AuditReport whole = finished(of("EPISODE", id));
    String stored = whole.records().get(2).record().id().hex();
    AuditReport report = finished(of("RECORD", " " + stored.toUpperCase(java.util.Locale.ROOT)));
    assertThat(types(report)).containsExactly("STORED");
    assertThat(report.findings())
        .extracting(ReportFinding::check)
        .containsExactly("CHAIN", "COUNT", "INCLUSION", "SIGNATURE", "STORAGE");
  }

  @Test
  void report_shouldHaveTreatmentsAndOwnActs_whenOfADoctor() throws Exception {
    Steps steps = new Steps(world);
    steps.read(steps.readyToRead(episode));
    AuditReport treating = finished(of("DOCTOR", world.doctor(world.treating).pid().hex()));
    assertThat(types(treating))
        .contains("EPISODE_OPENED", "DIAGNOSIS", "STORED", "ACCESS_REQUESTED", "RECORD_READ");
    AuditReport asking = finished(of("DOCTOR", world.doctor(world.asking).pid().hex()));
    assertThat(types(asking)).contains("ACCESS_REQUESTED").doesNotContain("EPISODE_OPENED");
    assertThat(asking.records())
        .allMatch(each -> each.record().author().equals(world.doctor(world.asking).pid()));
    AuditReport nobody = finished(of("DOCTOR", "ab".repeat(60)));
    assertThat(nobody.records()).isEmpty();
    assertThat(nobody.isSound()).isTrue();
  }

  @Test
  void report_shouldHaveAllRecordsOfAPeriod_andNoOthers() throws Exception {
    Instant now = world.now();
    AuditReport all = finished(period(now.minus(Duration.ofDays(2)), now.plusSeconds(1)));
    assertThat(all.records()).hasSize((int) all.chain().records());
    assertThat(types(all)).contains("HOSPITAL_ADMITTED", "DOCTOR_ENROLLED", "STORED");
    assertThat(all.isSound()).isTrue();
    AuditReport later = finished(period(now.plusSeconds(1), now.plusSeconds(2)));
    assertThat(later.records()).isEmpty();
  }

  @Test
  void report_shouldNameTheCloud_whenTheFileIsAltered() throws Exception {
    byte[] altered = episode.ciphertext().encode();
    altered[100] ^= 1;
    world.cloud.tamper(episode.digest(), altered);
    AuditReport report = finished(of("EPISODE", id));
    assertThat(report.isSound()).isFalse();
    assertThat(report.findings())
        .filteredOn(each -> !each.ok())
        .singleElement()
        .matches(each -> each.check().equals("STORAGE") && each.party().equals("CLOUD"));
  }

  @Test
  void report_shouldSayThatTheCloudIsSilent_whenItDoesNotAnswerInTime() throws Exception {
    world.delivery.hold(envelope -> envelope.type().equals(CheckRequest.TYPE));
    String report = begin(of("EPISODE", id));
    goOn();
    assertThat(view(report).state()).isEqualTo(ReportState.RUNNING);
    assertThat(view(report).done()).isEqualTo(1);
    assertThat(view(report).checks()).isEqualTo(2);
    assertThat(view(report).percent()).isEqualTo(50);
    world.container.clock().advance(Duration.ofMinutes(11));
    goOn();
    assertThat(view(report).state()).isEqualTo(ReportState.DONE);
    assertThat(view(report).sound()).isFalse();
    world.delivery.release();
    assertThat(view(report).sound()).isFalse();
  }

  @Test
  void audit_shouldStop_whenCancelled() throws Exception {
    String report = begin(of("EPISODE", id));
    world.run(world.auditor, () -> reports.cancel(report));
    goOn();
    assertThat(view(report).state()).isEqualTo(ReportState.CANCELLED);
    assertThat(Steps.count(world, "audit_check", "report_id = '" + report + "'")).isZero();
    assertRefused(
        ErrorCode.REPORT_NOT_THERE, () -> world.as(world.auditor, () -> reports.json(report)));
    assertRefused(ErrorCode.CONFLICT, () -> world.run(world.auditor, () -> reports.cancel(report)));
  }

  @Test
  void audit_shouldGoOn_whenTheServerStartsAgain() throws Exception {
    world.delivery.hold(envelope -> envelope.type().equals(CheckRequest.TYPE));
    String report = begin(of("EPISODE", id));
    goOn();
    world.container.restart();
    reports = world.bean(AuditReports.class);
    world.delivery.release();
    goOn();
    assertThat(view(report).state()).isEqualTo(ReportState.DONE);
  }

  @Test
  void audit_shouldBeRefused_whenItIsOfNothing() {
    for (ReportForm form :
        List.of(
            of("EPISODE"),
            of("EPISODE", "xy"),
            of("EPISODE", "abcd"),
            of("HOUSE", id),
            of("PERIOD", id),
            of("RECORD", id),
            period(Instant.EPOCH, Instant.EPOCH))) {
      assertRefused(ErrorCode.REPORT_SCOPE_UNUSABLE, () -> begin(form));
    }
    for (ReportForm form :
        List.of(
            of("EPISODE", "00".repeat(16)),
            of("PATIENT", "00".repeat(60)),
            of("RECORD", "00".repeat(32)))) {
      assertRefused(ErrorCode.NOT_FOUND, () -> begin(form));
    }
    assertRefused(
        ErrorCode.CHAIN_UNKNOWN,
        () ->
            begin(
                new ReportForm(
                    "NOBODY", "EPISODE", List.of(id), Optional.empty(), Optional.empty())));
  }

  @Test
  void audit_shouldBeRefused_whenFiveGoOn() throws Exception {
    for (int i = 0; i < 5; i++) {
      begin(of("EPISODE", id));
    }
    assertRefused(ErrorCode.REPORTS_TOO_MANY, () -> begin(of("EPISODE", id)));
    goOn();
    begin(of("EPISODE", id));
  }

  @Test
  void report_shouldBeNobodyElses() throws Exception {
    String report = begin(of("EPISODE", id));
    goOn();
    Person another = world.person(World.SM, Role.AUDITOR, "Another");
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> world.as(another, () -> reports.report(report)),
            () -> world.as(another, () -> reports.json(report)),
            () -> world.as(another, () -> reports.pdf(report)),
            () -> world.run(another, () -> reports.cancel(report)))) {
      assertRefused(ErrorCode.NOT_FOUND, call);
    }
    assertThat(world.as(another, () -> reports.mine())).isEmpty();
  }

  @Test
  void reports_shouldBeDenied_toEveryOtherRole() throws Exception {
    String report = begin(of("EPISODE", id));
    goOn();
    for (Person person :
        List.of(
            world.officer,
            world.treating,
            world.patient,
            world.person(World.A, Role.REGISTRAR, "Registrar"),
            world.person(World.A, Role.HOSPITAL_ADMINISTRATOR, "Administrator"))) {
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              () -> world.as(person, () -> reports.begin(of("EPISODE", id))),
              () -> world.as(person, () -> reports.mine()),
              () -> world.as(person, () -> reports.report(report)),
              () -> world.as(person, () -> reports.json(report)),
              () -> world.as(person, () -> reports.pdf(report)),
              () -> world.run(person, () -> reports.cancel(report)))) {
        assertThatThrownBy(call).isInstanceOf(EJBAccessException.class);
      }
    }
  }

  @Test
  void audit_shouldBeRecorded_asAccessToChainAndEpisode() throws Exception {
    long chain = Steps.count(world, "audit_event", "act = 'AUDIT_CHAIN'");
    long looked = Steps.count(world, "audit_event", "act = 'AUDIT_EPISODE'");
    String report = begin(of("PATIENT", patient));
    goOn();
    world.as(world.auditor, () -> reports.json(report));
    assertThat(Steps.count(world, "audit_event", "act = 'AUDIT_CHAIN'")).isEqualTo(chain + 2);
    assertThat(
            Steps.count(
                world, "audit_event", "act = 'AUDIT_EPISODE' and subject_id = '" + id + "'"))
        .isEqualTo(looked + 1);
  }
}
