package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.epione.sharing.EmergencyPathTest.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.epione.account.boundary.Role;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.DelegationSecret;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.scheme.pre.PatientKeyPair;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.Delegation;
import org.epione.custody.boundary.NotOpenedException;
import org.epione.emergency.boundary.EmergencyAccess;
import org.epione.emergency.boundary.EmergencyCases;
import org.epione.emergency.boundary.EmergencyDesk;
import org.epione.emergency.boundary.EmergencyForm;
import org.epione.emergency.boundary.EmergencyReason;
import org.epione.emergency.boundary.EmergencyReviews;
import org.epione.emergency.boundary.EmergencyState;
import org.epione.emergency.boundary.EmergencyView;
import org.epione.emergency.boundary.OwnEmergencies;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.RequestId;
import org.epione.platform.error.ErrorCode;
import org.epione.sharing.boundary.EmergencyGrant;
import org.epione.sharing.boundary.EmergencyRequests;
import org.epione.sharing.boundary.Purpose;
import org.epione.sharing.boundary.RequestForm;
import org.epione.sharing.boundary.RequestView;
import org.epione.sharing.control.Forged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attempts to read in an emergency that is none, or more than it opens. */
class EmergencyAttackTest {

  private World world;
  private EmergencyActs acts;
  private FinishedEpisode first;
  private FinishedEpisode second;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    acts = new EmergencyActs(world);
    first = FinishedEpisode.make(world, "Angina suspected.");
    second = FinishedEpisode.make(world, "Allergic to penicillin.");
    world.later(Duration.ofMinutes(1));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** With a key of the hospital's own making: it has not the patient's. */
  private EmergencyGrant forged(RequestId request, ByteString of, Duration lasts) {
    DoctorCertificate doctor = world.doctor(world.treating).certificate();
    RecordId record = first.facts().episode();
    Grant grant =
        new Grant(
            first.facts().patientPid().pseudonym(),
            doctor.pid().pseudonym(),
            HpkePublicKey.decode(doctor.identity().receivingKey().bytes()),
            List.of(record),
            "ETREAT",
            world.now(),
            world.now().plus(lasts),
            Nonce.random(world.crypto.random()));
    try (PatientKeyPair made = world.crypto.reEncryption().generate();
        DelegationSecret x = world.crypto.reEncryption().newDelegation()) {
      Delegation delegation =
          new Delegation(
              Map.of(record, world.crypto.reEncryption().reKey(made.secretKey(), record, x)),
              ByteString.of(
                  world
                      .crypto
                      .reEncryption()
                      .sealDelegation(x, grant.receivingKey(), grant.digest().bytes())));
      return new EmergencyGrant(
          of.hex(),
          grant,
          EmergencyOpenedBody.mark(of, request),
          world.bean(EmergencyRequests.class).seal(delegation, grant));
    }
  }

  private void hospitalAnswers(ByteString emergency, Duration lasts) {
    world.answerInEmergency(request -> forged(request, emergency, lasts));
  }

  @Test
  void hospital_shouldOpenNothing_whenTheSystemManagerReleasedNothing() throws Exception {
    hospitalAnswers(ByteString.of(world.crypto.random().bytes(16)), Duration.ofHours(4));
    String request = askForFirst();

    assertThat(acts.types(first))
        .as("everybody sees what it tried")
        .contains(RecordType.EMERGENCY_OPENED)
        .doesNotContain(RecordType.RE_ENCRYPTION_KEY_ISSUED);
    assertThat(world.delivery.rejected()).contains("No share was released for this emergency.");
    refused(ErrorCode.RECORD_NOT_GRANTED, () -> acts.tryToReadAs(world.treating, request));
    assertThat(Steps.count(world, "sharing_case", "1 = 1")).isZero();
  }

  @Test
  void hospital_shouldOpenNothing_whenItUsesAReleaseForMoreOrAfterwards() throws Exception {
    EmergencyView open = acts.open();
    acts.review(open.id(), true, "So it was.");
    hospitalAnswers(ByteString.ofHex(open.id()), Duration.ofHours(3));
    askForFirst();
    assertThat(world.delivery.rejected())
        .as("the emergency is over")
        .containsExactly("No share was released for this emergency.");
  }

  @Test
  void hospital_shouldOpenNothing_withAKeyThatIsNotThePatients() throws Exception {
    EmergencyView open = acts.open();
    hospitalAnswers(ByteString.ofHex(open.id()), Duration.ofHours(3));
    String request = askForFirst();

    Steps steps = new Steps(world);
    var begun = acts.tryToReadAs(world.treating, request);
    assertThat(begun.state())
        .as("the system manager turns what it cannot read")
        .isEqualTo("DELIVERED");
    refused(
        ErrorCode.SHARED_RECORD_UNREADABLE,
        () ->
            world.as(
                world.treating,
                () -> steps.requests().open(begun.id(), world.keysOf(world.treating))));
  }

  @Test
  void hospital_shouldOpenNothing_forLongerThanReleased() throws Exception {
    EmergencyView open = acts.open();
    hospitalAnswers(ByteString.ofHex(open.id()), Duration.ofHours(5));
    askForFirst();
    assertThat(world.delivery.rejected())
        .containsExactly("No share was released for this emergency.");
  }

  @Test
  void hospital_shouldOpenNothing_forAnotherDoctor() throws Exception {
    EmergencyView open = acts.open();
    hospitalAnswers(ByteString.ofHex(open.id()), Duration.ofHours(3));
    ask(world.second);
    assertThat(acts.types(first))
        .as("the chain compares the grant with the request")
        .filteredOn(RecordType.EMERGENCY_OPENED::equals)
        .hasSize(1);
  }

  @Test
  void keysOfOneRecord_shouldOpenNoOther() throws Exception {
    acts.open();
    Digest grant = Digest.ofHex(new Steps(world).grantOf(acts.requestFor(first)));
    assertThat(
            Forged.openTogether(
                world.container, grant, first.ciphertext(), world.keysOf(world.treating)))
        .isNotEmpty();
    assertThatOpened(
        () ->
            Forged.openTogether(
                world.container, grant, second.ciphertext(), world.keysOf(world.treating)));
  }

  @Test
  void laterRecord_shouldNotBeOpenedByTheSameEmergency() throws Exception {
    acts.open();
    FinishedEpisode later = FinishedEpisode.make(world, "Later.");
    assertThat(acts.mine().records()).hasSize(2);
    assertThat(acts.types(later)).doesNotContain(RecordType.ACCESS_REQUESTED);
  }

  @Test
  void emergency_shouldNeedASecondPerson_ofTheSameHospital() throws Exception {
    EmergencyView asked = acts.ask();
    refused(ErrorCode.EMERGENCY_OWN, confirm(world.treating, asked));
    refused(ErrorCode.NOT_FOUND, confirm(world.asking, asked));
    refused(
        ErrorCode.WRONG_PASSWORD,
        as(
            world.second,
            () -> world.bean(EmergencyDesk.class).confirm(asked.id(), "not hers".toCharArray())));
    assertThat(acts.mine().state()).isEqualTo(EmergencyState.ASKED);
    assertThat(Steps.count(world, "emergency_case", "1 = 1")).isZero();
  }

  @Test
  void acts_shouldNeedTheOwnPassword() throws Exception {
    EmergencyForm form =
        new EmergencyForm(
            world.numberOf(world.patient), EmergencyReason.NO_TIME, EmergencyActs.TEXT);
    refused(
        ErrorCode.WRONG_PASSWORD,
        () ->
            world.as(
                world.treating,
                () -> world.bean(EmergencyAccess.class).ask(form, "not hers".toCharArray())));
    assertThat(Steps.count(world, "emergency", "1 = 1")).isZero();
    EmergencyView asked = acts.ask();
    acts.confirm(world.second, asked.id());
    refused(
        ErrorCode.WRONG_PASSWORD,
        as(
            world.officer,
            () ->
                world
                    .bean(EmergencyCases.class)
                    .release(asked.id(), "Rang back", "not hers".toCharArray())));
    refused(
        ErrorCode.REASON_MISSING,
        as(
            world.officer,
            () -> world.bean(EmergencyCases.class).release(asked.id(), " ", Person.password())));
    acts.release(asked.id());
    refused(
        ErrorCode.WRONG_PASSWORD,
        as(
            acts.administrator,
            () ->
                world
                    .bean(EmergencyReviews.class)
                    .close(asked.id(), true, "Fine", "not hers".toCharArray())));
    refused(
        ErrorCode.WRONG_PASSWORD,
        as(world.patient, () -> world.bean(OwnEmergencies.class).refuse("not hers".toCharArray())));
    refused(
        ErrorCode.WRONG_PASSWORD,
        as(world.patient, () -> world.bean(OwnEmergencies.class).allow("not hers".toCharArray())));
    assertThat(acts.refusal().refused()).isFalse();
  }

  @Test
  void review_shouldNotBeClosed_byWhoHadAHandInIt_orElsewhere() throws Exception {
    EmergencyView asked = acts.ask();
    acts.confirm(acts.administrator, asked.id());
    acts.release(asked.id());
    refused(ErrorCode.EMERGENCY_OWN, review(acts.administrator, asked));
    Person elsewhere = world.person(World.B, Role.HOSPITAL_ADMINISTRATOR, "Elsewhere");
    refused(ErrorCode.NOT_FOUND, review(elsewhere, asked));
    Person another = world.person(World.A, Role.HOSPITAL_ADMINISTRATOR, "Another");
    acts.reviewAs(another, asked.id(), true, "So it was.");
    assertThat(acts.toReview().get(0).reviewer()).isEqualTo("Another");
  }

  @Test
  void doctorOfElsewhere_shouldNotFindThePatient() {
    refused(ErrorCode.NOT_FOUND, () -> acts.askAs(world.asking, world.patient));
  }

  @Test
  void otherDoctor_shouldNotReadWhatWasOpened() throws Exception {
    acts.open();
    String request = acts.requestFor(first);
    refused(ErrorCode.ACCESS_DENIED, () -> acts.tryToReadAs(world.second, request));
  }

  @Test
  void expelledDoctor_shouldNotAsk() throws Exception {
    new Steps(world).expel(world.treating, first);
    refused(ErrorCode.ACCESS_DENIED, acts::ask);
  }

  @Test
  void expelledDoctor_shouldNotConfirm() throws Exception {
    EmergencyView asked = acts.ask();
    new Steps(world).expel(world.second, first);
    refused(ErrorCode.ACCESS_DENIED, confirm(world.second, asked));
    assertThat(acts.mine().state()).isEqualTo(EmergencyState.ASKED);
  }

  @Test
  void doctorWhoIsExpelledMeanwhile_shouldReadNothing() throws Exception {
    EmergencyView asked = acts.ask();
    new Steps(world).expel(world.treating, first);
    acts.confirm(world.second, asked.id());
    acts.release(asked.id());

    assertThat(acts.types(first)).doesNotContain(RecordType.EMERGENCY_OPENED);
    String request = acts.requestFor(first);
    refused(ErrorCode.RECORD_NOT_GRANTED, () -> acts.tryToReadAs(world.treating, request));
  }

  @Test
  void answer_shouldChangeNothing_whenItComesAgain() throws Exception {
    EmergencyView open = acts.open();
    byte[] answer = world.delivery.last("emergency.answered");
    world.delivery.again(answer);
    acts.review(open.id(), true, "So it was.");
    world.delivery.again(answer);

    assertThat(acts.mine().state()).isEqualTo(EmergencyState.OVER);
    assertThat(Steps.count(world, "sharing_case", "1 = 1")).isEqualTo(2);
    assertThat(Steps.count(world, "sharing_case", "protected_keys is not null")).isZero();
  }

  @Test
  void answer_shouldBeRejected_whenItIsNotTheSystemManagers() throws Exception {
    EmergencyView asked = acts.ask();
    acts.confirm(world.second, asked.id());
    world.send(World.B, World.A, "emergency.answered", new byte[] {1});
    assertThat(world.delivery.rejected()).contains("Only the system manager answers this.");
    assertThat(acts.mine().state()).isEqualTo(EmergencyState.CONFIRMED);
  }

  private String askForFirst() throws Exception {
    return ask(world.treating);
  }

  private String ask(Person doctor) throws Exception {
    RequestForm form =
        new RequestForm(
            "HOSPITAL-A", first.reference(), Purpose.ETREAT, world.now().plus(Duration.ofDays(1)));
    RequestView made =
        world.as(doctor, () -> new Steps(world).requests().ask(form, Person.password()));
    world.delivery.all();
    return made.id();
  }

  private Callable<?> confirm(Person colleague, EmergencyView emergency) {
    return as(
        colleague,
        () -> world.bean(EmergencyDesk.class).confirm(emergency.id(), Person.password()));
  }

  private Callable<?> review(Person reviewer, EmergencyView emergency) {
    return as(
        reviewer,
        () ->
            world
                .bean(EmergencyReviews.class)
                .close(emergency.id(), true, "Fine", Person.password()));
  }

  private Callable<?> as(Person person, Runnable act) {
    return () ->
        world.as(
            person,
            () -> {
              act.run();
              return true;
            });
  }

  private static void assertThatOpened(Callable<?> opening) {
    org.assertj.core.api.Assertions.assertThatThrownBy(opening::call)
        .isInstanceOf(NotOpenedException.class);
  }
}
