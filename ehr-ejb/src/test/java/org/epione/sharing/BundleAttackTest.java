package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.account.boundary.Role;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RecordReadBody;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.RequestId;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.BundleDecision;
import org.epione.sharing.boundary.InquiryView;
import org.epione.sharing.boundary.RequestView;
import org.epione.sharing.control.Forged;
import org.epione.team.boundary.EpisodeFacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attacks on requests for several records; each fails. */
class BundleAttackTest {

  private World world;
  private FinishedEpisode heart;
  private FinishedEpisode knee;
  private Steps steps;
  private BundleSteps together;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    heart = FinishedEpisode.make(world, "Angina suspected.");
    knee = FinishedEpisode.make(world, "Sprained.");
    steps = new Steps(world);
    together = new BundleSteps(world);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void recordOfAnotherPatient_shouldBeAskedOfThatPatientOnly_andTellNobody() throws Exception {
    Person stranger = world.person(World.A, Role.PATIENT, "Sam Stranger");
    world.delivery.all();
    FinishedEpisode hers = FinishedEpisode.of(world, stranger, "Something private.");
    String bundle = together.ask(heart, knee, hers);

    assertThat(together.waiting(world.patient))
        .extracting(InquiryView::reference)
        .containsExactlyInAnyOrder(heart.reference(), knee.reference());
    assertThat(together.waiting(stranger))
        .extracting(InquiryView::reference)
        .containsExactly(hers.reference());
    assertThat(world.as(world.asking, () -> steps.requests().mine()))
        .as("whether they are of one patient does not show")
        .extracting(RequestView::state)
        .containsOnly("WITH_PATIENT");

    assertRefused(
        ErrorCode.ACCESS_DENIED,
        () -> together.decide(bundle, List.of(heart, knee, hers), List.of()));
    assertThat(Steps.count(world, "sharing_inquiry", "inquiry_state <> 'WAITING'"))
        .as("nothing of it was decided")
        .isZero();
    together.decide(bundle, List.of(heart, knee), List.of());
    together.order();
    world.delivery.all();
    assertThat(together.state(hers)).isEqualTo("WITH_PATIENT");
    assertThat(together.onChain(hers, RecordType.CONSENT_GIVEN)).isZero();
  }

  @Test
  void decision_shouldBeRefused_whenARequestIsNotOfTheQuestion() throws Exception {
    String alone = steps.ask(heart);
    world.later(Duration.ofSeconds(1));
    FinishedEpisode skin = FinishedEpisode.make(world, "Eczema.");
    String bundle = together.ask(knee, skin);
    String other = together.request(knee);

    assertRefused(
        ErrorCode.NOT_FOUND,
        () ->
            together.decide(
                new BundleDecision(bundle, List.of(other, alone), List.of(), List.of())));
    assertRefused(
        ErrorCode.NOT_FOUND,
        () ->
            together.decide(
                new BundleDecision(
                    Digest.of(new byte[] {1}).hex(), List.of(other), List.of(), List.of())));
    assertRefused(
        ErrorCode.INVALID_INPUT,
        () ->
            together.decide(new BundleDecision(bundle, List.of(other), List.of(other), List.of())));
    assertRefused(
        ErrorCode.INVALID_INPUT,
        () -> together.decide(new BundleDecision(bundle, List.of(), List.of(), List.of())));
    assertThat(together.waiting(world.patient)).hasSize(3);
  }

  @Test
  void message_shouldHaveItsEffectOnce_whenReplayedReorderedOrCut() throws Exception {
    together.sign(List.of(heart.reference(), knee.reference()));
    world.delivery.hold(envelope -> envelope.type().equals("sharing.requests"));
    world.delivery.all();
    byte[] honest = Delivery.payload(world.delivery.lastHeld());
    List<LedgerRecord> requests = new ArrayList<>(Forged.requestsIn(honest));
    world.delivery.release();
    List<LedgerRecord> reordered = new ArrayList<>(requests);
    Collections.reverse(reordered);

    world.send(World.B, World.A, "sharing.requests", honest);
    world.send(World.B, World.A, "sharing.requests", Forged.askTogether(reordered, "Dr. Clark"));
    world.send(
        World.B, World.A, "sharing.requests", Forged.askTogether(requests.subList(0, 1), "X"));

    assertThat(together.waiting(world.patient)).hasSize(2);
    assertThat(together.waiting(world.patient))
        .extracting(InquiryView::doctorName)
        .containsOnly("Dr. Clark");
    assertThat(together.onChain(heart, RecordType.ACCESS_REQUESTED)).isEqualTo(1);
    assertThat(together.onChain(knee, RecordType.ACCESS_REQUESTED)).isEqualTo(1);
  }

  @Test
  void message_shouldBeRejectedWhole_whenItIsNotOneAct() throws Exception {
    LedgerRecord first = request(world.asking, heart.facts());
    LedgerRecord byOther = request(world.other, knee.facts());
    world.later(Duration.ofMillis(1));
    LedgerRecord later = request(world.asking, knee.facts());
    List<List<LedgerRecord>> wrong =
        List.of(
            List.of(),
            List.of(first, byOther),
            List.of(first, later),
            List.of(first, first),
            Collections.nCopies(51, first),
            List.of(first, reading()));
    for (List<LedgerRecord> each : wrong) {
      world.send(World.B, World.A, "sharing.requests", Forged.askTogether(each, "Dr. Clark"));
    }

    assertThat(world.delivery.rejected())
        .hasSize(wrong.size())
        .containsOnly("The message is malformed.");
    assertThat(Steps.count(world, "sharing_inquiry", "1 = 1")).isZero();
  }

  @Test
  void message_shouldBeMalformed_whenCutPaddedOrAltered() throws Exception {
    byte[] whole =
        Forged.askTogether(
            List.of(request(world.asking, heart.facts()), request(world.asking, knee.facts())),
            "Dr. Clark");
    assertThat(Forged.requestsIn(whole)).hasSize(2);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Forged.requestsIn(cut))
          .as("cut to %d", length)
          .isInstanceOf(MalformedEncodingException.class);
    }
    assertThatThrownBy(() -> Forged.requestsIn(Arrays.copyOf(whole, whole.length + 1)))
        .isInstanceOf(MalformedEncodingException.class);
    byte[] order = Forged.issueOrder(Digest.of(whole));
    for (int length = 0; length < order.length; length++) {
      byte[] cut = Arrays.copyOf(order, length);
      assertThatThrownBy(() -> Forged.orderedIn(cut))
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  @Test
  void anotherHospital_shouldNotAsk_inTheNameOfADoctor() throws Exception {
    LedgerRecord signed = request(world.asking, heart.facts());
    world.send(
        World.A, World.A, "sharing.requests", Forged.askTogether(List.of(signed), "Dr. Clark"));

    assertThat(world.delivery.rejected()).contains("The sender has no say in this matter.");
    assertThat(Steps.count(world, "sharing_inquiry", "1 = 1")).isZero();
  }

  @Test
  void consent_shouldNotServe_forAnotherRecordOfTheSameQuestion() throws Exception {
    List<byte[]> grants = new ArrayList<>();
    world.delivery.hold(
        envelope -> {
          if (envelope.type().equals("sharing.grant")) {
            grants.add(envelope.payload().bytes());
            return true;
          }
          return false;
        });
    String bundle = together.ask(heart, knee);
    together.decide(bundle, List.of(heart, knee), List.of());
    assertThat(grants).hasSize(2);
    world.send(
        World.A, World.SM, "sharing.grant", Forged.grantForAnother(grants.get(0), grants.get(1)));

    world.delivery.release();
    assertThat(world.delivery.rejected())
        .anyMatch(each -> each.startsWith("The consent is not signed by the patient"));
    assertThat(together.cases()).hasSize(2);
  }

  @Test
  void keys_shouldBeOrdered_byTheSystemManagerOnly() throws Exception {
    String bundle = together.ask(heart, knee);
    together.decide(bundle, List.of(heart, knee), List.of());
    for (var each : together.cases()) {
      byte[] order = Forged.issueOrder(Digest.ofHex(each.id()));
      world.send(World.A, World.SM, "sharing.issue", order);
      world.send(World.B, World.SM, "sharing.issue", order);
      world.send(World.SM, World.SM, "sharing.issue", order);
      world.send(World.SM, World.A, "sharing.issue", order);
    }

    assertThat(together.cases()).allMatch(each -> each.state().equals("WAITING"));
    assertThat(together.onChain(heart, RecordType.RE_ENCRYPTION_KEY_ISSUED)).isZero();
  }

  @Test
  void hospital_shouldNotFlood_aPatient() throws Exception {
    List<EpisodeFacts> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      RecordId id = RecordId.random(world.crypto.random());
      EpisodeFacts like = heart.facts();
      many.add(
          new EpisodeFacts(
              id,
              EpisodeReference.of(id).text(),
              like.hospital(),
              like.cloud(),
              like.patient(),
              like.patientPid(),
              like.state(),
              like.openedAt()));
    }
    many.forEach(world::add);
    for (int i = 0; i < 4; i++) {
      List<LedgerRecord> requests = new ArrayList<>();
      for (EpisodeFacts each : many) {
        requests.add(request(world.asking, each));
      }
      byte[] message = Forged.askTogether(requests, "Dr. Clark");
      world.container.inTransaction(
          () ->
              world
                  .bean(Post.class)
                  .send(World.B, World.A, "sharing.requests", message, Optional.empty()));
      world.later(Duration.ofSeconds(1));
    }
    world.delivery.all();

    assertThat(Steps.count(world, "sharing_inquiry", "1 = 1")).isEqualTo(150);
  }

  private LedgerRecord request(Person doctor, EpisodeFacts episode) throws Exception {
    return world.byDoctor(
        doctor,
        World.A,
        new AccessRequestedBody(
            RequestId.random(world.crypto.random()),
            EpisodeReference.of(episode.episode()),
            world.doctor(doctor).certificate(),
            world.bean(Parties.class).certificate(doctor.party()).orElseThrow(),
            "TREAT",
            world.now().plus(Duration.ofDays(7)).minusMillis(world.now().toEpochMilli() % 1000)));
  }

  private LedgerRecord reading() throws Exception {
    return world.byDoctor(
        world.asking,
        World.A,
        new RecordReadBody(
            ReadId.random(world.crypto.random()),
            Digest.of(new byte[] {1}),
            heart.facts().episode()));
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
