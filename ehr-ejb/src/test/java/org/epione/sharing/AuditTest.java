package org.epione.sharing;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.epione.account.boundary.Role;
import org.epione.audit.boundary.ActView;
import org.epione.audit.boundary.ActivityView;
import org.epione.audit.boundary.Audit;
import org.epione.audit.boundary.ChainVerdict;
import org.epione.audit.boundary.CheckView;
import org.epione.audit.boundary.EpisodeTrail;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {

  private World world;
  private FinishedEpisode episode;
  private Steps steps;
  private Audit audit;
  private String id;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    episode = FinishedEpisode.make(world, "Angina suspected.", "Confirmed.");
    steps = new Steps(world);
    audit = world.bean(Audit.class);
    id = episode.facts().episode().hex();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void episode_shouldShowEveryAct_withProofs() throws Exception {
    String request = steps.readyToRead(episode);
    steps.read(request);

    EpisodeTrail trail = world.as(world.auditor, () -> audit.episode("HOSPITAL-A", id));

    assertThat(trail.reference()).isEqualTo(episode.reference());
    assertThat(trail.acts())
        .extracting(ActView::act)
        .containsExactly(
            "EPISODE_OPENED",
            "DIAGNOSIS",
            "STORED",
            "ACCESS_REQUESTED",
            "CONSENT_GIVEN",
            "RE_ENCRYPTION_KEY_ISSUED",
            "RECORD_READ");
    assertThat(trail.acts()).allMatch(ActView::included).allMatch(ActView::signed);
    assertThat(trail.acts().get(3).name()).isEqualTo("Dr. Clark (Party HOSPITAL-B)");
    assertThat(trail.acts().get(4).role()).isEqualTo("PATIENT");
    assertThat(trail.acts().get(4).name()).isEmpty();
    assertThat(trail.parts()).isEqualTo(2);
    assertThat(trail.expectedParts()).isEqualTo(2);
    assertThat(trail.ciphertext()).contains(episode.digest().hex());
    assertThat(world.as(world.auditor, () -> audit.episodes("HOSPITAL-A")))
        .singleElement()
        .matches(each -> each.id().equals(id) && each.state().equals("STORED"));
  }

  @Test
  void check_shouldBeSound_whenNothingWasTouched() throws Exception {
    CheckView begun = world.as(world.auditor, () -> audit.beginCheck("HOSPITAL-A", id));
    assertThat(begun.state()).isEqualTo("RUNNING");
    assertThat(begun.sound()).isFalse();
    world.delivery.all();

    CheckView check = world.as(world.auditor, () -> audit.check(begun.id()));
    assertThat(check.state()).isEqualTo("DONE");
    assertThat(check.sound()).isTrue();
    assertThat(check.ciphertext()).contains("INTACT");
    assertThat(check.findings())
        .extracting(CheckView.Finding::what)
        .contains("CHAIN", "INCLUSION", "SIGNATURE", "PARTS", "STORAGE");
  }

  @Test
  void check_shouldNameTheCloud_whenTheStoredRecordIsAltered() throws Exception {
    byte[] altered = episode.ciphertext().encode();
    altered[100] ^= 1;
    world.cloud.tamper(episode.digest(), altered);
    assertFault("ALTERED", "altered");
  }

  @Test
  void check_shouldNameTheCloud_whenTheStoredRecordIsGone() throws Exception {
    world.cloud.lose(episode.digest());
    assertFault("MISSING", "gone");
  }

  @Test
  void check_shouldAnswerNobodyElse_whenAnotherAuditorAsks() throws Exception {
    CheckView begun = world.as(world.auditor, () -> audit.beginCheck("HOSPITAL-A", id));
    Person another = world.person(World.SM, Role.AUDITOR, "Another");
    assertThatThrownBy(() -> world.as(another, () -> audit.check(begun.id())))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void verifyChain_shouldFindTheFault_whenABlockIsAlteredInTheDatabase() throws Exception {
    ChainVerdict before = world.as(world.auditor, () -> audit.verifyChain("HOSPITAL-A"));
    assertThat(before.sound()).isTrue();
    assertThat(before.records()).isGreaterThan(4);

    ByteArrayOutputStream file = new ByteArrayOutputStream();
    world.run(world.auditor, () -> audit.export("HOSPITAL-A", file));
    byte[] export = file.toByteArray();
    ChainVerifier verifier = new ChainVerifier(world.crypto);
    assertThat(verifier.verify(new ByteArrayInputStream(export), ProgressListener.NONE).isValid())
        .isTrue();
    for (int at : List.of(20, export.length / 3, export.length / 2, export.length - 2)) {
      byte[] flipped = export.clone();
      flipped[at] ^= 4;
      assertThat(verifier.verify(new ByteArrayInputStream(flipped), ProgressListener.NONE).fault())
          .as("byte %d", at)
          .isPresent();
    }
  }

  @Test
  void activity_shouldCountRecordsByHour_alsoWhereNoneCame() throws Exception {
    ActivityView now = world.as(world.auditor, () -> audit.activity("HOSPITAL-A"));
    long records = world.as(world.auditor, () -> audit.verifyChain("HOSPITAL-A")).records();
    assertThat(now.at()).isEqualTo(world.now());
    assertThat(now.lastHour()).isEqualTo(records);
    assertThat(now.hours()).hasSize(73);
    assertThat(now.hours().stream().mapToLong(ActivityView.Hour::records).sum()).isEqualTo(records);
    assertThat(now.stamp()).isEmpty();

    world.later(Duration.ofHours(2));
    world.doctor(World.A, "Dr. New");
    world.delivery.all();

    ActivityView later = world.as(world.auditor, () -> audit.activity("HOSPITAL-A"));
    assertThat(later.lastHour()).isEqualTo(1);
    List<Long> hours = later.hours().stream().map(ActivityView.Hour::records).toList();
    assertThat(hours.subList(70, 73)).containsExactly(records, 0L, 1L);
    assertThat(later.hours().get(72).begins()).isEqualTo(world.now().truncatedTo(HOURS));
  }

  @Test
  void audit_shouldBeDenied_toOthers_andEachAccessRecorded() throws Exception {
    assertThatThrownBy(() -> world.as(world.treating, () -> audit.episode("HOSPITAL-A", id)))
        .isInstanceOf(jakarta.ejb.EJBAccessException.class);
    Person elsewhere = world.person(World.B, Role.HOSPITAL_ADMINISTRATOR, "Administrator");
    assertThatThrownBy(() -> world.as(elsewhere, () -> audit.verifyChain("HOSPITAL-A")))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    assertThat(world.as(elsewhere, () -> audit.chains()))
        .singleElement()
        .matches(chain -> chain.hospital().equals("HOSPITAL-B"));
    long before = Steps.count(world, "audit_event", "act = 'AUDIT_EPISODE'");
    world.as(world.auditor, () -> audit.episode("HOSPITAL-A", id));
    assertThat(Steps.count(world, "audit_event", "act = 'AUDIT_EPISODE'")).isEqualTo(before + 1);
  }

  private void assertFault(String finding, String word) throws Exception {
    CheckView begun = world.as(world.auditor, () -> audit.beginCheck("HOSPITAL-A", id));
    world.delivery.all();
    CheckView check = world.as(world.auditor, () -> audit.check(begun.id()));
    assertThat(check.state()).isEqualTo("DONE");
    assertThat(check.sound()).isFalse();
    assertThat(check.ciphertext()).contains(finding);
    assertThat(check.party()).contains("CLOUD");
    assertThat(check.verdict()).contains(word).contains("CLOUD");
  }
}
