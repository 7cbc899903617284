package org.epione.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.epione.appointment.ProvingPerson.CARD;
import static org.epione.appointment.ProvingPerson.PASSWORD;

import com.sun.management.ThreadMXBean;
import jakarta.ejb.EJBAccessException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.appointment.boundary.AppointmentAccount;
import org.epione.appointment.boundary.AppointmentAgreement;
import org.epione.appointment.boundary.AppointmentPassword;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.scheme.pake.KeyConfirmationFailedException;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.Clinic;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who does not have the password learns nothing, books nothing, and is held up. */
class AppointmentAttackTest {

  private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String SHARE = "epione.spake2plus.prover-share";

  @TempDir private Path home;
  private Clinic clinic;
  private ProvingPerson patient;
  private AppointmentAgreement hospital;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 1);
    patient = new ProvingPerson(clinic);
    hospital = clinic.bean(AppointmentAgreement.class);
    patient.setPassword(PASSWORD);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static byte[] framed(String tag, byte[] content) {
    byte[] name = tag.getBytes(StandardCharsets.US_ASCII);
    byte[] framed = new byte[name.length + 2 + content.length];
    framed[0] = (byte) name.length;
    System.arraycopy(name, 0, framed, 1, name.length);
    framed[name.length + 1] = 1;
    System.arraycopy(content, 0, framed, name.length + 2, content.length);
    return framed;
  }

  private static byte[] confirmation() {
    return framed("epione.spake2plus.prover-confirmation", new byte[32]);
  }

  @Test
  void password_shouldBeNowhereInTheDatabase_whenItIsSet() throws Exception {
    patient.agree();
    assertThat(
            DatabaseDump.contains(
                DatabaseDump.of(clinic.container), PASSWORD.getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  @Test
  void dictionary_shouldFindNothing_whenAConversationWasRecorded() {
    ProvingPerson.Run recorded = patient.start(CARD, PASSWORD);
    // Whoever has seen both shares and the hospital's confirmation tries each word against it: each
    // word needs a run of its own, since only who drew x can check the confirmation against it.
    for (String word : List.of("password", "four green hill", "Four green hills", "123456")) {
      ProvingPerson.Run guess = patient.start("192.0.2.77", "no such card", word);
      ProvingPerson.Run mixed = patient.new Run(guess.share, recorded.answer, guess.waiting());
      assertThatThrownBy(mixed::confirmation).isInstanceOf(KeyConfirmationFailedException.class);
    }
    // Even the right word does not fit the recorded confirmation: it confirms the recorded x.
    ProvingPerson.Run right = patient.start(CARD, PASSWORD);
    ProvingPerson.Run mixed = patient.new Run(right.share, recorded.answer, right.waiting());
    assertThatThrownBy(mixed::confirmation).isInstanceOf(KeyConfirmationFailedException.class);
  }

  @Test
  void run_shouldEnd_whenTheConfirmationIsWrong_andTakeNoSecond() {
    ProvingPerson.Run run = patient.start(CARD, PASSWORD);
    refused(ErrorCode.AGREEMENT_REFUSED, () -> hospital.confirm(run.answer.run(), confirmation()));
    byte[] right = run.confirmation().message().bytes();
    refused(ErrorCode.AGREEMENT_OVER, () -> hospital.confirm(run.answer.run(), right));
    refused(ErrorCode.AGREEMENT_OVER, () -> hospital.say(run.answer.run(), 1, new byte[40]));
  }

  @Test
  void hospital_shouldBeFoundOut_whenThePasswordIsWrong_beforeAnythingIsSentToIt() {
    ProvingPerson.Run run = patient.start(CARD, "five green hills");
    assertThatThrownBy(run::confirmation).isInstanceOf(KeyConfirmationFailedException.class);
  }

  @Test
  void confirmation_shouldNotCount_whenItIsOfAnotherRun() {
    ProvingPerson.Run first = patient.start(CARD, PASSWORD);
    ProvingPerson.Run second = patient.start(CARD, PASSWORD);
    byte[] ofFirst = first.confirmation().message().bytes();
    refused(ErrorCode.AGREEMENT_REFUSED, () -> hospital.confirm(second.answer.run(), ofFirst));
    hospital.confirm(first.answer.run(), ofFirst);
  }

  @Test
  void share_shouldBringNoKey_whenItIsReplayed() {
    ProvingPerson.Run heard = patient.start(CARD, PASSWORD);
    byte[] confirmation = heard.confirmation().message().bytes();
    hospital.confirm(heard.answer.run(), confirmation);
    var again =
        hospital.start("192.0.2.66", AppointmentAccount.ofCard(Clinic.HOSPITAL, CARD), heard.share);
    assertThat(again.share()).isNotEqualTo(heard.answer.share());
    refused(ErrorCode.AGREEMENT_REFUSED, () -> hospital.confirm(again.run(), confirmation));
  }

  @Test
  void share_shouldBeRefused_whenItIsNoPointOrHidesNothing() {
    byte[] good = patient.start(CARD, PASSWORD).share;
    byte[] offCurve = good.clone();
    offCurve[offCurve.length - 1] ^= 1;
    byte[] notReduced = new byte[65];
    Arrays.fill(notReduced, (byte) 0xff);
    notReduced[0] = 4;
    byte[] compressed = new byte[65];
    compressed[0] = 2;
    byte[] zeroes = new byte[65];
    zeroes[0] = 4;
    List<byte[]> all =
        List.of(
            offCurve,
            framed(SHARE, new byte[65]),
            framed(SHARE, notReduced),
            framed(SHARE, compressed),
            framed(SHARE, zeroes),
            framed(SHARE, new byte[] {0}),
            framed("epione.spake2plus.verifier-share", Arrays.copyOfRange(good, 32, 97)),
            Arrays.copyOf(good, good.length - 1),
            Arrays.copyOf(good, good.length + 1),
            new byte[0]);
    for (int i = 0; i < all.size(); i++) {
      byte[] bad = all.get(i);
      String card = "card " + i;
      refused(
          ErrorCode.AGREEMENT_MESSAGE,
          () -> hospital.start("192.0.2.9", AppointmentAccount.ofCard(Clinic.HOSPITAL, card), bad));
    }
  }

  @Test
  void unknownCard_shouldLookLikeAWrongPassword_atEachStep() {
    byte[] salt = hospital.salt(AppointmentAccount.ofCard(Clinic.HOSPITAL, "no such card"));
    assertThat(hospital.salt(AppointmentAccount.ofCard(Clinic.HOSPITAL, "no such card")))
        .isEqualTo(salt);
    assertThat(hospital.salt(AppointmentAccount.ofCard(Clinic.HOSPITAL, "nor this one")))
        .isNotEqualTo(salt);
    assertThat(PasswordSalt.decode(salt).parameters())
        .isEqualTo(
            PasswordSalt.decode(hospital.salt(AppointmentAccount.ofCard(Clinic.HOSPITAL, CARD)))
                .parameters());
    var unknown = patient.start("no such card", PASSWORD);
    var wrong = patient.start(CARD, "five green hills");
    assertThat(unknown.answer.share().size()).isEqualTo(wrong.answer.share().size());
    assertThat(unknown.answer.confirmation().size()).isEqualTo(wrong.answer.confirmation().size());
    assertThatThrownBy(unknown::confirmation).isInstanceOf(KeyConfirmationFailedException.class);
    for (var run : List.of(unknown, wrong)) {
      refused(
          ErrorCode.AGREEMENT_REFUSED, () -> hospital.confirm(run.answer.run(), confirmation()));
    }
  }

  /** By the memory that it takes, which does not depend on what else the machine does. */
  @Test
  void unknownCard_shouldCostTheSameWork() {
    long[] known = new long[31];
    long[] unknown = new long[known.length];
    for (int i = 0; i < known.length; i++) {
      known[i] = workOf(CARD);
      unknown[i] = workOf("no such card");
    }
    Arrays.sort(known);
    Arrays.sort(unknown);
    double ratio = (double) known[known.length / 2] / unknown[known.length / 2];
    assertThat(ratio).isBetween(0.8, 1.25);
  }

  private long workOf(String card) {
    long before = MEMORY.getCurrentThreadAllocatedBytes();
    assertThat(hospital.salt(AppointmentAccount.ofCard(Clinic.HOSPITAL, card))).hasSize(44);
    return MEMORY.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void guesses_shouldBeDelayedThenLocked_alikeForACardThatIsNobodys() throws Exception {
    for (String card : List.of(CARD, "no such card")) {
      guess(card, 3);
      guess(card, 1);
      refused(ErrorCode.TOO_MANY_ATTEMPTS, () -> patient.start(card, PASSWORD));
      for (int i = 5; i <= 10; i++) {
        clinic.later(Duration.ofMinutes(2));
        guess(card, 1);
      }
      clinic.later(Duration.ofDays(30));
      refused(ErrorCode.APPOINTMENT_LOCKED, () -> patient.start(card, PASSWORD));
    }
    patient.setPassword(PASSWORD);
    assertThat(patient.agree().look().getString("patient")).isEqualTo("Ann Bell");
  }

  @Test
  void guesses_shouldCountForTheSource_overManyCards() {
    byte[] share = patient.start(CARD, PASSWORD).share;
    for (int i = 0; i <= 50; i++) {
      hospital.start("192.0.2.50", AppointmentAccount.ofCard(Clinic.HOSPITAL, "card " + i), share);
    }
    refused(
        ErrorCode.TOO_MANY_ATTEMPTS,
        () ->
            hospital.start(
                "192.0.2.50", AppointmentAccount.ofCard(Clinic.HOSPITAL, "card 51"), share));
    hospital.start("192.0.2.51", AppointmentAccount.ofCard(Clinic.HOSPITAL, "card 51"), share);
  }

  @Test
  void guesses_shouldBeForgiven_whenTheRightPasswordCame() {
    for (int i = 0; i < 5; i++) {
      guess(CARD, 3);
      patient.agree();
    }
  }

  private void guess(String card, int times) {
    for (int i = 0; i < times; i++) {
      patient.start(card, "guess " + i);
    }
  }

  @Test
  void request_shouldBeCarriedOutOnce_whateverIsSentAgain() {
    ProvingPerson.Conversation own = patient.agree();
    byte[] look = own.seal(1, ProvingPerson.json(Map.of("act", "LOOK")));
    byte[] answer = hospital.say(own.run, 1, look);
    assertThat(hospital.say(own.run, 1, look)).isEqualTo(answer);
    byte[] other = own.seal(1, ProvingPerson.json(Map.of("act", "LOOK")));
    refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(own.run, 1, other));
    refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(own.run, 2, look));
    byte[] ahead = own.seal(3, ProvingPerson.json(Map.of("act", "LOOK")));
    refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(own.run, 3, ahead));
    byte[] next = own.seal(2, ProvingPerson.json(Map.of("act", "LOOK")));
    assertThat(own.open(2, hospital.say(own.run, 2, next)).getString("patient"))
        .isEqualTo("Ann Bell");
    refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(own.run, 1, look));
  }

  @Test
  void request_shouldBeRefused_whenAlteredOrOfAnotherRunOrNoRequest() {
    ProvingPerson.Conversation own = patient.agree();
    ProvingPerson.Conversation other = patient.agree();
    byte[] look = own.seal(1, ProvingPerson.json(Map.of("act", "LOOK")));
    for (int i = 0; i < look.length; i++) {
      byte[] changed = look.clone();
      changed[i] ^= 1;
      refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(own.run, 1, changed));
    }
    refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(other.run, 1, look));
    refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(own.run, 1, new byte[0]));
    refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(own.run, 1, new byte[100_000]));
    for (String text : List.of("", "[]", "{", "{\"act\":1}", "{\"act\":\"RULE\"}", "null", "7")) {
      byte[] sealed = own.seal(1, text.getBytes(StandardCharsets.UTF_8));
      refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(own.run, 1, sealed));
    }
    assertThat(own.look().getString("patient")).isEqualTo("Ann Bell");
    assertThat(other.look().getString("patient")).isEqualTo("Ann Bell");
  }

  @Test
  void run_shouldBeOver_whenEndedOrLeftAlone() {
    ProvingPerson.Conversation ended = patient.agree();
    hospital.end(ended.run);
    refused(ErrorCode.AGREEMENT_OVER, ended::look);
    ProvingPerson.Conversation left = patient.agree();
    clinic.later(Duration.ofMinutes(14));
    left.look();
    clinic.later(Duration.ofMinutes(14));
    left.look();
    clinic.later(Duration.ofMinutes(16));
    refused(ErrorCode.AGREEMENT_OVER, left::look);
    ProvingPerson.Run waiting = patient.start(CARD, PASSWORD);
    byte[] confirmation = waiting.confirmation().message().bytes();
    clinic.later(Duration.ofMinutes(3));
    refused(ErrorCode.AGREEMENT_OVER, () -> hospital.confirm(waiting.answer.run(), confirmation));
  }

  @Test
  void password_shouldBeSetOnlyByThePatient_withItsPasswordAndAWholeVerifierOfThatCost() {
    var hash = CryptoSuite.create(new SecureRandomSource()).passwordHash();
    byte[] good = ProvingPerson.verifier("other password", hash.newSalt(hash.defaults()));
    byte[] cheap = ProvingPerson.verifier("other password", hash.newSalt(hash.of(64, 1, 1)));
    byte[] offCurve = good.clone();
    offCurve[offCurve.length - 1] ^= 1;
    for (byte[] bad :
        List.of(
            cheap,
            offCurve,
            new byte[0],
            Arrays.copyOf(good, good.length - 1),
            Arrays.copyOf(good, good.length + 1))) {
      refused(ErrorCode.VERIFIER_REFUSED, () -> patient.set(bad));
    }
    AppointmentPassword passwords = clinic.bean(AppointmentPassword.class);
    assertThatThrownBy(
            () ->
                clinic.as(
                    clinic.patient,
                    () -> passwords.set(clinic.patient.account(), good, "wrong".toCharArray())))
        .isInstanceOf(WrongPasswordException.class);
    refused(
        ErrorCode.ACCESS_DENIED,
        () ->
            clinic.as(
                clinic.doctors.get(0),
                () -> passwords.set(clinic.patient.account(), good, Clinic.PASSWORD.clone())));
    assertThatThrownBy(
            () ->
                clinic.as(
                    clinic.registrar,
                    () -> passwords.set(clinic.patient.account(), good, Clinic.PASSWORD.clone())))
        .isInstanceOf(EJBAccessException.class);
    assertThat(patient.agree().look().getString("patient")).isEqualTo("Ann Bell");
  }

  @Test
  void password_shouldOpenNothingAnyMore_whenRemovedOrReplaced() throws Exception {
    patient.setPassword("another password");
    assertThatThrownBy(() -> patient.start(CARD, PASSWORD).confirmation())
        .isInstanceOf(KeyConfirmationFailedException.class);
    patient.start(CARD, "another password").confirm();
    clinic.as(
        clinic.patient,
        () ->
            clinic
                .bean(AppointmentPassword.class)
                .remove(clinic.patient.account(), Clinic.PASSWORD.clone()));
    assertThatThrownBy(() -> patient.start(CARD, "another password").confirmation())
        .isInstanceOf(KeyConfirmationFailedException.class);
  }

  /** Also within the same moment, and though it is the same password: she set it anew. */
  @Test
  void runs_shouldEnd_whenThePasswordIsSetAgain() throws Exception {
    ProvingPerson.Begun before = patient.begin();
    patient.setPassword(PASSWORD);
    before.isOver();
    patient.start(CARD, PASSWORD).confirm().look();
  }

  @Test
  void runs_shouldEnd_whenThePasswordIsRemoved() throws Exception {
    ProvingPerson.Begun before = patient.begin();
    patient.removePassword();
    before.isOver();
  }

  @Test
  void runs_shouldStayOver_whenTheSameVerifierIsRemovedAndSetAgain() throws Exception {
    byte[] verifier = patient.verifier(PASSWORD);
    patient.set(verifier);
    ProvingPerson.Begun before = patient.begin();
    patient.removePassword();
    patient.set(verifier);
    before.isOver();
    patient.start(CARD, PASSWORD).confirm().look();
  }
}
