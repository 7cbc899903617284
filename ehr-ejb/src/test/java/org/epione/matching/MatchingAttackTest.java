package org.epione.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.epione.matching.MatchingTest.COUGH;
import static org.epione.matching.MatchingTest.FEVER;
import static org.epione.matching.MatchingTest.refused;

import jakarta.ejb.EJBAccessException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.epione.account.boundary.Role;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.matching.boundary.Due;
import org.epione.matching.boundary.ExchangeView;
import org.epione.matching.boundary.Reach;
import org.epione.matching.boundary.StepForm;
import org.epione.matching.boundary.SymptomMatch;
import org.epione.matching.control.Limits;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attacks on the matching of patients, by hospitals, by patients and on the way. */
class MatchingAttackTest {

  private TwoHospitals ward;
  private Seeker ann;
  private Seeker bob;
  private Seeker first;
  private Seeker second;

  @BeforeEach
  void open() throws Exception {
    ward = new TwoHospitals();
    ann = new Seeker(ward, TwoHospitals.A, "ann");
    bob = new Seeker(ward, TwoHospitals.B, "bob");
    ann.look(COUGH, Reach.ALL_HOSPITALS);
    bob.look(COUGH, Reach.ALL_HOSPITALS);
    boolean annBegins = !ann.mine().exchanges().isEmpty();
    first = annBegins ? ann : bob;
    second = annBegins ? bob : ann;
  }

  @AfterEach
  void close() {
    ward.close();
  }

  private PartyCode hospital(Seeker seeker) {
    return seeker == ann ? TwoHospitals.A : TwoHospitals.B;
  }

  /** A hospital sends whatever it likes, under its own key. */
  private void send(Seeker from, Seeker to, String type, byte[] payload) {
    send(hospital(from), hospital(to), type, payload);
  }

  private void send(PartyCode from, PartyCode to, String type, byte[] payload) {
    ward.container.inTransaction(
        () -> ward.bean(Post.class).send(from, to, type, payload, Optional.empty()));
    ward.wire.deliverAll();
  }

  private static CanonicalWriter pair(String tag, ByteString own, ByteString peer) {
    return CanonicalWriter.of(tag, 1).bytes(own.bytes()).bytes(peer.bytes());
  }

  private static byte[] step(
      ExchangeView sender, Optional<ByteString> share, Optional<ByteString> confirmation) {
    return step(sender.own(), sender.peer(), share, confirmation);
  }

  private static byte[] step(
      ByteString own,
      ByteString peer,
      Optional<ByteString> share,
      Optional<ByteString> confirmation) {
    return pair("epione.matching.step", own, peer)
        .optional(share, (to, each) -> to.bytes(each.bytes()))
        .optional(confirmation, (to, each) -> to.bytes(each.bytes()))
        .list(List.<ByteString>of(), (to, each) -> to.bytes(each.bytes()))
        .toByteArray();
  }

  private static byte[] said(ExchangeView sender, int number, byte[] sealed) {
    return pair("epione.matching.said", sender.own(), sender.peer())
        .u16(number)
        .bytes(sealed)
        .toByteArray();
  }

  private void match() throws Exception {
    for (int round = 0; round < 3; round++) {
      first.visit();
      second.visit();
    }
  }

  private void meet() throws Exception {
    match();
    ann.agree();
    bob.agree();
  }

  private boolean rejected(String reason) {
    return ward.wire.rejected.stream().anyMatch(each -> each.contains(reason));
  }

  // A hospital in the middle.

  @Test
  void share_shouldBeRefused_whenTheHospitalSendsAnotherAfterIt() throws Exception {
    first.visit();
    ExchangeView begun = first.only();
    send(first, second, "matching.step", step(begun, Optional.of(first.share(begun)), none()));
    assertThat(rejected("said something else before")).isTrue();
    match();
    // The state of the first share is lost to this test's browser; what counts is the second side.
    assertThat(second.due()).isEqualTo(Due.DONE);
  }

  private static Optional<ByteString> none() {
    return Optional.empty();
  }

  @Test
  void match_shouldFail_whenTheHospitalPutsItsOwnShareInPlace() throws Exception {
    ward.wire.heldBack.add("matching.step");
    first.visit();
    ward.wire.heldBack.clear();
    // The first one's hospital guesses wrongly in her place.
    Seeker hospitalsGuess = new Seeker(ward, hospital(first), "made.up");
    hospitalsGuess.pretend(FEVER);
    ExchangeView begun = first.only();
    ByteString swapped = hospitalsGuess.share(begun);
    send(first, second, "matching.step", step(begun, Optional.of(swapped), none()));
    match();
    assertThat(first.results()).containsExactly(false);
    assertThat(second.results()).containsExactly(false);
  }

  @Test
  void pseudonym_shouldBeRefused_whenItsHospitalDidNotCertifyIt() throws Exception {
    Instant now = ward.container.clock().instant();
    Validity month = new Validity(now, now.plus(Duration.ofDays(30)));
    byte[] forged = certificate(TwoHospitals.A, TwoHospitals.B, month);
    send(TwoHospitals.B, TwoHospitals.A, "matching.looking", looking(forged));
    assertThat(rejected("not certified by its hospital")).isTrue();
    byte[] foreign = certificate(TwoHospitals.A, TwoHospitals.A, month);
    send(TwoHospitals.B, TwoHospitals.A, "matching.looking", looking(foreign));
    assertThat(ward.wire.rejected).hasSize(2);
    byte[] endless =
        certificate(
            TwoHospitals.B, TwoHospitals.B, new Validity(now, now.plus(Duration.ofDays(400))));
    send(TwoHospitals.B, TwoHospitals.A, "matching.looking", looking(endless));
    assertThat(rejected("time is over, or is too long")).isTrue();
    byte[] good = looking(certificate(TwoHospitals.B, TwoHospitals.B, month));
    for (int i = 0; i < good.length; i += 5) {
      byte[] broken = good.clone();
      broken[i] ^= 1;
      int before = ward.wire.rejected.size();
      send(TwoHospitals.B, TwoHospitals.A, "matching.looking", broken);
      assertThat(ward.wire.rejected).as("byte " + i).hasSize(before + 1);
    }
  }

  private Pid madeUp(PartyCode hospital) {
    return Pid.of(ward.bean(ServerKeys.class).sealPseudonym(hospital, new byte[16]));
  }

  private byte[] certificate(PartyCode named, PartyCode signer, Validity validity) {
    return certificate(madeUp(signer), named, signer, validity);
  }

  private byte[] certificate(Pid pseudonym, PartyCode named, PartyCode signer, Validity validity) {
    CanonicalWriter statement = CanonicalWriter.of("epione.matching.pseudonym", 1);
    pseudonym.write(statement);
    statement.text(named.value());
    validity.write(statement);
    byte[] signed = statement.toByteArray();
    return CanonicalWriter.of("epione.matching.certificate", 1)
        .bytes(signed)
        .fixed(ward.bean(ServerKeys.class).sign(signer, signed), 64)
        .toByteArray();
  }

  private static byte[] looking(byte[] certificate) {
    return CanonicalWriter.of("epione.matching.looking", 1).bytes(certificate).toByteArray();
  }

  @Test
  void guesses_shouldBeLimited_whenAHospitalMakesUpPatients() throws Exception {
    Instant now = ward.container.clock().instant();
    Validity month = new Validity(now, now.plus(Duration.ofDays(30)));
    ExchangeView known = first.only();
    Optional<ByteString> share = Optional.of(first.share(known));
    ByteString own = first == ann ? known.own() : known.peer();
    for (int i = 0; i < 40; i++) {
      Pid madeUp = madeUp(TwoHospitals.B);
      byte[] certificate = certificate(madeUp, TwoHospitals.B, TwoHospitals.B, month);
      send(TwoHospitals.B, TwoHospitals.A, "matching.looking", looking(certificate));
      // Who begins is chance: where she does not, the hospital does.
      send(
          TwoHospitals.B,
          TwoHospitals.A,
          "matching.step",
          step(ByteString.of(madeUp.bytes()), own, share, none()));
    }
    for (int day = 0; day < 5; day++) {
      ann.visit();
      ward.container.clock().advance(Duration.ofDays(1));
    }
    assertThat(ann.mine().search().orElseThrow().compared()).isEqualTo(Limits.TRIES_WITH_HOSPITAL);
  }

  // A patient who wants to find out.

  @Test
  void guesses_shouldBeLimited_whenAPatientTriesOneSymptomAfterTheOther() throws Exception {
    List<Seeker> others = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Seeker other = new Seeker(ward, TwoHospitals.A, "other" + i);
      other.look(COUGH, Reach.OWN_HOSPITAL);
      others.add(other);
    }
    // Who begins is chance: where she does not, the others have done so after two days.
    visit(others);
    nextDay();
    visit(others);
    int refused = 0;
    for (ExchangeView each : ann.mine().exchanges()) {
      ann.pretend("HP:000" + each.id().substring(0, 4));
      try {
        ann.act(each);
      } catch (RefusedException limit) {
        assertThat(limit.code()).isEqualTo(ErrorCode.MATCHING_TRIES_OF_DAY);
        refused++;
      }
    }
    assertThat(refused).isGreaterThanOrEqualTo(16 - Limits.TRIES_A_DAY);
    assertThat(ann.mine().search().orElseThrow().compared()).isEqualTo(Limits.TRIES_A_DAY);
    ann.run(() -> ann.desk().end());
    ann.look(FEVER, Reach.ALL_HOSPITALS);
    visit(others);
    assertThat(ann.mine().exchanges()).as("another search has the same day").isEmpty();
    nextDay();
    assertThat(ann.mine().exchanges()).as("the next day").isNotEmpty();
  }

  private static void visit(List<Seeker> seekers) throws Exception {
    for (Seeker each : seekers) {
      each.visit();
    }
  }

  private void nextDay() {
    ward.container.clock().advance(Duration.ofHours(25));
  }

  @Test
  void pair_shouldBeComparedOnce_howeverOftenItIsTried() throws Exception {
    first.visit();
    ExchangeView begun = first.only();
    refused(
        ErrorCode.MATCHING_NOT_DUE,
        () -> first.step(begun, Optional.of(first.share(begun)), none()));
    match();
    ExchangeView done = second.only();
    ByteString again = second.share(done);
    refused(
        ErrorCode.MATCHING_NOT_DUE,
        () -> second.step(done, Optional.of(again), Optional.of(again)));
    assertThat(second.mine().search().orElseThrow().compared()).isEqualTo(1);
  }

  @Test
  void steps_shouldBeRefused_outOfTurn() throws Exception {
    ExchangeView toBegin = first.only();
    ByteString share = first.share(toBegin);
    refused(ErrorCode.MATCHING_NOT_DUE, () -> first.step(toBegin, none(), Optional.of(share)));
    refused(ErrorCode.MATCHING_NOT_DUE, () -> first.step(toBegin, none(), none()));
    ByteString tooLong = ByteString.of(new byte[129]);
    refused(ErrorCode.INVALID_INPUT, () -> first.step(toBegin, Optional.of(tooLong), none()));
    refused(ErrorCode.MATCHING_MESSAGE, () -> first.sendSealed(1, share));
    assertThat(first.mine().search().orElseThrow().compared()).isZero();
  }

  // Another patient, another role.

  @Test
  void exchange_shouldNotExist_forAnybodyElse() throws Exception {
    meet();
    Seeker eve = new Seeker(ward, TwoHospitals.A, "eve");
    String id = ann.only().id();
    SymptomMatch desk = eve.desk();
    StepForm form = new StepForm(Optional.of(Seeker.SEALED), none(), Seeker.SEALED);
    refused(ErrorCode.NOT_FOUND, () -> eve.run(() -> desk.read(id)));
    refused(ErrorCode.NOT_FOUND, () -> eve.run(() -> desk.say(id, 2, Seeker.SEALED)));
    refused(ErrorCode.NOT_FOUND, () -> eve.run(() -> desk.step(id, form)));
    refused(ErrorCode.NOT_FOUND, () -> eve.run(() -> desk.note(id, Seeker.SEALED)));
    refused(ErrorCode.NOT_FOUND, () -> eve.run(() -> desk.leave(id)));
    refused(ErrorCode.NOT_FOUND, () -> eve.run(() -> desk.block(id)));
    refused(ErrorCode.NOT_FOUND, () -> eve.run(() -> desk.read(UUID.randomUUID().toString())));
    refused(ErrorCode.NOT_FOUND, () -> eve.run(() -> desk.read("none")));
    // Nor the other side's, by the id that this hospital has for it.
    refused(ErrorCode.NOT_FOUND, () -> bob.run(() -> desk.read(id)));
    for (Role role : List.of(Role.DOCTOR, Role.REGISTRAR, Role.HOSPITAL_ADMINISTRATOR)) {
      TwoHospitals.Person other = ward.person(TwoHospitals.A, role, "a." + role.ordinal());
      assertThatThrownBy(() -> ward.as(other, desk::mine)).isInstanceOf(EJBAccessException.class);
    }
  }

  // Messages of a conversation on the way.

  @Test
  void message_shouldNotOpen_whenAHospitalAltersIt() throws Exception {
    meet();
    ByteString sealed =
        ann.seal(
            ann.only(),
            ann.only().beginner(),
            2,
            "Take two of them".getBytes(StandardCharsets.UTF_8));
    byte[] altered = sealed.bytes();
    altered[20] ^= 1;
    send(ann, bob, "matching.said", said(ann.only(), 2, altered));
    assertThatThrownBy(bob::read).isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void message_shouldBeRefusedOrNotOpen_whenItIsRepeatedOrReordered() throws Exception {
    meet();
    ann.say(2, "one");
    ann.say(3, "two");
    List<byte[]> sent = ward.wire.payloads("matching.said");
    byte[] last = sent.get(sent.size() - 1);
    send(ann, bob, "matching.said", last);
    assertThat(bob.read()).as("the very same is one").hasSize(4);
    // Earlier ciphertext under a later number: the hospital takes it, the browser does not.
    ByteString one =
        ann.seal(ann.only(), ann.only().beginner(), 2, "one".getBytes(StandardCharsets.UTF_8));
    send(ann, bob, "matching.said", said(ann.only(), 4, one.bytes()));
    assertThatThrownBy(bob::read).isInstanceOf(DecryptionFailedException.class);
    send(ann, bob, "matching.said", said(ann.only(), 7, one.bytes()));
    assertThat(rejected("not the message that is due")).isTrue();
    send(ann, bob, "matching.said", said(ann.only(), 2, one.bytes()));
    assertThat(rejected("Another message had this number")).isTrue();
  }

  @Test
  void message_shouldNotOpen_whenItIsSentBackToItsSender() throws Exception {
    meet();
    ann.say(2, "one");
    ByteString own =
        ann.seal(ann.only(), ann.only().beginner(), 2, "one".getBytes(StandardCharsets.UTF_8));
    send(bob, ann, "matching.said", said(bob.only(), 2, own.bytes()));
    assertThatThrownBy(ann::read).isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void agreement_shouldNotBeMadeUp_byAHospital() throws Exception {
    match();
    send(bob, ann, "matching.said", said(bob.only(), 1, new byte[300]));
    ann.agree();
    assertThat(ann.only().together()).as("so the hospital says").isTrue();
    assertThatThrownBy(ann::read).isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void conversation_shouldBeRefused_beforeTheComparisonOrByAnotherHospital() throws Exception {
    ExchangeView view = first.only();
    send(first, second, "matching.said", said(view, 1, new byte[40]));
    assertThat(rejected("not the message that is due")).isTrue();
    send(TwoHospitals.A, TwoHospitals.A, "matching.said", said(view, 1, new byte[40]));
    assertThat(rejected("No such pair is compared here")).isTrue();
  }

  @Test
  void message_shouldBeRefused_whenTooLongOrNotTheNext() throws Exception {
    meet();
    ByteString tooLong = ByteString.of(new byte[8193]);
    refused(ErrorCode.MATCHING_TOO_LONG, () -> ann.sendSealed(2, tooLong));
    refused(ErrorCode.MATCHING_MESSAGE, () -> ann.sendSealed(3, Seeker.SEALED));
    ann.sendSealed(2, Seeker.SEALED);
    ann.sendSealed(2, Seeker.SEALED);
    refused(
        ErrorCode.MATCHING_MESSAGE, () -> ann.sendSealed(2, ByteString.of(new byte[] {9, 9, 9})));
    assertThat(ann.only().sent()).isEqualTo(2);
  }

  @Test
  void messagesOfHospitals_shouldBeRefused_whenTheyAreMalformed() throws Exception {
    ExchangeView view = first.only();
    byte[] good = step(view, Optional.of(first.share(view)), none());
    int before = ward.wire.rejected.size();
    byte[] cut = java.util.Arrays.copyOf(good, good.length - 1);
    byte[] longer = java.util.Arrays.copyOf(good, good.length + 1);
    for (byte[] bad : List.of(new byte[0], cut, longer)) {
      for (String type : List.of("step", "said", "left", "ended", "looking")) {
        send(first, second, "matching." + type, bad);
      }
    }
    assertThat(ward.wire.rejected).hasSize(before + 15);
    assertThat(second.mine().exchanges()).isEmpty();
  }
}
