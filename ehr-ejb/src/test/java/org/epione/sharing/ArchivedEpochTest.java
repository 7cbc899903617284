package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.account.boundary.Role;
import org.epione.audit.boundary.Audit;
import org.epione.audit.boundary.AuditReports;
import org.epione.audit.boundary.BlockView;
import org.epione.audit.boundary.ChainVerdict;
import org.epione.audit.boundary.EpochView;
import org.epione.audit.boundary.EpochView.ArchiveView;
import org.epione.audit.boundary.EpochView.State;
import org.epione.audit.boundary.Epochs;
import org.epione.audit.boundary.ReportForm;
import org.epione.audit.control.ReportRunner;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.KeySession;
import org.epione.history.boundary.FoundRecord;
import org.epione.history.boundary.HistorySearch;
import org.epione.history.boundary.SearchView;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.connector.Ledger;
import org.epione.ledger.report.AuditReport;
import org.epione.ledger.report.SignedReport;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.verification.VerificationReport;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.Consents;
import org.epione.supervision.boundary.Grievances;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator moves a closed epoch into an archive; what people then see of it. */
class ArchivedEpochTest {

  private static final Duration EPOCH = Duration.ofDays(30);

  private World world;
  private FinishedEpisode episode;
  private Epochs epochs;
  private Audit audit;
  private Person administrator;
  private String id;

  @BeforeEach
  void start() throws Exception {
    world =
        new World(
            new BlockRules(50, Duration.ZERO, Duration.ofDays(3), Duration.ofMinutes(2), EPOCH));
    episode = FinishedEpisode.make(world, "Angina suspected.", "Confirmed.");
    epochs = world.bean(Epochs.class);
    audit = world.bean(Audit.class);
    administrator = world.person(World.A, Role.HOSPITAL_ADMINISTRATOR, "Nadia Petrosyan");
    id = episode.facts().episode().hex();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** After so long the maker first asks the cloud what it has, and makes the closing then. */
  private void close() {
    world.later(EPOCH);
    world.delivery.all();
    world.delivery.all();
  }

  private void witness() {
    world.bean(Ledger.class).offerHead("HOSPITAL-A");
    world.delivery.all();
  }

  private List<EpochView> seen(Person person) throws Exception {
    return world.as(person, () -> epochs.of("HOSPITAL-A"));
  }

  private byte[] archive(Person person) throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    world.run(person, () -> epochs.write("HOSPITAL-A", 1, file));
    return file.toByteArray();
  }

  private void delete(Person person, String name, String digest) throws Exception {
    world.run(person, () -> epochs.delete("HOSPITAL-A", 1, name, digest));
  }

  private static String end(byte[] file) {
    return Digest.decode(Arrays.copyOfRange(file, file.length - 32, file.length)).hex();
  }

  private byte[] archived() throws Exception {
    close();
    witness();
    byte[] file = archive(administrator);
    delete(administrator, "a-2026.chain", end(file));
    return file;
  }

  private static void assertRefused(ErrorCode code, String word, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.code()).isEqualTo(code))
        .hasMessageContaining(word);
  }

  private long blocks() {
    return world.bean(Chains.class).epochs("HOSPITAL-A").stream()
        .filter(epoch -> epoch.archive().isEmpty())
        .count();
  }

  @Test
  void epochs_shouldBeListed_asTheyAreClosed() throws Exception {
    assertThat(seen(world.auditor))
        .singleElement()
        .satisfies(
            open -> {
              assertThat(open.state()).isEqualTo(State.OPEN);
              assertThat(open.number()).isEqualTo(1);
              assertThat(open.records()).isGreaterThan(3);
              assertThat(open.endsAt()).isPresent();
            });
    long records = seen(administrator).get(0).records();

    close();

    List<EpochView> after = seen(administrator);
    assertThat(after).hasSize(2);
    EpochView closed = after.get(0);
    assertThat(closed.state()).isEqualTo(State.CLOSED);
    assertThat(closed.firstHeight()).isZero();
    assertThat(closed.records()).isEqualTo(records);
    assertThat(closed.closedAt()).contains(world.now());
    assertThat(closed.anchor()).isPresent();
    assertThat(closed.stateDigest()).isPresent();
    assertThat(closed.archive()).isEmpty();
    assertThat(after.get(1).state()).isEqualTo(State.OPEN);
    assertThat(after.get(1).number()).isEqualTo(2);
    assertThat(after.get(1).firstHeight()).isEqualTo(closed.lastHeight().orElseThrow() + 1);
    assertThat(after.get(1).records()).isEqualTo(1);
  }

  @Test
  void archive_shouldVerify_andNothingIsDeletedBeforeItsDigestIsShown() throws Exception {
    assertRefused(ErrorCode.EPOCH_NOT_ARCHIVABLE, "not closed", () -> archive(administrator));
    close();
    byte[] file = archive(administrator);
    assertRefused(
        ErrorCode.EPOCH_NOT_ARCHIVABLE,
        "witness",
        () -> delete(administrator, "a.chain", end(file)));
    witness();
    assertRefused(
        ErrorCode.EPOCH_NOT_ARCHIVABLE,
        "not the one",
        () -> delete(administrator, "a.chain", Digest.of(file).hex()));
    assertThat(blocks()).isEqualTo(1);
    assertThat(archive(world.auditor)).isEqualTo(file);

    delete(administrator, "a.chain", end(file));
    delete(administrator, "a.chain", end(file));

    assertThat(blocks()).isZero();
    ArchiveView archive = seen(world.auditor).get(0).archive().orElseThrow();
    assertThat(archive)
        .isEqualTo(
            new ArchiveView("a.chain", end(file), world.now(), Optional.of("Nadia Petrosyan")));
    assertThat(Steps.count(world, "audit_event", "act = 'DELETE_EPOCH' and subject_id = '1'"))
        .isEqualTo(4);
    assertThat(Steps.count(world, "audit_event", "act = 'WRITE_EPOCH_ARCHIVE'")).isEqualTo(3);
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    world.run(administrator, () -> audit.export("HOSPITAL-A", rest));
    ChainVerifier verifier = new ChainVerifier(world.crypto);
    VerificationReport first =
        verifier.verify(new ByteArrayInputStream(file), ProgressListener.NONE);
    assertThat(first.fault()).isEmpty();
    assertThat(
            verifier
                .verifyNext(
                    first, new ByteArrayInputStream(rest.toByteArray()), ProgressListener.NONE)
                .fault())
        .isEmpty();
  }

  @Test
  void search_shouldFindRecords_whichLieInAnArchive() throws Exception {
    archived();
    KeySession keys = world.keysOf(world.patient);
    HistorySearch history = world.bean(HistorySearch.class);
    SearchView begun =
        world.as(world.patient, () -> history.begin(keys, world.patient.account(), "R07.4"));
    world.delivery.all();

    SearchView found =
        world.as(world.patient, () -> history.one(world.patient.account(), begun.id()));
    assertThat(found.found()).extracting(FoundRecord::id).containsExactly(id);
  }

  @Test
  void deletion_shouldBeDenied_toOthers_andWithoutAName() throws Exception {
    close();
    witness();
    byte[] file = archive(administrator);
    Person elsewhere = world.person(World.B, Role.HOSPITAL_ADMINISTRATOR, "Administrator");
    assertThatThrownBy(() -> delete(world.auditor, "a.chain", end(file)))
        .isInstanceOf(EJBAccessException.class);
    assertRefused(
        ErrorCode.ACCESS_DENIED, "EHR-1002", () -> delete(elsewhere, "a.chain", end(file)));
    assertRefused(ErrorCode.ACCESS_DENIED, "EHR-1002", () -> archive(elsewhere));
    for (String name : List.of("", "a/b", "a\nb", "x".repeat(129))) {
      assertRefused(ErrorCode.INVALID_INPUT, "name", () -> delete(administrator, name, end(file)));
    }
    assertRefused(ErrorCode.INVALID_INPUT, "digest", () -> delete(administrator, "a", "zz"));
    assertThat(blocks()).isEqualTo(1);
  }

  @Test
  void archived_shouldBeRefusedWithItsPlace_andTheRestGoesOn() throws Exception {
    String record =
        world.as(world.auditor, () -> audit.episode("HOSPITAL-A", id)).acts().get(0).record();
    Grievances grievances = world.bean(Grievances.class);
    assertThat(world.as(world.treating, grievances::records)).isNotEmpty();
    byte[] file = archived();
    String place = "a-2026.chain, epoch 1, digest " + end(file);

    assertRefused(
        ErrorCode.CHAIN_ARCHIVED,
        place,
        () -> world.as(world.auditor, () -> audit.episode("HOSPITAL-A", id)));
    assertRefused(
        ErrorCode.CHAIN_ARCHIVED,
        place,
        () -> world.as(administrator, () -> audit.proof("HOSPITAL-A", record)));
    assertRefused(
        ErrorCode.CHAIN_ARCHIVED,
        place,
        () -> world.as(world.auditor, () -> audit.entries("HOSPITAL-A", "entries/000.p/2")));
    assertRefused(ErrorCode.CHAIN_ARCHIVED, place, () -> archive(administrator));
    ReportForm known =
        new ReportForm("HOSPITAL-A", "EPISODE", List.of(id), Optional.empty(), Optional.empty());
    assertRefused(
        ErrorCode.CHAIN_ARCHIVED,
        place,
        () -> world.as(world.auditor, () -> world.bean(AuditReports.class).begin(known)));
    ReportForm period =
        new ReportForm(
            "HOSPITAL-A",
            "PERIOD",
            List.of(),
            Optional.of(world.now().minus(Duration.ofDays(40))),
            Optional.of(world.now()));
    assertRefused(
        ErrorCode.CHAIN_ARCHIVED,
        place,
        () -> world.as(world.auditor, () -> world.bean(AuditReports.class).begin(period)));

    ChainVerdict verdict = world.as(world.auditor, () -> audit.verifyChain("HOSPITAL-A"));
    assertThat(verdict.sound()).isTrue();
    assertThat(verdict.beginning()).isPositive();
    List<BlockView> blocks =
        world.as(world.auditor, () -> audit.blocks("HOSPITAL-A", Long.MAX_VALUE, 100));
    assertThat(blocks.get(blocks.size() - 1).height()).isZero();
    assertThat(world.as(world.auditor, () -> audit.episodes("HOSPITAL-A"))).hasSize(1);
    assertThat(world.as(world.treating, grievances::records)).isEmpty();
  }

  @Test
  void report_shouldSayWhatLiesInAnArchive_whenOfADoctor() throws Exception {
    byte[] file = archived();
    AuditReports reports = world.bean(AuditReports.class);
    ReportForm form =
        new ReportForm(
            "HOSPITAL-A",
            "DOCTOR",
            List.of(world.doctor(world.treating).pid().hex()),
            Optional.empty(),
            Optional.empty());
    String report = world.as(world.auditor, () -> reports.begin(form)).id();
    world.bean(ReportRunner.class).look();
    world.delivery.all();
    world.bean(ReportRunner.class).look();

    AuditReport signed =
        SignedReport.decode(world.as(world.auditor, () -> reports.json(report))).report();
    assertThat(signed.isSound()).isFalse();
    assertThat(signed.findings())
        .filteredOn(finding -> !finding.ok())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.check()).isEqualTo("ARCHIVE");
              assertThat(finding.subject()).isEqualTo(id);
              assertThat(finding.detail()).contains("a-2026.chain", end(file));
            });
  }

  @Test
  void consent_shouldBeRefusedWithThePlace_whenTheEpisodeIsArchived() throws Exception {
    Steps steps = new Steps(world);
    String granted = steps.readyToRead(episode);
    steps.read(granted);
    archived();

    assertThat(world.as(world.patient, () -> world.bean(Consents.class).decided()))
        .singleElement()
        .satisfies(grant -> assertThat(grant.readings()).isEmpty());
    String asked = steps.ask(episode);
    assertRefused(ErrorCode.CHAIN_ARCHIVED, "a-2026.chain", () -> steps.consent(asked));
  }
}
