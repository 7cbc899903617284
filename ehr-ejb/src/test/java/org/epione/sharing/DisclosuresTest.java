package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert;
import org.epione.account.boundary.Role;
import org.epione.audit.boundary.Audit;
import org.epione.disclosure.boundary.Basis;
import org.epione.disclosure.boundary.ComplaintOutcome;
import org.epione.disclosure.boundary.ComplaintView;
import org.epione.disclosure.boundary.Complaints;
import org.epione.disclosure.boundary.Disclosure;
import org.epione.disclosure.boundary.DisclosureFilter;
import org.epione.disclosure.boundary.Disclosures;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.Purpose;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient sees who had to do with her records, nobody else's, and complains. */
class DisclosuresTest {
  private World world;
  private FinishedEpisode episode;
  private Steps steps;
  private Disclosures disclosures;
  private Complaints complaints;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    episode = FinishedEpisode.make(world, "Angina suspected.");
    steps = new Steps(world);
    disclosures = world.bean(Disclosures.class);
    complaints = world.bean(Complaints.class);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void list_shouldTellEveryStepOfASharing_withWhoWhyAndWhereOnTheChain() throws Exception {
    String request = steps.readyToRead(episode);
    world.later(Duration.ofMinutes(5));
    steps.read(request);
    world.later(Duration.ofMinutes(5));
    steps.withdraw(request);
    world.later(Duration.ofMinutes(5));
    steps.read(request);

    List<Disclosure> all = all(world.patient);

    assertThat(all)
        .extracting(Disclosure::what)
        .containsSubsequence(
            "ACCESS_REFUSED",
            "CONSENT_WITHDRAWN",
            "RECORD_READ",
            "RE_ENCRYPTION_KEY_ISSUED",
            "CONSENT_GIVEN",
            "ACCESS_REQUESTED");
    assertThat(only(all, "RECORD_READ"))
        .satisfies(
            read -> {
              assertThat(read.name()).isEqualTo("Dr. Clark");
              assertThat(read.role()).isEqualTo("DOCTOR");
              assertThat(read.hospital()).isEqualTo("Party HOSPITAL-B");
              assertThat(read.reference()).isEqualTo(episode.reference());
              assertThat(read.purpose()).contains(Purpose.TREAT);
              assertThat(read.basis()).isEqualTo(Basis.CONSENT);
              assertThat(read.consentAt()).isPresent();
              assertThat(read.height()).isPresent();
              assertThat(read.allowed()).isTrue();
            });
    assertThat(only(all, "ACCESS_REFUSED"))
        .satisfies(
            refused -> {
              assertThat(refused.allowed()).isFalse();
              assertThat(refused.reason()).contains("CONSENT_WITHDRAWN");
              assertThat(refused.hospital()).isEqualTo("Party HOSPITAL-B");
            });
    assertThat(only(all, "CONSENT_GIVEN").name()).as("the patient herself").isEmpty();
  }

  @Test
  void list_shouldTellAuditsOnceAnHour_withTheirNumber() throws Exception {
    for (int looks = 0; looks < 3; looks++) {
      audit();
      world.later(Duration.ofMinutes(10));
    }
    world.later(Duration.ofHours(1));
    audit();

    List<Disclosure> audits =
        all(world.patient).stream().filter(each -> each.what().equals("AUDIT_EPISODE")).toList();

    assertThat(audits).extracting(Disclosure::times).containsExactly(1, 3);
    assertThat(audits.get(0).name()).isEqualTo("Auditor");
    assertThat(audits.get(0).basis()).isEqualTo(Basis.AUDIT);
    assertThat(audits.get(0).height()).isEmpty();
  }

  @Test
  void list_shouldNameWhatIsWanted_byEpisodeAndPeriod() throws Exception {
    Instant start = world.now();
    steps.ask(episode);
    world.later(Duration.ofDays(2));
    audit();

    assertThat(wanted(Optional.of(episode.reference()), Optional.empty(), Optional.empty()))
        .hasSize(2);
    assertThat(wanted(Optional.of("E-0000-0000-0000"), Optional.empty(), Optional.empty()))
        .isEmpty();
    assertThat(
            wanted(
                Optional.empty(), Optional.of(start), Optional.of(start.plus(Duration.ofDays(1)))))
        .extracting(Disclosure::what)
        .containsExactly("ACCESS_REQUESTED");
    assertThat(
            wanted(Optional.empty(), Optional.of(start.plus(Duration.ofDays(1))), Optional.empty()))
        .extracting(Disclosure::what)
        .containsExactly("AUDIT_EPISODE");
    assertRefused(
        ErrorCode.INVALID_INPUT,
        () -> new DisclosureFilter(Optional.empty(), Optional.of(start), Optional.of(start)));
  }

  @Test
  void proof_shouldBeGiven_ofTheOwnRecordsOnly() throws Exception {
    steps.ask(episode);
    audit();
    List<Disclosure> all = all(world.patient);
    String asked = only(all, "ACCESS_REQUESTED").id();
    Person stranger = world.person(World.A, Role.PATIENT, "Mallory");

    assertThat(new String(world.as(world.patient, () -> disclosures.proof(asked)), "UTF-8"))
        .startsWith("c2sp.org/tlog-proof@v1");
    assertThat(all(stranger)).isEmpty();
    for (String id : new String[] {asked, "a1", "", "0".repeat(64)}) {
      assertRefused(ErrorCode.NOT_FOUND, () -> world.as(stranger, () -> disclosures.proof(id)));
    }
    String audited = only(all, "AUDIT_EPISODE").id();
    assertRefused(
        ErrorCode.NOT_FOUND, () -> world.as(world.patient, () -> disclosures.proof(audited)));
    assertThatThrownBy(() -> all(world.treating)).isInstanceOf(EJBAccessException.class);
  }

  @Test
  void complaint_shouldBeAnsweredOnce_andBothRecorded() throws Exception {
    steps.ask(episode);
    String asked = only(all(world.patient), "ACCESS_REQUESTED").id();

    ComplaintView filed =
        world.as(world.patient, () -> complaints.file(asked, "  I do not know this doctor. "));

    assertThat(filed.text()).isEqualTo("I do not know this doctor.");
    assertThat(filed.who()).isEqualTo("Dr. Clark, Party HOSPITAL-B");
    assertThat(filed.outcome()).isEmpty();
    assertThat(world.as(world.auditor, complaints::waiting)).isEqualTo(1);
    assertThat(world.as(world.auditor, complaints::all)).containsExactly(filed);
    assertRefused(
        ErrorCode.COMPLAINT_EXISTS,
        () -> world.as(world.patient, () -> complaints.file(asked, "Again")));

    world.as(
        world.auditor,
        () -> complaints.answer(filed.id(), ComplaintOutcome.IN_ORDER, "It was in order."));

    assertThat(world.as(world.patient, complaints::mine))
        .singleElement()
        .satisfies(
            answered -> {
              assertThat(answered.outcome()).contains(ComplaintOutcome.IN_ORDER);
              assertThat(answered.answer()).contains("It was in order.");
            });
    assertRefused(
        ErrorCode.ALREADY_DECIDED,
        () ->
            world.as(
                world.auditor,
                () -> complaints.answer(filed.id(), ComplaintOutcome.NOT_IN_ORDER, "No.")));
    assertThat(world.as(world.auditor, complaints::waiting)).isZero();
    for (String act : List.of("FILE_COMPLAINT", "ANSWER_COMPLAINT")) {
      assertThat(Steps.count(world, "audit_event", "act = '" + act + "'")).as(act).isPositive();
    }
    assertThat(
            DatabaseDump.contains(
                DatabaseDump.of(world.container), "this doctor".getBytes("UTF-8")))
        .isFalse();
  }

  @Test
  void complaint_shouldBeRefused_aboutAnothersRecords_orWithoutWords() throws Exception {
    steps.ask(episode);
    String asked = only(all(world.patient), "ACCESS_REQUESTED").id();
    Person stranger = world.person(World.A, Role.PATIENT, "Mallory");

    assertRefused(
        ErrorCode.NOT_FOUND, () -> world.as(stranger, () -> complaints.file(asked, "Mine")));
    for (String text : new String[] {"", "   ", "x".repeat(2001)}) {
      assertRefused(
          ErrorCode.COMPLAINT_TEXT_UNUSABLE,
          () -> world.as(world.patient, () -> complaints.file(asked, text)));
    }
    ComplaintView filed = world.as(world.patient, () -> complaints.file(asked, "Who is that?"));
    assertThat(world.as(stranger, complaints::mine)).isEmpty();
    for (Person other : List.of(world.patient, world.treating, world.officer)) {
      assertThatThrownBy(
              () ->
                  world.as(
                      other,
                      () -> complaints.answer(filed.id(), ComplaintOutcome.IN_ORDER, "Fine")))
          .isInstanceOf(EJBAccessException.class);
    }
    assertRefused(
        ErrorCode.NOT_FOUND,
        () ->
            world.as(
                world.auditor, () -> complaints.answer("none", ComplaintOutcome.IN_ORDER, "Fine")));
  }

  private void audit() throws Exception {
    world.as(
        world.auditor,
        () -> world.bean(Audit.class).episode("HOSPITAL-A", episode.facts().episode().hex()));
  }

  private List<Disclosure> all(Person person) throws Exception {
    return world.as(person, () -> disclosures.of(DisclosureFilter.ALL));
  }

  private List<Disclosure> wanted(
      Optional<String> reference, Optional<Instant> from, Optional<Instant> until)
      throws Exception {
    return world.as(
        world.patient, () -> disclosures.of(new DisclosureFilter(reference, from, until)));
  }

  private static Disclosure only(List<Disclosure> all, String what) {
    return all.stream().filter(each -> each.what().equals(what)).findFirst().orElseThrow();
  }

  private static void assertRefused(ErrorCode code, ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
