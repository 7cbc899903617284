package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.account.boundary.Role;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.KeySession;
import org.epione.history.boundary.SearchStanding;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.LedgerRecord;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.BundleDecision;
import org.epione.sharing.boundary.FurtherView;
import org.epione.sharing.boundary.InquiryView;
import org.epione.sharing.boundary.OfferView;
import org.epione.sharing.boundary.OwnRecordView;
import org.epione.sharing.boundary.RequestView;
import org.epione.sharing.control.Forged;
import org.epione.team.boundary.SymptomCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A doctor asks for records that she cannot name, and learns of those that the patient offers. */
class FurtherRecordsTest {

  private World world;
  private FinishedEpisode heart;
  private FinishedEpisode knee;
  private FinishedEpisode skin;
  private Steps steps;
  private BundleSteps together;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    heart = FinishedEpisode.make(world, "Angina suspected.");
    knee = FinishedEpisode.make(world, "Sprained.");
    skin = FinishedEpisode.make(world, "Eczema.");
    steps = new Steps(world);
    together = new BundleSteps(world);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void offeredRecords_shouldBeReadable_withoutAskingThePatientAgain() throws Exception {
    String bundle = ask("");
    assertThat(further(bundle).records())
        .extracting(OwnRecordView::reference)
        .containsExactlyInAnyOrder(knee.reference(), skin.reference());

    answer(bundle, List.of(knee));
    assertThat(offered())
        .extracting(OfferView::references)
        .containsExactly(List.of(knee.reference()));
    assertThat(world.as(world.patient, () -> steps.consents().further(bundle))).isEmpty();

    List<RequestView> requests = askForOffered(world.asking, bundle);
    assertThat(requests).extracting(RequestView::reference).containsExactly(knee.reference());
    assertThat(offered()).isEmpty();
    assertThat(together.waiting(world.patient)).isEmpty();
    together.order();
    world.delivery.all();
    assertThat(together.state(knee)).isEqualTo("READY");
    assertThat(steps.open(steps.read(together.request(knee))).parts().get(0).text())
        .isEqualTo("Sprained.");
    assertThat(world.delivery.rejected()).isEmpty();
  }

  /** Consent, refusal and what is offered are one act. */
  @Test
  void answer_shouldStretchThePasswordOnce() throws Exception {
    String bundle = together.sign(List.of(heart.reference(), skin.reference()), Optional.of(""));
    world.delivery.all();
    world.later(Duration.ofSeconds(1));
    BundleDecision decision =
        new BundleDecision(
            bundle,
            List.of(together.request(heart)),
            List.of(together.request(skin)),
            List.of(knee.facts().episode().hex()));

    assertThat(world.stretchings.during(() -> together.decide(decision))).isEqualTo(1);

    world.delivery.all();
    assertThat(together.state(skin)).isEqualTo("REFUSED_BY_PATIENT");
    assertThat(offered())
        .extracting(OfferView::references)
        .containsExactly(List.of(knee.reference()));
  }

  @Test
  void askingSide_shouldLearnNothing_butWhatIsOffered() throws Exception {
    String bundle = ask("");
    assertNotTold(knee);
    assertNotTold(skin);
    answer(bundle, List.of(knee));

    assertNotTold(skin);
    assertThat(told(knee)).as("the same look finds what was told").isTrue();
  }

  @Test
  void kind_shouldBeTheOneThatWasAskedFor() throws Exception {
    FinishedEpisode eczema = FinishedEpisode.withSymptom(world, "L30.9", "Eczema again.");
    String bundle = ask(" l30.9 ");

    assertThat(further(bundle).symptomCode()).isEqualTo("L30.9");
    assertThat(further(bundle).search()).isEmpty();
    assertThat(further(bundle).records()).as("nothing before she searches").isEmpty();
    assertRefused(ErrorCode.INVALID_INPUT, () -> answer(bundle, List.of(eczema)));
    search(bundle);
    assertThat(further(bundle).search().orElseThrow().standing()).isEqualTo(SearchStanding.DONE);
    assertThat(further(bundle).records())
        .extracting(OwnRecordView::reference)
        .containsExactly(eczema.reference());
    assertNotTold(eczema);
    assertRefused(ErrorCode.INVALID_INPUT, () -> answer(bundle, List.of(knee)));
    assertRefused(ErrorCode.INVALID_INPUT, () -> ask("no code at all"));
    answer(bundle, List.of(eczema));
    assertThat(offered().get(0).references()).containsExactly(eczema.reference());
  }

  /** What a patient cannot search for, nobody can ask for: not by the form, nor by a message. */
  @Test
  void kind_shouldBeRefused_byFormAndMessageAlike() throws Exception {
    together.sign(List.of(heart.reference()), Optional.of("L30.9"));
    world.delivery.hold(envelope -> envelope.type().equals("sharing.requests"));
    world.delivery.all();
    List<LedgerRecord> requests = Forged.requestsIn(Delivery.payload(world.delivery.lastHeld()));
    for (String wrong : List.of(".5", "-", ".", "L30 9", "L30,9", "\u00c4", "L".repeat(21))) {
      assertRefused(ErrorCode.INVALID_INPUT, () -> SymptomCode.entered(wrong));
      assertRefused(ErrorCode.INVALID_INPUT, () -> ask(wrong));
      byte[] forged = Forged.askTogether(requests, "Dr. Clark", Optional.of(wrong));
      assertThatThrownBy(() -> Forged.requestsIn(forged))
          .as(wrong)
          .isInstanceOf(MalformedEncodingException.class);
    }
    for (String right : List.of("0", "L30.9", "L-1", "L".repeat(20))) {
      assertThat(SymptomCode.entered(right)).isEqualTo(right);
      assertThat(Forged.requestsIn(Forged.askTogether(requests, "", Optional.of(right))))
          .isEqualTo(requests);
    }
    assertThatThrownBy(
            () -> Forged.requestsIn(Forged.askTogether(requests, "", Optional.of("l30.9"))))
        .as("messages have it in capital letters")
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void search_shouldBeForTheAskedPatient_andItsQuestionOnly() throws Exception {
    String all = ask("");
    assertRefused(ErrorCode.NOT_FOUND, () -> search(all));
    answer(all, List.of());
    String bundle = ask("R07.4");
    Person stranger = world.person(World.A, Role.PATIENT, "Sam Stranger");
    world.delivery.all();
    FinishedEpisode.of(world, stranger, "Something private.");
    KeySession hers = world.keysOf(stranger);
    assertRefused(ErrorCode.NOT_FOUND, () -> world.as(stranger, () -> searchWith(hers, bundle)));
    assertRefused(
        ErrorCode.KEYS_OF_ANOTHER, () -> world.as(world.patient, () -> searchWith(hers, bundle)));

    search(bundle);
    assertThat(further(bundle).records())
        .as("hers alone, without what was asked for by name")
        .extracting(OwnRecordView::reference)
        .containsExactlyInAnyOrder(knee.reference(), skin.reference());
    answer(bundle, List.of());
    assertRefused(ErrorCode.NOT_FOUND, () -> search(bundle));
  }

  @Test
  void patient_shouldBeAskedTheSame_whenSheHasNoOtherRecord() throws Exception {
    String bundle = ask("Z00");
    search(bundle);

    assertThat(further(bundle).search().orElseThrow().standing()).isEqualTo(SearchStanding.DONE);
    assertThat(further(bundle).records()).isEmpty();
    answer(bundle, List.of());
    assertThat(offered()).isEmpty();
    assertThat(together.state(heart)).isEqualTo("CONSENTED");
  }

  @Test
  void secondClick_shouldOfferOnce() throws Exception {
    String bundle = ask("");
    answer(bundle, List.of(knee));
    answer(bundle, List.of(knee));
    answer(bundle, List.of(skin));

    assertThat(Steps.count(world, "sharing_rule", "1 = 1")).isEqualTo(1);
    assertThat(offered().get(0).references()).containsExactly(knee.reference());
    askForOffered(world.asking, bundle);
    assertRefused(ErrorCode.NOT_FOUND, () -> askForOffered(world.asking, bundle));
  }

  @Test
  void offer_shouldBeRefusedWhole_whenARecordIsNotThePatients() throws Exception {
    Person stranger = world.person(World.A, Role.PATIENT, "Sam Stranger");
    world.delivery.all();
    FinishedEpisode hers = FinishedEpisode.of(world, stranger, "Something private.");
    String bundle = ask("");

    assertRefused(ErrorCode.INVALID_INPUT, () -> answer(bundle, List.of(knee, hers)));
    assertRefused(ErrorCode.INVALID_INPUT, () -> answer(bundle, List.of(heart)));
    assertThat(together.waiting(world.patient))
        .as("nothing of it was decided")
        .extracting(InquiryView::reference)
        .containsExactly(heart.reference());
    assertThat(world.as(stranger, () -> steps.consents().further(bundle))).isEmpty();
    assertThat(offered()).isEmpty();
  }

  @Test
  void offers_shouldBeBelieved_ofTheAskedHospitalOnly() throws Exception {
    String bundle = ask("");
    byte[] forged =
        Forged.offered(Digest.ofHex(bundle), List.of(EpisodeReference.of(skin.facts().episode())));
    world.send(World.SM, World.B, "sharing.offered", forged);
    world.send(World.B, World.B, "sharing.offered", forged);
    world.send(
        World.A,
        World.B,
        "sharing.offered",
        Forged.offered(
            Digest.of(new byte[] {1}), List.of(EpisodeReference.of(skin.facts().episode()))));
    assertThat(offered()).isEmpty();

    world.send(World.A, World.B, "sharing.offered", forged);
    world.later(Duration.ofSeconds(1));
    askForOffered(world.asking, bundle);
    assertThat(together.state(skin))
        .as("what the patient did not allow waits for her")
        .isEqualTo("WITH_PATIENT");
  }

  @Test
  void anotherDoctor_shouldNotAsk_forWhatWasOffered() throws Exception {
    String bundle = ask("");
    answer(bundle, List.of(knee));
    assertThat(world.as(world.other, () -> steps.requests().offered())).isEmpty();
    assertRefused(ErrorCode.ACCESS_DENIED, () -> askForOffered(world.other, bundle));
    world.later(Duration.ofDays(8));
    assertThat(offered()).isEmpty();
    assertRefused(ErrorCode.REQUEST_OVER, () -> askForOffered(world.asking, bundle));
  }

  @Test
  void message_shouldBeMalformed_whenCutPaddedOrTwice() {
    EpisodeReference reference = EpisodeReference.of(knee.facts().episode());
    byte[] whole = Forged.offered(Digest.of(new byte[] {1}), List.of(reference));
    assertThat(Forged.offeredIn(whole)).containsExactly(reference);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Forged.offeredIn(cut))
          .isInstanceOf(MalformedEncodingException.class);
    }
    assertThatThrownBy(() -> Forged.offeredIn(Arrays.copyOf(whole, whole.length + 1)))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(
            () -> Forged.offered(Digest.of(new byte[] {1}), Collections.nCopies(2, reference)))
        .isInstanceOf(MalformedEncodingException.class);
  }

  private String ask(String kind) throws Exception {
    String bundle = together.sign(List.of(heart.reference()), Optional.of(kind));
    world.delivery.all();
    world.later(Duration.ofSeconds(1));
    return bundle;
  }

  private FurtherView further(String bundle) throws Exception {
    return world.as(world.patient, () -> steps.consents().further(bundle)).orElseThrow();
  }

  private void search(String bundle) throws Exception {
    KeySession keys = world.keysOf(world.patient);
    world.as(world.patient, () -> searchWith(keys, bundle));
    world.delivery.all();
  }

  private boolean searchWith(KeySession keys, String bundle) {
    steps.consents().searchFurther(keys, bundle);
    return true;
  }

  private void answer(String bundle, List<FinishedEpisode> offered) throws Exception {
    together.decide(
        new BundleDecision(
            bundle,
            List.of(together.request(heart)),
            List.of(),
            offered.stream().map(each -> each.facts().episode().hex()).toList()));
    world.delivery.all();
  }

  private List<OfferView> offered() throws Exception {
    return world.as(world.asking, () -> steps.requests().offered());
  }

  private List<RequestView> askForOffered(Person doctor, String bundle) throws Exception {
    List<RequestView> made =
        world.as(doctor, () -> steps.requests().askForOffered(bundle, Person.password()));
    world.delivery.all();
    return made;
  }

  private void assertNotTold(FinishedEpisode episode) {
    assertThat(told(episode)).as("told of %s", episode.reference()).isFalse();
  }

  /** Whether anything that came to the asking hospital has the reference in it. */
  private boolean told(FinishedEpisode episode) {
    String reference =
        EpisodeReference.of(episode.facts().episode()).value().hex().substring(0, 15);
    return world.delivery.deliveredTo("HOSPITAL-B").stream()
        .map(each -> ByteString.of(each).hex())
        .anyMatch(each -> each.contains(reference));
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
