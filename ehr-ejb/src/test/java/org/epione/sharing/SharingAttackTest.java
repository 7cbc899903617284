package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RecordReadBody;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.RequestId;
import org.epione.party.boundary.Parties;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.ReadingView;
import org.epione.sharing.control.Forged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attacks of protocols 9 that sharing exposes, carried out; each fails. */
class SharingAttackTest {

  private World world;
  private FinishedEpisode episode;
  private Steps steps;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    episode = FinishedEpisode.make(world, "Angina suspected.");
    steps = new Steps(world);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void systemManager_shouldNotRead_whateverReachesIt() throws Exception {
    String request = steps.readyToRead(episode);
    steps.read(request);

    for (byte[] message : world.delivery.deliveredTo("SYSTEM-MANAGER")) {
      assertThat(new String(message, "ISO-8859-1")).doesNotContain("Angina", "Chest pain");
    }
    Digest grant = Digest.ofHex(steps.onlyCase().id());
    assertThatThrownBy(
            () -> Forged.openAsSystemManager(world.container, grant, episode.ciphertext()))
        .isInstanceOf(org.epione.crypto.hybrid.DecryptionFailedException.class);
  }

  @Test
  void systemManagerWithDoctor_shouldNotRead_anotherRecord() throws Exception {
    steps.readyToRead(episode);
    FinishedEpisode another = FinishedEpisode.make(world, "Something private.");
    Digest grant = Digest.ofHex(steps.onlyCase().id());

    assertThatThrownBy(
            () ->
                Forged.openTogether(
                    world.container, grant, another.ciphertext(), world.keysOf(world.asking)))
        .isInstanceOf(org.epione.crypto.hybrid.DecryptionFailedException.class);
    assertThat(
            Forged.openTogether(
                world.container, grant, episode.ciphertext(), world.keysOf(world.asking)))
        .as("the same way does open the record that was granted")
        .isNotEmpty();
  }

  @Test
  void doctor_shouldNotRead_withoutConsent() throws Exception {
    String request = steps.ask(episode);
    assertThatThrownBy(() -> steps.read(request))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.RECORD_NOT_GRANTED));

    Digest invented = Digest.of(new byte[] {7});
    LedgerRecord reading =
        world.byDoctor(
            world.asking,
            World.A,
            new RecordReadBody(
                ReadId.random(world.crypto.random()), invented, episode.facts().episode()));
    world.submit(World.B, World.A, reading);
    world.delivery.all();
    world.send(World.B, World.SM, "sharing.read", Forged.read(reading));

    assertThat(world.delivery.rejected()).contains("There is no such grant.");
    assertNothingDisclosed();
  }

  @Test
  void anotherDoctor_shouldNotRead_withSomeonesConsent() throws Exception {
    String request = steps.readyToRead(episode);
    assertThatThrownBy(
            () -> world.as(world.other, () -> steps.requests().read(request, Person.password())))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));

    Digest grant = Digest.ofHex(steps.onlyCase().id());
    LedgerRecord reading =
        world.byDoctor(
            world.other,
            World.A,
            new RecordReadBody(
                ReadId.random(world.crypto.random()), grant, episode.facts().episode()));
    world.send(World.B, World.SM, "sharing.read", Forged.read(reading));

    assertThat(world.delivery.rejected()).contains("The sender has no say in this matter.");
    assertNothingDisclosed();
  }

  @Test
  void anotherDoctor_shouldNotOpen_whatWasDelivered() throws Exception {
    String request = steps.readyToRead(episode);
    ReadingView reading = steps.read(request);
    assertThatThrownBy(
            () ->
                world.as(
                    world.other,
                    () -> steps.requests().open(reading.id(), world.keysOf(world.other))))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    assertThatThrownBy(
            () ->
                world.as(
                    world.asking,
                    () -> steps.requests().open(reading.id(), world.keysOf(world.other))))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void read_shouldBeRefusedBySystemManager_whenTheHospitalIgnoresTheEndDate() throws Exception {
    steps.readyToRead(episode);
    world.later(Duration.ofDays(8));
    Digest grant = Digest.ofHex(steps.onlyCase().id());
    LedgerRecord reading =
        world.byDoctor(
            world.asking,
            World.A,
            new RecordReadBody(
                ReadId.random(world.crypto.random()), grant, episode.facts().episode()));
    world.send(World.B, World.SM, "sharing.read", Forged.read(reading));

    assertThat(types()).endsWith(RecordType.ACCESS_REFUSED);
    assertNothingDisclosed();
  }

  @Test
  void read_shouldBeRefused_whenItIsNotOnTheChain() throws Exception {
    steps.readyToRead(episode);
    Digest grant = Digest.ofHex(steps.onlyCase().id());
    LedgerRecord reading =
        world.byDoctor(
            world.asking,
            World.A,
            new RecordReadBody(
                ReadId.random(world.crypto.random()), grant, episode.facts().episode()));
    world.send(World.B, World.SM, "sharing.read", Forged.read(reading));

    assertThat(types()).endsWith(RecordType.ACCESS_REFUSED);
    assertThat(Steps.count(world, "sharing_delivery", "reason = 'NOT_ON_CHAIN'")).isEqualTo(1);
    assertNothingDisclosed();
  }

  @Test
  void read_shouldBeRefused_whenTheProofIsOfAnotherRecord() throws Exception {
    steps.readyToRead(episode);
    Digest grant = Digest.ofHex(steps.onlyCase().id());
    LedgerRecord reading =
        world.byDoctor(
            world.asking,
            World.A,
            new RecordReadBody(
                ReadId.random(world.crypto.random()), grant, episode.facts().episode()));
    var elsewhere =
        world.bean(Chains.class).recordsOf("HOSPITAL-A", episode.facts().episode()).get(0);
    world.send(World.B, World.SM, "sharing.read", Forged.read(reading, elsewhere.inclusion()));

    assertThat(Steps.count(world, "sharing_delivery", "reason = 'NOT_ON_CHAIN'")).isEqualTo(1);
    assertNothingDisclosed();
  }

  @Test
  void messages_shouldChangeNothing_whenReplayedAfterTheWithdrawal() throws Exception {
    String request = steps.readyToRead(episode);
    steps.read(request);
    byte[] grant = world.delivery.last("sharing.grant");
    byte[] read = world.delivery.last("sharing.read");
    byte[] content = world.delivery.last("sharing.content");
    byte[] issued = world.delivery.last("sharing.issued");
    world.later(Duration.ofMinutes(1));
    steps.withdraw(request);
    List<RecordType> before = types();

    List.of(grant, read, content, issued).forEach(world.delivery::again);
    world.send(World.A, World.SM, "sharing.grant", Delivery.payload(grant));
    world.send(World.B, World.SM, "sharing.read", Delivery.payload(read));
    world.send(World.SM, World.B, "sharing.content", Delivery.payload(content));
    world.send(World.SM, World.B, "sharing.issued", Delivery.payload(issued));

    assertThat(types()).isEqualTo(before);
    assertThat(steps.onlyCase().state()).isEqualTo("WITHDRAWN");
    assertThat(steps.request(request).state()).isEqualTo("WITHDRAWN");
    assertThat(Steps.count(world, "sharing_case", "protected_keys is not null")).isZero();
    assertThat(Steps.count(world, "sharing_reading", "content is not null")).isZero();
  }

  @Test
  void readEnvelope_shouldNotDiscloseTwice_whenReplayed() throws Exception {
    String request = steps.readyToRead(episode);
    steps.read(request);
    byte[] read = world.delivery.last("sharing.read");
    int before = world.delivery.deliveredTo("HOSPITAL-B").size();

    world.delivery.again(read);
    world.send(World.B, World.SM, "sharing.read", Delivery.payload(read));

    assertThat(world.delivery.deliveredTo("HOSPITAL-B")).hasSize(before);
    assertThat(Steps.count(world, "sharing_delivery", "1 = 1")).isEqualTo(1);
  }

  @Test
  void request_shouldNotReachThePatient_whenForgedInAnotherDoctorsName() throws Exception {
    LedgerRecord forged =
        Forged.inNameOf(
            world.byDoctor(world.other, World.A, requestOf(world.asking)),
            world.doctor(world.asking).pid());
    world.send(World.B, World.A, "sharing.request", Forged.ask(forged, "Dr. Clark"));

    assertThat(world.as(world.patient, () -> steps.consents().waiting())).isEmpty();
    assertThat(types()).doesNotContain(RecordType.ACCESS_REQUESTED);
  }

  @Test
  void request_shouldBeRejected_whenAnotherHospitalSendsIt() throws Exception {
    LedgerRecord signed = world.byDoctor(world.asking, World.A, requestOf(world.asking));
    world.send(World.A, World.A, "sharing.request", Forged.ask(signed, "Dr. Clark"));

    assertThat(world.delivery.rejected()).contains("The sender has no say in this matter.");
    assertThat(types()).doesNotContain(RecordType.ACCESS_REQUESTED);
  }

  @Test
  void consent_shouldBeRejected_whenAnotherPatientGivesIt() throws Exception {
    String request = steps.ask(episode);
    Person stranger = world.person(World.A, org.epione.account.boundary.Role.PATIENT, "Stranger");
    assertThatThrownBy(
            () -> world.run(stranger, () -> steps.consents().consent(request, Person.password())))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
  }

  @Test
  void grant_shouldBeRejected_whenTheHospitalAltersIt() throws Exception {
    String request = steps.ask(episode);
    world.delivery.hold(envelope -> envelope.type().equals("sharing.grant"));
    steps.consent(request);
    byte[] held = world.delivery.lastHeld();
    byte[] longer = Forged.longerGrant(Delivery.payload(held), Duration.ofDays(300));
    world.delivery.hold(envelope -> false);
    world.send(World.A, World.SM, "sharing.grant", longer);

    assertThat(world.delivery.rejected())
        .contains("A record is not on the chain it is said to be on.");
    assertThat(world.as(world.officer, () -> steps.desk().cases())).isEmpty();
  }

  @Test
  void grant_shouldBeRejected_whenAnotherPartySendsIt() throws Exception {
    String request = steps.ask(episode);
    steps.consent(request);
    byte[] grant = world.delivery.last("sharing.grant");
    world.send(World.B, World.SM, "sharing.grant", Delivery.payload(grant));

    assertThat(world.delivery.rejected()).isNotEmpty();
    assertThat(steps.onlyCase().state()).isEqualTo("WAITING");
  }

  @Test
  void withdrawal_shouldBeRejected_whenItIsNotThePatients() throws Exception {
    String request = steps.readyToRead(episode);
    Digest grant = Digest.ofHex(steps.onlyCase().id());
    LedgerRecord forged =
        Forged.inNameOf(
            world.byDoctor(
                world.treating, World.A, Forged.withdrawal(grant, episode.facts().episode())),
            episode.facts().patientPid());
    world.send(World.A, World.SM, "sharing.withdrawn", Forged.withdrawn(forged));

    assertThat(world.delivery.rejected()).contains("The sender has no say in this matter.");
    assertThat(steps.read(request).state()).isEqualTo("DELIVERED");
  }

  @Test
  void expelledDoctor_shouldNotRead_norAskAgain() throws Exception {
    String request = steps.readyToRead(episode);
    steps.expel(world.asking, episode);

    ReadingView reading = steps.read(request);
    assertThat(reading.state()).isEqualTo("REFUSED");
    assertThat(reading.reason()).contains("EXPELLED");
    assertThat(types()).endsWith(RecordType.ACCESS_REFUSED);
    assertNothingDisclosed();
    assertThat(steps.onlyCase().asking().inGoodStanding()).isFalse();
    assertThat(steps.request(steps.ask(episode)).state()).isEqualTo("UNAVAILABLE");
  }

  @Test
  void read_shouldBeRefused_whenTheCloudServesAlteredBytes() throws Exception {
    String request = steps.readyToRead(episode);
    byte[] altered = episode.ciphertext().encode();
    altered[altered.length - 60] ^= 1;
    world.cloud.tamper(episode.digest(), altered);

    ReadingView reading = steps.read(request);
    assertThat(reading.state()).isEqualTo("REFUSED");
    assertThat(reading.reason()).contains("CONTENT_UNUSABLE");
    assertThat(types()).endsWith(RecordType.RECORD_READ, RecordType.ACCESS_REFUSED);
  }

  @Test
  void content_shouldBeRejected_whenItDoesNotComeFromTheSystemManager() throws Exception {
    String request = steps.readyToRead(episode);
    world.delivery.hold(envelope -> envelope.type().equals("sharing.content"));
    ReadingView reading = steps.read(request);
    assertThat(reading.state()).isEqualTo("ASKED");
    byte[] content = Delivery.payload(world.delivery.lastHeld());
    world.delivery.hold(envelope -> false);
    world.send(World.A, World.B, "sharing.content", content);

    assertThat(world.delivery.rejected()).contains("The sender has no say in this matter.");
    assertThat(Steps.count(world, "sharing_reading", "content is not null")).isZero();
  }

  private AccessRequestedBody requestOf(Person doctor) {
    return new AccessRequestedBody(
        RequestId.random(world.crypto.random()),
        EpisodeReference.of(episode.facts().episode()),
        world.doctor(doctor).certificate(),
        world.bean(Parties.class).certificate(World.B).orElseThrow(),
        "TREAT",
        world.now().plus(Duration.ofDays(1)));
  }

  private void assertNothingDisclosed() {
    assertThat(
            world.delivery.deliveredTo("HOSPITAL-B").stream()
                .map(body -> SignedEnvelope.decode(body).envelope().type()))
        .doesNotContain("sharing.content");
  }

  private List<RecordType> types() {
    return world.bean(Chains.class).recordsOf("HOSPITAL-A", episode.facts().episode()).stream()
        .map(each -> each.record().type())
        .toList();
  }
}
