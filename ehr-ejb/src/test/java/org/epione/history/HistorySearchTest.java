package org.epione.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.epione.history.Searching.CHEST;
import static org.epione.history.Searching.COUGH;
import static org.epione.history.Searching.ids;
import static org.epione.history.Searching.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.cloud.boundary.SearchFound;
import org.epione.cloud.boundary.SearchId;
import org.epione.cloud.boundary.SearchRequest;
import org.epione.cloud.boundary.SearchState;
import org.epione.cloud.control.CloudSearchUpkeep;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.custody.boundary.Acting;
import org.epione.guardian.control.MadeGuardianship;
import org.epione.history.boundary.SearchStanding;
import org.epione.history.boundary.SearchView;
import org.epione.history.control.SearchErasure;
import org.epione.history.control.SearchUpkeep;
import org.epione.outbox.boundary.WaitingMessage;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.team.Clinic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patients find their records by symptom, through a cloud that knows neither. */
class HistorySearchTest {

  @TempDir private Path home;
  private Searching world;

  @BeforeEach
  void start() throws Exception {
    world = new Searching(home);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void search_shouldFindHerRecords_withTheSymptomOnly() throws Exception {
    String first = world.record(world.ann, CHEST);
    String cough = world.record(world.ann, COUGH);
    String second = world.record(world.ann, CHEST);
    String bobs = world.record(world.bob, CHEST);

    SearchView found = world.search(world.ann, " r07.4 ");

    assertThat(found.standing()).isEqualTo(SearchStanding.DONE);
    assertThat(found.symptomCode()).isEqualTo(CHEST);
    assertThat(ids(found)).containsExactly(second, first);
    assertThat(found.tested()).as("all of the hospital's").isEqualTo(4);
    assertThat(found.total()).isEqualTo(4);
    assertThat(ids(world.search(world.ann, COUGH))).containsExactly(cough);
    assertThat(ids(world.search(world.bob, CHEST))).containsExactly(bobs);
    SearchView none = world.search(world.ann, "Z00");
    assertThat(none.standing()).isEqualTo(SearchStanding.DONE);
    assertThat(none.found()).isEmpty();
    assertThat(world.all(world.ann)).extracting(SearchView::symptomCode).hasSize(3);
    assertThat(world.clinic.wire.rejected).isEmpty();
  }

  @Test
  void search_shouldGoOnInPortions_andTellHowFarItIs() throws Exception {
    for (int record = 0; record < 5; record++) {
      world.record(world.ann, CHEST);
    }
    SearchView found = world.search(world.ann, CHEST);

    assertThat(found.found()).hasSize(5);
    assertThat(world.answers())
        .extracting(SearchFound::tested, SearchFound::state)
        .containsExactly(
            tuple(2L, SearchState.SEARCHING),
            tuple(4L, SearchState.SEARCHING),
            tuple(5L, SearchState.DONE));
  }

  @Test
  void view_shouldShowProgress_whileTheCloudIsAtIt() throws Exception {
    for (int record = 0; record < 3; record++) {
      world.record(world.ann, CHEST);
    }
    world.clinic.wire.heldBack.add("cloud.search-on");
    SearchView begun = world.search(world.ann, CHEST);
    assertThat(begun.standing()).isEqualTo(SearchStanding.SEARCHING);
    assertThat(begun.tested()).isZero();
    assertThat(count("cloud_search")).isEqualTo(1);

    WaitingMessage portion = lost();
    world.clinic.wire.deliver(portion);
    world.clinic.wire.deliverAll();
    SearchView half = world.one(world.ann, begun.id());
    assertThat(half.standing()).isEqualTo(SearchStanding.SEARCHING);
    assertThat(half.tested()).isEqualTo(2);
    assertThat(half.total()).isEqualTo(3);
    assertThat(half.found()).hasSize(2);

    world.clinic.wire.heldBack.clear();
    world.clinic.wire.deliver(lost());
    world.clinic.wire.deliverAll();
    assertThat(world.one(world.ann, begun.id()).standing()).isEqualTo(SearchStanding.DONE);
    assertThat(count("cloud_search")).isZero();
  }

  /** The last order of a portion, which was lost on the way. */
  private WaitingMessage lost() {
    return world.clinic.wire.carried().stream()
        .filter(each -> "cloud.search-on".equals(each.properties().get("epione_type")))
        .reduce((before, last) -> last)
        .orElseThrow();
  }

  @Test
  void portion_shouldCountOnce_whenItsOrderComesAgainOrIsMadeAnew() throws Exception {
    for (int record = 0; record < 3; record++) {
      world.record(world.ann, CHEST);
    }
    world.clinic.wire.heldBack.add("cloud.search-on");
    SearchView begun = world.search(world.ann, CHEST);
    byte[] order = SignedEnvelope.decode(lost().body()).envelope().payload().bytes();

    world.clinic.wire.heldBack.clear();
    // As after a crash between the portion and its confirmation to the broker.
    world.clinic.wire.deliver(lost());
    world.send(PartyCode.CLOUD, PartyCode.CLOUD, "cloud.search-on", order);
    world.clinic.wire.deliverAll();
    SearchView found = world.one(world.ann, begun.id());
    assertThat(found.standing()).isEqualTo(SearchStanding.DONE);
    assertThat(found.tested()).isEqualTo(3);
    assertThat(found.found()).hasSize(3);
    int before = world.answers().size();
    world.send(PartyCode.CLOUD, PartyCode.CLOUD, "cloud.search-on", order);
    world.clinic.wire.deliverAll();
    assertThat(world.answers()).as("nothing goes on with what is over").hasSize(before);
    assertThat(world.clinic.wire.rejected).isEmpty();
  }

  @Test
  void everyMessage_shouldHaveItsEffectOnce_whateverComesTwiceAndBackwards() throws Exception {
    world.record(world.ann, CHEST);
    world.record(world.ann, CHEST);
    world.record(world.ann, COUGH);
    world.clinic.wire.copies = 2;
    SearchView found = world.search(world.ann, CHEST);
    world.clinic.wire.copies = 1;
    world.clinic.wire.repeatAllBackwards();

    SearchView again = world.one(world.ann, found.id());
    assertThat(again).isEqualTo(found);
    assertThat(again.tested()).isEqualTo(3);
    assertThat(again.found()).hasSize(2);
  }

  @Test
  void records_shouldBeFound_whichWereStoredBeforeHeadersWereKept() throws Exception {
    String record = world.record(world.ann, CHEST);
    assertThat(count("cloud_object where header is not null")).isEqualTo(1);
    world.execute("update cloud_object set header = null");

    assertThat(ids(world.search(world.ann, CHEST))).containsExactly(record);
    assertThat(count("cloud_object where header is not null")).as("kept from now on").isEqualTo(1);
  }

  @Test
  void damage_shouldBeTold_whenTheCloudCannotTestARecord() throws Exception {
    world.record(world.ann, CHEST);
    world.execute("update cloud_object set header = null");
    for (Path file : files()) {
      Files.write(file, new byte[] {1, 2, 3});
    }
    SearchView found = world.search(world.ann, CHEST);
    assertThat(found.standing()).isEqualTo(SearchStanding.DONE);
    assertThat(found.unreadable()).isEqualTo(1);
    assertThat(found.tested()).isZero();
    assertThat(found.found()).isEmpty();
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> all = Files.walk(home.resolve("cloud"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void begin_shouldRefuse_whatCannotBeSearched() throws Exception {
    assertRefused(ErrorCode.SEARCH_NOTHING, () -> world.begin(world.ann, CHEST));
    world.record(world.ann, CHEST);
    for (String none : List.of("", " ", "no code", "R07.4;", "A".repeat(21), "-R05")) {
      assertRefused(ErrorCode.INVALID_INPUT, () -> world.begin(world.ann, none));
    }
    assertRefused(
        ErrorCode.KEYS_OF_ANOTHER,
        () ->
            world.clinic.as(
                world.ann,
                () -> world.history().begin(keys(world.bob), world.ann.account(), CHEST)));
    assertRefused(
        ErrorCode.ACCESS_DENIED,
        () ->
            world.clinic.as(
                world.bob,
                () -> world.history().begin(keys(world.bob), world.ann.account(), CHEST)));
    assertThat(count("history_search")).isZero();
    assertThat(world.clinic.wire.payloads(SearchRequest.TYPE)).isEmpty();
  }

  @Test
  void begin_shouldRefuse_aSecondWhileOneGoesOn_andTheEleventhOfADay() throws Exception {
    world.record(world.ann, CHEST);
    world.begin(world.ann, CHEST);
    assertRefused(ErrorCode.SEARCH_RUNNING, () -> world.begin(world.ann, COUGH));
    world.clinic.wire.deliverAll();
    for (int more = 2; more <= 10; more++) {
      world.clinic.later(Duration.ofMinutes(1));
      world.search(world.ann, COUGH);
    }
    assertRefused(ErrorCode.SEARCHES_OF_DAY, () -> world.begin(world.ann, COUGH));
    assertThat(world.all(world.ann)).hasSize(10);

    world.clinic.later(Duration.ofHours(24).minus(Duration.ofMinutes(8)));
    assertThat(world.search(world.ann, COUGH).standing()).isEqualTo(SearchStanding.DONE);
  }

  @Test
  void search_shouldBeGivenUp_whenTheCloudSaysNothing() throws Exception {
    world.record(world.ann, CHEST);
    world.clinic.wire.heldBack.add(SearchRequest.TYPE);
    SearchView begun = world.search(world.ann, CHEST);
    world.clinic.later(Duration.ofMinutes(9));
    assertThat(world.one(world.ann, begun.id()).standing()).isEqualTo(SearchStanding.SEARCHING);
    world.clinic.later(Duration.ofMinutes(2));
    assertThat(world.one(world.ann, begun.id()).standing()).isEqualTo(SearchStanding.UNANSWERED);

    world.clinic.wire.heldBack.clear();
    assertThat(world.search(world.ann, CHEST).found()).as("another can begin").hasSize(1);
    assertThat(world.one(world.ann, begun.id()).standing()).isEqualTo(SearchStanding.UNANSWERED);
    assertThat(count("history_search where protected_trapdoor is not null")).isZero();
  }

  @Test
  void answer_shouldChangeNothing_afterTheSearchWasGivenUp() throws Exception {
    world.record(world.ann, CHEST);
    world.clinic.wire.heldBack.add(SearchFound.TYPE);
    SearchView begun = world.search(world.ann, CHEST);
    world.clinic.later(Duration.ofMinutes(11));
    world.clinic.bean(SearchUpkeep.class).clear();
    WaitingMessage late =
        world.clinic.wire.carried().stream()
            .filter(each -> SearchFound.TYPE.equals(each.properties().get("epione_type")))
            .findFirst()
            .orElseThrow();
    world.clinic.wire.deliver(late);

    SearchView view = world.one(world.ann, begun.id());
    assertThat(view.standing()).isEqualTo(SearchStanding.UNANSWERED);
    assertThat(view.found()).isEmpty();
    assertThat(world.clinic.wire.rejected).isEmpty();
  }

  @Test
  void cloud_shouldSayThatItIsBusy_whenAHospitalSearchesTooMuchAtOnce() throws Exception {
    world.record(world.ann, CHEST);
    world.clinic.wire.heldBack.add("cloud.search-on");
    world.search(world.ann, CHEST);
    world.execute(
        "insert into cloud_search select id || n, cloud, hospital, search_id, protected_trapdoor,"
            + " portion, last_object, tested, unreadable, total, found, begun_at, version"
            + " from cloud_search, (values (11),(12),(13),(14),(15),(16),(17),(18),(19),(20),(21),"
            + "(22),(23),(24),(25),(26),(27),(28),(29)) as more(n)",
        "update history_search set running_for = null");
    assertThat(count("cloud_search")).isEqualTo(20);

    SearchView refused = world.search(world.ann, CHEST);
    assertThat(refused.standing()).isEqualTo(SearchStanding.BUSY);
    assertThat(count("cloud_search")).isEqualTo(20);
    world.clinic.later(Duration.ofDays(1).plusSeconds(1));
    world.clinic.bean(CloudSearchUpkeep.class).removeAbandoned();
    assertThat(count("cloud_search")).as("abandoned").isZero();
  }

  @Test
  void nothing_shouldBeKept_longerThanADay() throws Exception {
    world.record(world.ann, CHEST);
    SearchView found = world.search(world.ann, CHEST);
    assertThat(count("history_answer")).isEqualTo(1);
    world.clinic.later(Duration.ofDays(1).plusSeconds(1));
    assertThat(world.all(world.ann)).isEmpty();
    assertRefused(ErrorCode.NOT_FOUND, () -> world.one(world.ann, found.id()));
    world.clinic.bean(SearchUpkeep.class).clear();
    assertThat(count("history_search")).isZero();
    assertThat(count("history_answer")).isZero();
  }

  @Test
  void searches_shouldGoWithThePatient_whenSheIsForgotten() throws Exception {
    world.record(world.ann, CHEST);
    world.record(world.bob, CHEST);
    world.search(world.ann, CHEST);
    SearchView bobs = world.search(world.bob, CHEST);
    ForgottenPatient patient =
        new ForgottenPatient(Clinic.HOSPITAL, world.ann.account(), List.of());

    world.clinic.container.inTransaction(
        () -> assertThat(world.clinic.bean(SearchErasure.class).erase(patient)).isEqualTo(2));
    world.clinic.container.inTransaction(
        () -> assertThat(world.clinic.bean(SearchErasure.class).erase(patient)).isZero());
    assertThat(world.one(world.bob, bobs.id())).isEqualTo(bobs);
    assertThat(count("history_search")).isEqualTo(1);
    assertThat(count("history_answer")).isEqualTo(1);
  }

  @Test
  void guardian_shouldSearchTheMinorsRecords_withTheMinorsKeys() throws Exception {
    world.clinic.patientBornOn("2018-05-03");
    String record = world.record(world.ann, CHEST);
    MadeGuardianship.begin(
        world.clinic.container,
        Clinic.HOSPITAL,
        new Acting(world.ann.account(), world.bob.account()),
        Clinic.PASSWORD,
        Clinic.PASSWORD,
        Instant.parse("2036-05-03T00:00:00Z"));
    SearchView begun =
        world.clinic.as(
            world.bob, () -> world.history().begin(keys(world.bob), world.ann.account(), CHEST));
    world.clinic.wire.deliverAll();
    SearchView found =
        world.clinic.as(world.bob, () -> world.history().one(world.ann.account(), begun.id()));
    assertThat(ids(found)).containsExactly(record);
    assertThat(world.all(world.bob)).as("not among the guardian's own").isEmpty();
  }

  @Test
  void suggestions_shouldBeTheCodesOfHerFinishedRecords() throws Exception {
    world.record(world.ann, CHEST);
    world.record(world.ann, COUGH);
    world.record(world.ann, CHEST);
    world.record(world.bob, "Z00");
    assertThat(world.clinic.as(world.ann, () -> world.history().symptomCodes(world.ann.account())))
        .containsExactly(COUGH, CHEST);
  }

  @Test
  void unknownSearch_shouldBeNoNews_whenAnAnswerComes() throws Exception {
    SearchFound answer =
        new SearchFound(SearchId.ofHex("00".repeat(16)), SearchState.DONE, 0, 0, 0, List.of());
    world.send(PartyCode.CLOUD, Clinic.HOSPITAL, SearchFound.TYPE, answer.encode());
    world.clinic.wire.deliverAll();
    assertThat(world.clinic.wire.rejected).isEmpty();
    assertThat(count("history_search")).isZero();
  }

  private long count(String from) throws Exception {
    return world.treatment.count("select count(*) from " + from);
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
