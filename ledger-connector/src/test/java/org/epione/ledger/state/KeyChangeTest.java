package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.DoctorEnrolledBody;
import org.epione.ledger.record.DoctorKeyChangedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Expulsion;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.Party;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

/**
 * A doctor signs with another key: only if her key before and her hospital both say so; what she
 * began is finished with the key that she began it with.
 */
class KeyChangeTest {

  private final World world = new World("key changes");
  private final RecordRules rules = world.hospitalRules();
  private final GrowingChain chain = GrowingChain.founded(world);
  private final Doctor doctor = world.doctor(0);
  private final Doctor changed = world.withAnotherKey(doctor);

  private Optional<RejectionReason> check(LedgerRecord record) {
    return rules.check(chain.state(), record, world.now());
  }

  private void add(LedgerRecord record) {
    assertThat(check(record)).isEmpty();
    chain.add(record);
    world.clock().move(Duration.ofSeconds(1));
  }

  /** An episode of another doctor that can be read. */
  private Treatment finished() {
    Treatment treatment = new Treatment(world, List.of(world.doctor(1)));
    chain.add(treatment.opened());
    LedgerRecord diagnosis = treatment.diagnosis();
    chain.add(diagnosis, treatment.stored(diagnosis));
    return treatment;
  }

  private void change() {
    add(world.keyChange(doctor, changed));
  }

  /** What she signs to have this certified as hers. */
  private LedgerRecord toward(DoctorIdentity next, Party by) {
    return world.by(doctor, new DoctorKeyChangedBody(next.signed(by.sign(next.toSign()))));
  }

  private LedgerRecord toward(DoctorIdentity next) {
    return toward(next, world.hospital());
  }

  private DoctorIdentity with(Pid pid, Pid hospital, ByteString receiving, Validity validity) {
    DoctorIdentity honest = changed.certificate().identity();
    return new DoctorIdentity(
        pid, hospital, honest.signingKey(), honest.possession(), receiving, validity);
  }

  private DoctorIdentity withKey(ByteString key, ByteString possession) {
    DoctorIdentity honest = changed.certificate().identity();
    return new DoctorIdentity(
        honest.pid(), honest.hospital(), key, possession, honest.receivingKey(), honest.validity());
  }

  private LedgerRecord diagnosis(
      Treatment treatment, List<Statement> statements, List<Doctor> signers, Doctor author) {
    return world.by(
        author, treatment.diagnosisBody(statements, treatment.aggregate(signers, statements)));
  }

  private void assertStateIsRead() {
    ChainState again = ChainState.decode(chain.state().encode());
    assertThat(again.digest()).isEqualTo(chain.state().digest());
    assertThat(again.episodeMap().byId().toMap())
        .isEqualTo(chain.state().episodeMap().byId().toMap());
    assertThat(again.delegateMap().byPid().toMap())
        .isEqualTo(chain.state().delegateMap().byPid().toMap());
    assertThat(again.delegateMap().keys().toMap())
        .isEqualTo(chain.state().delegateMap().keys().toMap());
  }

  @Test
  void change_shouldMakeTheNewKeyHersAndTheOneBeforeNobodys() {
    Instant since = chain.state().delegate(doctor.pid()).orElseThrow().since();
    int points = chain.state().credit().of(doctor.pid()).orElseThrow().points();
    change();

    Treatment treatment = finished();
    assertThat(check(new SharingActs(world, treatment, doctor).requested()))
        .contains(RejectionReason.BAD_CERTIFICATE);
    assertThat(check(new SharingActs(world, treatment, changed).requested())).isEmpty();
    assertThat(check(world.keyChange(doctor, world.withAnotherKey(changed))))
        .contains(RejectionReason.BAD_SIGNATURE);
    Delegate now = chain.state().delegate(doctor.pid()).orElseThrow();
    assertThat(now.certificate()).isEqualTo(changed.certificate());
    assertThat(now.former()).containsExactly(doctor.certificate());
    assertThat(now.since()).isEqualTo(since);
    assertThat(chain.state().credit().of(doctor.pid()).orElseThrow().points()).isEqualTo(points);
    assertStateIsRead();
  }

  @Test
  void episode_shouldBeFinishedWithTheKeyThatTheDoctorHadWhenItBegan() {
    List<Doctor> team = List.of(world.doctor(1), doctor);
    Treatment treatment = new Treatment(world, team);
    chain.add(treatment.opened());
    change();
    List<Statement> statements = treatment.statements(team, world.now());
    List<Doctor> withNew = List.of(world.doctor(1), changed);

    assertThat(check(diagnosis(treatment, statements, withNew, doctor)))
        .contains(RejectionReason.TEAM_BAD_SIGNATURE);
    assertThat(check(diagnosis(treatment, statements, team, changed)))
        .contains(RejectionReason.BAD_SIGNATURE);
    assertStateIsRead();
    add(diagnosis(treatment, statements, team, doctor));
    assertStateIsRead();
  }

  @Test
  void episode_shouldBeSignedWithTheNewKey_whenItBeginsLater() {
    change();
    List<Doctor> team = List.of(world.doctor(1), changed);
    Treatment treatment = new Treatment(world, team);
    chain.add(treatment.opened());
    List<Statement> statements = treatment.statements(team, world.now());

    assertThat(check(diagnosis(treatment, statements, List.of(world.doctor(1), doctor), changed)))
        .contains(RejectionReason.TEAM_BAD_SIGNATURE);
    assertThat(check(diagnosis(treatment, statements, team, changed))).isEmpty();
  }

  @Test
  void teamChange_shouldGiveNewPlacesTheNewKeyAndLeaveKeptOnesTheirs() {
    Doctor second = world.doctor(1);
    Treatment treatment = new Treatment(world, List.of(doctor, second));
    chain.add(treatment.opened());
    change();
    Doctor secondChanged = world.withAnotherKey(second);
    add(world.keyChange(second, secondChanged));
    add(treatment.changed(2, 1, List.of(second)));

    List<TeamMember> team = chain.state().episode(treatment.episode()).orElseThrow().team();
    assertThat(team)
        .extracting(TeamMember::key)
        .containsExactly(
            doctor.certificate().identity().signingKey(),
            secondChanged.certificate().identity().signingKey());
    List<Statement> statements =
        new ArrayList<>(List.of(treatment.statement(List.of(), team(doctor, second), world.now())));
    statements.add(treatment.statement(statements, team(doctor, second), world.now()));
    assertThat(check(diagnosis(treatment, statements, team(doctor, second), secondChanged)))
        .contains(RejectionReason.TEAM_BAD_SIGNATURE);
    assertThat(check(diagnosis(treatment, statements, team(doctor, secondChanged), secondChanged)))
        .isEmpty();
    assertStateIsRead();
  }

  private static List<Doctor> team(Doctor first, Doctor second) {
    return List.of(first, second);
  }

  @Test
  void change_shouldBeRefused_whenTheHospitalActsAlone() {
    Doctor forged = world.withAnotherKey(doctor);

    // Signed with the key that the hospital would like her to have.
    assertThat(check(world.by(forged, new DoctorKeyChangedBody(forged.certificate()))))
        .contains(RejectionReason.BAD_SIGNATURE);
    assertThat(check(world.by(world.hospital(), new DoctorEnrolledBody(forged.certificate()))))
        .contains(RejectionReason.ALREADY_ENROLLED);
  }

  @Test
  void change_shouldBeRefused_whenWhoeverHasTheKeyActsAlone() {
    DoctorIdentity wanted = changed.certificate().identity();

    assertThat(check(toward(wanted, world.other()))).contains(RejectionReason.BAD_CERTIFICATE);
    assertThat(check(toward(wanted, world.manager()))).contains(RejectionReason.BAD_CERTIFICATE);
    assertThat(
            check(
                world.by(
                    doctor,
                    new DoctorKeyChangedBody(
                        new DoctorCertificate(wanted, doctor.certificate().signature())))))
        .contains(RejectionReason.BAD_CERTIFICATE);
  }

  @Test
  void change_shouldBeRefused_whenAnotherDoctorSigns() {
    assertThat(check(world.keyChange(world.doctor(1), changed)))
        .contains(RejectionReason.BAD_CERTIFICATE);
    assertThat(check(world.keyChange(world.doctor(world.hospital()), changed)))
        .contains(RejectionReason.UNKNOWN_AUTHOR);
  }

  @Test
  void change_shouldBeRefused_whenTheKeyIsOrWasSomebodys() {
    DoctorIdentity victim = world.doctor(1).certificate().identity();
    assertThat(check(toward(withKey(victim.signingKey(), victim.possession()))))
        .contains(RejectionReason.KEY_IN_USE);
    DoctorIdentity own = doctor.certificate().identity();
    assertThat(check(toward(withKey(own.signingKey(), own.possession()))))
        .contains(RejectionReason.KEY_IN_USE);

    change();
    Doctor other = world.doctor(2);
    Doctor back = world.withAnotherKey(other);
    DoctorIdentity wanted = back.certificate().identity();
    DoctorIdentity stolen =
        new DoctorIdentity(
            wanted.pid(),
            wanted.hospital(),
            own.signingKey(),
            own.possession(),
            wanted.receivingKey(),
            wanted.validity());
    assertThat(
            check(
                world.by(
                    other,
                    new DoctorKeyChangedBody(
                        stolen.signed(world.hospital().sign(stolen.toSign()))))))
        .contains(RejectionReason.KEY_IN_USE);
    // Nor does the first certificate come back.
    assertThat(check(world.by(changed, new DoctorKeyChangedBody(doctor.certificate()))))
        .contains(RejectionReason.KEY_IN_USE);
  }

  @Test
  void change_shouldBeRefused_whenTheNewKeyIsNotPossessed() {
    Doctor rogue = world.doctor(world.hospital());

    assertThat(
            check(
                toward(
                    withKey(
                        rogue.certificate().identity().signingKey(),
                        changed.certificate().identity().possession()))))
        .contains(RejectionReason.BAD_POSSESSION);
  }

  @Test
  void change_shouldBeRefused_whenMoreThanTheKeyWouldBeAnother() {
    DoctorIdentity honest = changed.certificate().identity();
    Validity before = doctor.certificate().identity().validity();

    assertThat(
            check(
                toward(
                    with(
                        world.doctor(1).pid(),
                        honest.hospital(),
                        honest.receivingKey(),
                        honest.validity()))))
        .contains(RejectionReason.BAD_CERTIFICATE);
    assertThat(
            check(
                toward(
                    with(
                        honest.pid(),
                        world.other().pid(),
                        honest.receivingKey(),
                        honest.validity()),
                    world.other())))
        .contains(RejectionReason.BAD_CERTIFICATE);
    assertThat(
            check(
                toward(
                    with(
                        honest.pid(),
                        honest.hospital(),
                        world.doctor(1).certificate().identity().receivingKey(),
                        honest.validity()))))
        .contains(RejectionReason.BAD_CERTIFICATE);
    assertThat(check(toward(with(honest.pid(), honest.hospital(), honest.receivingKey(), before))))
        .contains(RejectionReason.BAD_CERTIFICATE);
    assertThat(
            check(
                toward(
                    with(
                        honest.pid(),
                        honest.hospital(),
                        honest.receivingKey(),
                        new Validity(world.now().plusSeconds(60), world.now().plusSeconds(120))))))
        .contains(RejectionReason.CERTIFICATE_NOT_VALID);
    assertThat(check(toward(honest))).isEmpty();
  }

  @Test
  void change_shouldRenewACertificateThatHasRunOut() {
    Doctor hasty =
        world.withAnotherKey(
            doctor,
            new Validity(world.now().minusSeconds(1), world.now().plus(Duration.ofHours(1))));
    add(world.keyChange(doctor, hasty));
    world.clock().move(Duration.ofHours(2));
    Doctor renewed = world.withAnotherKey(hasty);
    Treatment treatment = new Treatment(world, List.of(hasty));
    assertThat(check(treatment.opened())).contains(RejectionReason.CERTIFICATE_NOT_VALID);

    add(world.keyChange(hasty, renewed));

    assertThat(check(new Treatment(world, List.of(renewed)).opened())).isEmpty();
  }

  @Test
  void diagnosis_shouldBeTaken_whenTheChangeOvertookItOrTheCertificateOfThePlaceRanOut() {
    Doctor hasty =
        world.withAnotherKey(
            doctor,
            new Validity(world.now().minusSeconds(1), world.now().plus(Duration.ofHours(1))));
    add(world.keyChange(doctor, hasty));
    Treatment early = new Treatment(world, List.of(hasty));
    Treatment late = new Treatment(world, List.of(hasty));
    chain.add(early.opened(), late.opened());
    LedgerRecord overtaken = early.diagnosis();
    world.clock().move(Duration.ofMinutes(50));
    Doctor renewed =
        world.withAnotherKey(
            hasty, new Validity(world.now(), world.now().plus(Duration.ofDays(365))));
    add(world.keyChange(hasty, renewed));

    add(overtaken);
    world.clock().move(Duration.ofMinutes(50));
    assertThat(check(late.diagnosis())).isEmpty();
    world.clock().move(Duration.ofDays(370));
    assertThat(check(late.diagnosis())).contains(RejectionReason.CERTIFICATE_NOT_VALID);
  }

  @Test
  void change_shouldBeRefused_whenTheDoctorIsExpelled() {
    chain.add(Expulsion.of(world, doctor));

    assertThat(check(world.keyChange(doctor, changed))).contains(RejectionReason.EXPELLED);
  }

  @Test
  void rejection_shouldNotCountAgainstHer_whenSignedWithTheKeyBefore() {
    change();

    assertThat(check(rejection(doctor))).contains(RejectionReason.BAD_REJECTION);
    assertThat(check(rejection(changed))).isEmpty();
  }

  @Test
  void rejection_shouldCountAgainstHer_whenSheSignedForAnEpisodeThatBeganWithTheKeyBefore() {
    Treatment treatment = new Treatment(world, List.of(world.doctor(1), doctor));
    Treatment others = new Treatment(world, List.of(doctor, world.doctor(1)));
    chain.add(treatment.opened(), others.opened());
    change();
    Optional<RecordId> episode = Optional.of(treatment.episode());

    assertThat(check(rejection(doctor, episode))).isEmpty();
    assertThat(check(rejection(changed, episode))).contains(RejectionReason.BAD_REJECTION);
    // She does not sign last there, or there is no such episode.
    assertThat(check(rejection(doctor, Optional.of(others.episode()))))
        .contains(RejectionReason.BAD_REJECTION);
    assertThat(check(rejection(doctor, Optional.of(new Treatment(world, List.of()).episode()))))
        .contains(RejectionReason.BAD_REJECTION);
    List<Doctor> team = List.of(world.doctor(1), doctor);
    add(diagnosis(treatment, treatment.statements(team, world.now()), team, doctor));
    // Once it is over, nothing that she signed with that key can cost her anything.
    assertThat(check(rejection(doctor, episode))).contains(RejectionReason.BAD_REJECTION);
  }

  @Test
  void signedBefore_shouldNameTheEpisode_onlyWhileTheKeyOfThePlaceIsAnother() {
    Treatment treatment = new Treatment(world, List.of(doctor));
    chain.add(treatment.opened());
    LedgerRecord diagnosis = treatment.diagnosis();
    assertThat(RecordRules.signedBefore(chain.state(), diagnosis)).isEmpty();
    change();
    assertThat(RecordRules.signedBefore(chain.state(), diagnosis)).contains(treatment.episode());
    Treatment others = new Treatment(world, List.of(doctor, world.doctor(1)));
    chain.add(others.opened());
    assertThat(RecordRules.signedBefore(chain.state(), others.diagnosis())).isEmpty();
  }

  private LedgerRecord rejection(Doctor signer) {
    return rejection(signer, Optional.empty());
  }

  private LedgerRecord rejection(Doctor signer, Optional<RecordId> episode) {
    Digest content = Digest.of(new byte[] {7});
    byte[] signed = RecordContent.toSign(world.chain(), signer.pid(), content);
    return world.by(
        world.hospital(),
        new RejectionBody(
            signer.pid(),
            content,
            ByteString.of(world.suite().bls().sign(signer.key(), signed).encode()),
            RejectionReason.TEAM_BAD_SIGNATURE.name(),
            episode));
  }

  @Test
  void request_shouldBringTheNewKeyOfADoctorOfAnotherHospital() {
    Treatment treatment = finished();
    Doctor visitor = world.foreign();
    Doctor later = world.withAnotherKey(visitor);
    add(new SharingActs(world, treatment, visitor).requested());
    add(new SharingActs(world, treatment, later).requested());

    // What was her key before opens nothing any more, and no other receiving key slips in.
    assertThat(check(new SharingActs(world, treatment, visitor).requested()))
        .contains(RejectionReason.BAD_CERTIFICATE);
    Doctor other = world.doctor(world.other(), visitor.pid());
    assertThat(check(new SharingActs(world, treatment, other).requested()))
        .contains(RejectionReason.BAD_CERTIFICATE);
    assertThat(chain.state().delegate(visitor.pid()).orElseThrow().former())
        .containsExactly(visitor.certificate());
    assertStateIsRead();
    // Her own hospital's chain is where she changes it, not this one.
    assertThat(check(world.keyChange(later, world.withAnotherKey(later))))
        .contains(RejectionReason.BAD_CERTIFICATE);
  }

  @Test
  void reading_shouldBeSignedWithTheKeyWithWhichSheAsked() {
    Treatment treatment = finished();
    SharingActs asked = new SharingActs(world, treatment, doctor);
    add(asked.requested());
    add(asked.consented());
    add(asked.issued());
    change();
    SharingActs later = new SharingActs(world, treatment, changed);
    add(later.requested());
    add(later.consented());
    add(later.issued());

    LedgerRecord reading = asked.read();
    assertThat(check(reading)).isEmpty();
    assertThat(check(world.by(changed, reading.body()))).contains(RejectionReason.BAD_SIGNATURE);
    assertThat(check(later.read())).isEmpty();
    assertThat(check(world.by(doctor, later.read().body())))
        .contains(RejectionReason.BAD_SIGNATURE);
    assertStateIsRead();
    add(reading);
  }

  @Test
  void request_shouldNotBringAnotherReceivingKey_inTwoStepsEither() {
    Treatment treatment = finished();
    Doctor visitor = world.foreign();
    add(new SharingActs(world, treatment, visitor).requested());
    // Her hospital makes a key for her, and uses it to bring a receiving key of its own.
    Doctor forged = world.withAnotherKey(visitor);
    add(new SharingActs(world, treatment, forged).requested());
    DoctorIdentity first = forged.certificate().identity();
    DoctorIdentity second =
        new DoctorIdentity(
            first.pid(),
            first.hospital(),
            first.signingKey(),
            first.possession(),
            world.doctor(1).certificate().identity().receivingKey(),
            first.validity());
    AccessRequestedBody honest =
        (AccessRequestedBody) new SharingActs(world, treatment, forged).requested().body();
    AccessRequestedBody attack =
        new AccessRequestedBody(
            honest.request(),
            honest.episode(),
            second.signed(world.other().sign(second.toSign())),
            honest.hospital(),
            honest.purpose(),
            honest.notAfter());

    assertThat(check(world.by(forged, attack))).contains(RejectionReason.BAD_CERTIFICATE);
    assertThat(check(world.by(forged, honest))).isEmpty();
  }

  @Test
  void change_shouldBeRefused_whenThereWereTooMany() {
    Doctor last =
        IntStream.range(0, Delegate.MOST_FORMER)
            .boxed()
            .reduce(
                doctor,
                (before, number) -> {
                  Doctor next = world.withAnotherKey(before);
                  chain.add(world.keyChange(before, next));
                  return next;
                },
                (first, second) -> second);

    assertThat(check(world.keyChange(last, world.withAnotherKey(last))))
        .contains(RejectionReason.BAD_CERTIFICATE);
    assertStateIsRead();
  }

  @Test
  void decode_shouldRefuseAKeyThatTheDoctorNeverHad() {
    Treatment treatment = new Treatment(world, List.of(doctor));
    chain.add(treatment.opened());
    change();
    byte[] encoded = chain.state().encode();
    byte[] former = doctor.certificate().identity().signingKey().bytes();
    byte[] present = changed.certificate().identity().signingKey().bytes();
    byte[] never = world.doctor(1).certificate().identity().signingKey().bytes();

    int place = lastIndexOf(encoded, former);
    for (byte[] wrong : List.of(present, never)) {
      byte[] changedBytes = encoded.clone();
      System.arraycopy(wrong, 0, changedBytes, place, wrong.length);
      assertThatThrownBy(() -> ChainState.decode(changedBytes))
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  private static int lastIndexOf(byte[] bytes, byte[] wanted) {
    for (int i = bytes.length - wanted.length; i >= 0; i--) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }
}
