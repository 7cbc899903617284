package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.account.boundary.Role;
import org.epione.custody.boundary.Acting;
import org.epione.disclosure.boundary.Basis;
import org.epione.disclosure.boundary.ComplaintOutcome;
import org.epione.disclosure.boundary.ComplaintView;
import org.epione.disclosure.boundary.Complaints;
import org.epione.disclosure.boundary.Disclosure;
import org.epione.disclosure.boundary.DisclosureFilter;
import org.epione.disclosure.boundary.Disclosures;
import org.epione.guardian.control.MadeGuardianship;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.sharing.boundary.BundleDecision;
import org.epione.sharing.boundary.Consents;
import org.epione.sharing.boundary.InquiryView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guardian decides who reads a minor's record elsewhere, and sees who did. */
class GuardianSharingTest {

  private World world;
  private Steps steps;
  private FinishedEpisode episode;
  private Person guardian;
  private Person neighbour;
  private MadeGuardianship guardianship;
  private Consents consents;
  private Disclosures disclosures;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    episode = FinishedEpisode.make(world, "Whooping cough.");
    steps = new Steps(world);
    consents = world.bean(Consents.class);
    disclosures = world.bean(Disclosures.class);
    guardian = world.person(World.A, Role.PATIENT, "Gail Guard");
    neighbour = world.person(World.A, Role.PATIENT, "Nora Night");
    world.bornOn(world.patient, "2018-05-03");
    world.later(java.time.Duration.ofMinutes(1));
    guardianship =
        MadeGuardianship.begin(
            world.container,
            World.A,
            new Acting(world.patient.account(), guardian.account()),
            Person.password(),
            Person.password(),
            Instant.parse("2036-05-03T00:00:00Z"));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void consentOfTheGuardian_shouldLetTheDoctorRead_andBeTheGuardiansInTheList() throws Exception {
    String request = steps.ask(episode);
    assertThat(waiting(guardian)).extracting(InquiryView::id).containsExactly(request);
    assertThat(world.as(guardian, () -> consents.waiting())).as("none of her own").isEmpty();

    assertThat(world.as(guardian, () -> consents.waitingOfWards())).isEqualTo(1);

    consent(guardian, request);
    steps.issue();

    assertThat(world.as(guardian, () -> consents.waitingOfWards())).isZero();
    assertThat(steps.open(steps.read(request)).parts()).hasSize(1);
    assertThat(world.as(guardian, () -> consents.decidedOf(world.patient.account())))
        .extracting(InquiryView::id)
        .containsExactly(request);
    List<Disclosure> seen = seen(guardian);
    assertThat(only(seen, "CONSENT_GIVEN"))
        .satisfies(
            given -> {
              assertThat(given.name()).isEqualTo("Gail Guard");
              assertThat(given.role()).isEqualTo("GUARDIAN");
              assertThat(given.basis()).isEqualTo(Basis.GUARDIAN);
            });
    assertThat(only(seen, "RECORD_READ").basis()).isEqualTo(Basis.CONSENT);
    assertThat(only(seen, "READ_CONSENTS"))
        .as("what the hospital recorded of the guardian")
        .satisfies(
            looked -> {
              assertThat(looked.name()).isEqualTo("Gail Guard");
              assertThat(looked.basis()).isEqualTo(Basis.GUARDIAN);
            });
    assertThat(only(seen(world.patient), "CONSENT_GIVEN").name())
        .as("who was a minor sees who consented")
        .isEqualTo("Gail Guard");
    assertThat(world.as(guardian, () -> disclosures.of(DisclosureFilter.ALL)))
        .as("not among the guardian's own")
        .noneMatch(each -> each.what().equals("CONSENT_GIVEN"));
  }

  @Test
  void consentBeforeAndAfter_shouldBeThePatientsOwn() throws Exception {
    String first = steps.ask(episode);
    guardianship.end();
    world.later(java.time.Duration.ofMinutes(1));
    steps.consent(first);
    assertThat(only(seen(world.patient), "CONSENT_GIVEN").name()).isEmpty();
  }

  @Test
  void guardian_shouldWithdrawAndRefuse() throws Exception {
    String request = steps.ask(episode);
    consent(guardian, request);
    steps.issue();
    world.run(guardian, () -> consents.withdraw(request, Person.password()));
    world.delivery.all();
    assertThat(world.as(guardian, () -> consents.decidedOf(world.patient.account())).get(0))
        .satisfies(decided -> assertThat(decided.withdrawnAt()).isPresent());
    assertThat(only(seen(guardian), "CONSENT_WITHDRAWN").name()).isEqualTo("Gail Guard");

    String second = steps.ask(episode);
    world.run(guardian, () -> consents.refuse(second, Person.password()));
    world.delivery.all();
    assertThat(only(seen(guardian), "CONSENT_REFUSED").name()).isEqualTo("Gail Guard");
  }

  /** What she takes back stays granted until it can be signed, and she is told why. */
  @Test
  void withdrawal_shouldBeRefused_andChangeNothing_whileTheMinorsKeysDoNotOpen() throws Exception {
    String request = steps.ask(episode);
    consent(guardian, request);
    steps.issue();
    String held = world.patient.account() + "/" + guardian.account();
    byte[] forActs = read("select for_acts from guardian_key where id = ?", held);
    byte[] turned = forActs.clone();
    turned[turned.length - 1] ^= 1;
    for (byte[] damaged : List.of(turned, Arrays.copyOf(forActs, 20), new byte[0])) {
      write("update guardian_key set for_acts = ? where id = ?", damaged, held);
      assertNotWithdrawn(ErrorCode.GUARDIAN_KEYS_UNUSABLE, request);
    }
    write("update guardian_key set for_acts = ? where id = ?", forActs, held);

    String child = world.patient.account().toString();
    byte[] key = read("select signing_public from person_key where account = ?", child);
    for (byte[] damaged : List.of(Arrays.copyOf(key, 95), new byte[0])) {
      write("update person_key set signing_public = ? where account = ?", damaged, child);
      assertNotWithdrawn(ErrorCode.GUARDIAN_KEYS_UNUSABLE, request);
    }
    write("update person_key set signing_public = ? where account = ?", key, child);

    world.run(guardian, () -> consents.withdraw(request, Person.password()));
    world.delivery.all();
    assertThat(decided().withdrawnAt()).isPresent();
    assertThat(only(seen(guardian), "CONSENT_WITHDRAWN").name()).isEqualTo("Gail Guard");
  }

  private void assertNotWithdrawn(ErrorCode code, String request) throws Exception {
    InquiryView before = decided();
    refused(code, () -> world.run(guardian, () -> consents.withdraw(request, Person.password())));
    world.delivery.all();
    assertThat(decided()).isEqualTo(before);
    assertThat(before.withdrawnAt()).isEmpty();
    assertThat(seen(guardian)).noneMatch(each -> each.what().equals("CONSENT_WITHDRAWN"));
  }

  private InquiryView decided() throws Exception {
    return world.as(guardian, () -> consents.decidedOf(world.patient.account())).get(0);
  }

  private byte[] read(String query, String id) throws SQLException {
    try (var connection = world.container.dataSource().getConnection();
        var select = connection.prepareStatement(query)) {
      select.setString(1, id);
      try (var rows = select.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return rows.getBytes(1);
      }
    }
  }

  private void write(String change, byte[] value, String id) throws SQLException {
    try (var connection = world.container.dataSource().getConnection();
        var update = connection.prepareStatement(change)) {
      update.setBytes(1, value);
      update.setString(2, id);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void severalRecords_shouldBeDecidedByTheGuardian_withoutOfferingFurtherOnes() throws Exception {
    FinishedEpisode second = FinishedEpisode.make(world, "Bronchitis.");
    FinishedEpisode third = FinishedEpisode.make(world, "Eczema.");
    BundleSteps together = new BundleSteps(world);
    String bundle =
        together.sign(List.of(episode.reference(), second.reference()), Optional.of(""));
    world.delivery.all();
    List<String> asked = List.of(together.request(episode), together.request(second));
    refused(
        ErrorCode.INVALID_INPUT,
        () -> decide(bundle, asked, List.of(third.facts().episode().hex())));
    assertThat(waiting(guardian)).as("nothing has changed").hasSize(2);

    decide(bundle, asked, List.of());
    together.order();
    world.delivery.all();

    assertThat(together.state(episode)).isEqualTo("READY");
    assertThat(together.state(second)).isEqualTo("READY");
    assertThat(world.as(world.patient, () -> consents.further(bundle))).isEmpty();
  }

  @Test
  void oneActOfTheGuardian_shouldNotMixRecordsOfTwoPatients() throws Exception {
    FinishedEpisode own = FinishedEpisode.of(world, guardian, "Hypertension.");
    BundleSteps together = new BundleSteps(world);
    String bundle = together.ask(episode, own);
    List<String> both = List.of(together.request(episode), together.request(own));
    refused(ErrorCode.NOT_FOUND, () -> decide(bundle, both, List.of()));
    assertThat(waiting(guardian)).hasSize(1);

    decide(bundle, List.of(together.request(own)), List.of());

    assertThat(waiting(guardian)).as("the child's waits for itself").hasSize(1);
    assertThat(together.state(own)).isEqualTo("CONSENTED");
  }

  private void decide(String bundle, List<String> allowed, List<String> offered) throws Exception {
    BundleDecision decision = new BundleDecision(bundle, allowed, List.of(), offered);
    world.run(guardian, () -> consents.decideTogether(decision, Person.password()));
    world.delivery.all();
  }

  @Test
  void others_shouldDecideAndSeeNothing() throws Exception {
    String request = steps.ask(episode);
    denied(neighbour, request);
    assertThat(waiting(guardian)).hasSize(1);
    refused(
        ErrorCode.WRONG_PASSWORD,
        () -> world.run(guardian, () -> consents.consent(request, "wrong".toCharArray())));
    assertThat(waiting(guardian)).as("nothing has changed").hasSize(1);

    guardianship.end();

    denied(guardian, request);
  }

  private void denied(Person person, String request) {
    refused(ErrorCode.ACCESS_DENIED, () -> consent(person, request));
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> world.run(person, () -> consents.refuse(request, Person.password())));
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> world.run(person, () -> consents.withdraw(request, Person.password())));
    refused(ErrorCode.ACCESS_DENIED, () -> waiting(person));
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> world.as(person, () -> consents.decidedOf(world.patient.account())));
    refused(ErrorCode.ACCESS_DENIED, () -> seen(person));
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> world.as(person, () -> disclosures.episodesOf(world.patient.account())));
  }

  @Test
  void guardian_shouldProveAndReport_whatTheChildsListSays() throws Exception {
    Complaints complaints = world.bean(Complaints.class);
    AccountId child = world.patient.account();
    String request = steps.ask(episode);
    consent(guardian, request);
    steps.issue();
    steps.open(steps.read(request));
    Disclosure read = only(seen(guardian), "RECORD_READ");

    byte[] proof = world.as(guardian, () -> disclosures.proof(child, read.id()));
    assertThat(proof).isEqualTo(world.as(world.patient, () -> disclosures.proof(read.id())));
    ComplaintView filed =
        world.as(guardian, () -> complaints.file(child, read.id(), "Nobody treats the child."));

    assertThat(world.as(guardian, () -> complaints.of(child)))
        .extracting(ComplaintView::id)
        .containsExactly(filed.id());
    assertThat(world.as(guardian, complaints::mine)).as("not among her own").isEmpty();
    refused(
        ErrorCode.COMPLAINT_EXISTS,
        () -> world.as(guardian, () -> complaints.file(child, read.id(), "Once more.")));
    assertThat(only(seen(guardian), "FILE_COMPLAINT").basis()).isEqualTo(Basis.GUARDIAN);
    world.as(
        world.auditor,
        () -> complaints.answer(filed.id(), ComplaintOutcome.IN_ORDER, "The doctor on call."));
    assertThat(world.as(world.patient, complaints::mine))
        .as("who was a minor reads it")
        .singleElement()
        .matches(each -> each.answer().isPresent());

    refused(
        ErrorCode.NOT_FOUND,
        () -> world.as(guardian, () -> disclosures.proof(guardian.account(), read.id())));
    refused(
        ErrorCode.NOT_FOUND,
        () -> world.as(guardian, () -> complaints.file(guardian.account(), read.id(), "Mine?")));
    unproven(neighbour, read.id());

    guardianship.end();

    unproven(guardian, read.id());
  }

  private void unproven(Person person, String disclosure) {
    Complaints complaints = world.bean(Complaints.class);
    AccountId child = world.patient.account();
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> world.as(person, () -> disclosures.proof(child, disclosure)));
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> world.as(person, () -> complaints.file(child, disclosure, "In your name.")));
    refused(ErrorCode.ACCESS_DENIED, () -> world.as(person, () -> complaints.of(child)));
    refused(
        ErrorCode.NOT_FOUND, () -> world.as(person, () -> complaints.file(disclosure, "Mine.")));
  }

  private List<InquiryView> waiting(Person person) throws Exception {
    return world.as(person, () -> consents.waitingOf(world.patient.account()));
  }

  private List<Disclosure> seen(Person person) throws Exception {
    return world.as(person, () -> disclosures.of(world.patient.account(), DisclosureFilter.ALL));
  }

  private void consent(Person person, String request) throws Exception {
    world.run(person, () -> consents.consent(request, Person.password()));
    world.delivery.all();
  }

  private static Disclosure only(List<Disclosure> all, String what) {
    List<Disclosure> found = all.stream().filter(each -> each.what().equals(what)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
