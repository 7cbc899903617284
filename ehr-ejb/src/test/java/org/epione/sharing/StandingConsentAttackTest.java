package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.RequestId;
import org.epione.sharing.boundary.Purpose;
import org.epione.sharing.boundary.RequestForm;
import org.epione.sharing.boundary.StandingConsents;
import org.epione.sharing.boundary.StandingRuleForm;
import org.epione.sharing.boundary.StandingRuleView;
import org.epione.sharing.control.Forged;
import org.epione.sharing.control.StolenGrant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The hospital, or whoever has its database and key, tries to open more with what a patient granted
 * ahead than she allowed, also after she took it back.
 */
class StandingConsentAttackTest {

  private World world;
  private FinishedEpisode episode;
  private Steps steps;
  private StandingRuleView rule;
  private List<StolenGrant> stolen;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    episode = FinishedEpisode.make(world, "Angina suspected.");
    steps = new Steps(world);
    refused(ask(world.asking, Purpose.COC));
    rule = allow();
    stolen = StolenGrant.all(world.container);
    assertThat(stolen).hasSize(3);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void stolenGrant_shouldOpenNothing_afterTheRuleIsWithdrawn() throws Exception {
    withdraw();
    String request = ask(world.asking, Purpose.TREAT);
    assertForgedAnswerOpensNothing(request);
  }

  @Test
  void stolenGrant_shouldOpenNothing_afterTheEnd() throws Exception {
    world.later(Duration.ofDays(31));
    String request = ask(world.asking, Purpose.TREAT);
    assertForgedAnswerOpensNothing(request);
  }

  @Test
  void stolenGrant_shouldOpenNothing_forAnotherPurpose() throws Exception {
    String request = ask(world.asking, Purpose.HRESCH);
    assertForgedAnswerOpensNothing(request);
  }

  @Test
  void stolenGrant_shouldOpenNothing_forAnotherDoctor() throws Exception {
    String request = ask(world.other, Purpose.TREAT);
    assertForgedAnswerOpensNothing(request);
  }

  @Test
  void stolenGrant_shouldOpenNothing_forAnotherRecord() throws Exception {
    FinishedEpisode another = FinishedEpisode.make(world, "Something private.");
    String request = steps.ask(another);
    answer(request, stolen.get(0));

    assertThat(steps.request(request).state()).isEqualTo("WITH_PATIENT");
    assertThat(types(another)).doesNotContain(RecordType.STANDING_CONSENT_USED);
  }

  @Test
  void usedGrant_shouldOpenNothing_whenReplayedForALaterRequest() throws Exception {
    String first = ask(world.asking, Purpose.TREAT);
    assertThat(steps.request(first).allowedAhead()).isTrue();
    StolenGrant used =
        stolen.stream()
            .filter(each -> steps.grantOf(first).equals(each.grant().digest().hex()))
            .findFirst()
            .orElseThrow();
    withdraw();
    String later = ask(world.asking, Purpose.TREAT);
    answer(later, used);

    assertThat(steps.request(later).state()).isEqualTo("WITH_PATIENT");
    assertThat(types(episode).stream().filter(RecordType.STANDING_CONSENT_USED::equals)).hasSize(1);
  }

  @Test
  void usedGrant_shouldOpenNothing_whenItsMessagesAreReplayedAfterTheWithdrawal() throws Exception {
    String request = ask(world.asking, Purpose.TREAT);
    steps.issue();
    steps.read(request);
    byte[] grant = world.delivery.last("sharing.grant");
    byte[] issued = world.delivery.last("sharing.issued");
    world.later(Duration.ofMinutes(1));
    withdraw();
    List<RecordType> before = types(episode);

    world.send(World.A, World.SM, "sharing.grant", Delivery.payload(grant));
    world.send(World.SM, World.B, "sharing.issued", Delivery.payload(issued));

    assertThat(types(episode)).isEqualTo(before);
    assertThat(steps.onlyCase().state()).isEqualTo("WITHDRAWN");
    assertThat(steps.request(request).state()).isEqualTo("WITHDRAWN");
    assertThat(Steps.count(world, "sharing_case", "protected_keys is not null")).isZero();
  }

  @Test
  void systemManager_shouldRefuseAGrant_thatAnsweredNothingOnTheChain() throws Exception {
    String honest = ask(world.asking, Purpose.TREAT);
    byte[] message = Delivery.payload(world.delivery.last("sharing.grant"));
    String request = ask(world.asking, Purpose.COC);
    LedgerRecord answer =
        Forged.answeredAhead(world.container, World.A, RequestId.ofHex(request), stolen.get(1));
    world.send(
        World.A,
        World.SM,
        "sharing.grant",
        Forged.grantedAhead(message, answer, stolen.get(1).sealedKeys()));

    assertThat(world.delivery.rejected())
        .contains("A record is not on the chain it is said to be on.");
    assertThat(steps.onlyCase().request()).isEqualTo(honest);
    assertThat(Steps.count(world, "sharing_case", "1 = 1")).isEqualTo(1);
  }

  @Test
  void chain_shouldNotTieThePatientsPseudonyms_beforeAGrantIsUsed() throws Exception {
    FinishedEpisode another = FinishedEpisode.make(world, "Fracture.");
    world.run(
        world.patient,
        () -> world.bean(StandingConsents.class).prepare(rule.id(), Person.password()));
    world.delivery.all();
    withdraw();

    assertThat(types(episode)).endsWith(RecordType.ACCESS_REQUESTED, RecordType.CONSENT_REFUSED);
    assertThat(types(another)).endsWith(RecordType.STORED);
  }

  /** The hospital signs the answer with each grant that it has kept, and sends all it can. */
  private void assertForgedAnswerOpensNothing(String request) throws Exception {
    for (StolenGrant each : stolen) {
      answer(request, each);
    }
    assertThat(types(episode)).doesNotContain(RecordType.STANDING_CONSENT_USED);
    assertThat(world.as(world.officer, () -> steps.desk().cases())).isEmpty();
    assertThat(Steps.count(world, "sharing_request", "request_state = 'CONSENTED'")).isZero();
    assertThat(Steps.count(world, "sharing_request", "request_state = 'READY'")).isZero();
  }

  private void answer(String request, StolenGrant with) {
    LedgerRecord forged =
        Forged.answeredAhead(world.container, World.A, RequestId.ofHex(request), with);
    world.submit(World.A, World.A, forged);
    world.delivery.all();
  }

  private String ask(Person doctor, Purpose purpose) throws Exception {
    RequestForm form =
        new RequestForm(
            "HOSPITAL-A", episode.reference(), purpose, world.now().plus(Duration.ofDays(7)));
    String id = world.as(doctor, () -> steps.requests().ask(form, Person.password())).id();
    world.delivery.all();
    world.later(Duration.ofSeconds(1));
    return id;
  }

  private void refused(String request) throws Exception {
    world.run(world.patient, () -> steps.consents().refuse(request, Person.password()));
    world.delivery.all();
    world.later(Duration.ofSeconds(1));
  }

  private StandingRuleView allow() throws Exception {
    StandingRuleForm form =
        new StandingRuleForm(
            world.doctor(world.asking).pid().hex(),
            Purpose.TREAT,
            true,
            List.of(),
            world.now().plus(Duration.ofDays(30)));
    StandingRuleView made =
        world.as(
            world.patient, () -> world.bean(StandingConsents.class).make(form, Person.password()));
    world.delivery.all();
    world.later(Duration.ofSeconds(1));
    return made;
  }

  private void withdraw() throws Exception {
    world.run(
        world.patient,
        () -> world.bean(StandingConsents.class).withdraw(rule.id(), Person.password()));
    world.delivery.all();
    world.later(Duration.ofSeconds(1));
  }

  private List<RecordType> types(FinishedEpisode of) {
    return world.bean(Chains.class).recordsOf("HOSPITAL-A", of.facts().episode()).stream()
        .map(each -> each.record().type())
        .toList();
  }
}
