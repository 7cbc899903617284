package org.epione.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.epione.appointment.ProvingPerson.CARD;
import static org.epione.appointment.ProvingPerson.PASSWORD;

import com.sun.management.ThreadMXBean;
import jakarta.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.appointment.boundary.AppointmentAccount;
import org.epione.appointment.boundary.AppointmentAgreement;
import org.epione.appointment.control.DoctorUpkeep;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.scheme.pake.KeyConfirmationFailedException;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.ledger.record.Appeal;
import org.epione.ledger.record.AppealDecidedBody;
import org.epione.ledger.record.CreditRulesBody;
import org.epione.ledger.record.DoctorAppealedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.rules.CreditRules;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.team.Clinic;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is no doctor of the hospital, or not any more, sees and changes nothing of her calendar. */
class DoctorCalendarAttackTest {

  private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String USER = "dr.1";
  private static final String NOBODY = "no.such.doctor";
  private static final String UNREADABLE = "-no account's";

  @TempDir private Path home;
  private Clinic clinic;
  private ProvingPerson doctor;
  private ProvingPerson patient;
  private AppointmentAgreement hospital;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 1);
    doctor = ProvingPerson.doctor(clinic, 0);
    patient = new ProvingPerson(clinic);
    hospital = clinic.bean(AppointmentAgreement.class);
    doctor.setPassword(PASSWORD);
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

  private static void unconfirmed(ProvingPerson.Run run) {
    assertThatThrownBy(run::confirmation).isInstanceOf(KeyConfirmationFailedException.class);
  }

  /** Both have the same password, and still neither is the other. */
  @Test
  void kinds_shouldNotMeet_whateverIsToldAndProved() throws Exception {
    unconfirmed(doctor.start(CARD, PASSWORD));
    unconfirmed(patient.start(USER, PASSWORD));
    AppointmentAccount card = patient.account();
    AppointmentAccount user = doctor.account();
    unconfirmed(patient.start(ProvingPerson.SOURCE, card, user, PASSWORD));
    unconfirmed(patient.start(ProvingPerson.SOURCE, user, card, PASSWORD));
    unconfirmed(patient.start(ProvingPerson.SOURCE, user, patient.account(USER), PASSWORD));
    assertThat(hospital.salt(doctor.account(CARD))).isNotEqualTo(hospital.salt(card));
    assertThat(hospital.salt(patient.account(NOBODY)))
        .as("made up, too")
        .isNotEqualTo(hospital.salt(doctor.account(NOBODY)));
  }

  @Test
  void verifier_shouldBeOfNoUse_whenItWasMadeForTheOtherKind() throws Exception {
    doctor.set(patient.verifier(PASSWORD));
    unconfirmed(doctor.start(USER, PASSWORD));
    patient.set(doctor.verifier(PASSWORD));
    unconfirmed(patient.start(CARD, PASSWORD));
  }

  @Test
  void request_shouldBeNone_whenItIsTheOtherKinds() {
    ProvingPerson.Conversation calendar = doctor.agree();
    for (String act : List.of("BOOK", "MOVE", "CANCEL")) {
      byte[] sealed = calendar.seal(1, ProvingPerson.json(Map.of("act", act)));
      refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(calendar.run, 1, sealed));
    }
    ProvingPerson.Conversation booking = patient.agree();
    for (String act : List.of("OFFER", "WITHDRAW", "CALL_OFF")) {
      byte[] sealed = booking.seal(1, ProvingPerson.json(Map.of("act", act)));
      refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(booking.run, 1, sealed));
    }
    for (String text :
        List.of(
            "{\"act\":\"OFFER\",\"minutes\":\"20\"}",
            "{\"act\":\"OFFER\",\"number\":1e99}",
            "{\"act\":\"OFFER\",\"number\":" + "9".repeat(1200) + "}",
            "{\"act\":\"OFFER\",\"minutes\":2.5}")) {
      byte[] sealed = calendar.seal(1, text.getBytes(StandardCharsets.UTF_8));
      refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(calendar.run, 1, sealed));
    }
    assertThat(calendar.look().getString("doctor")).isEqualTo("Dr. 1");
    assertThat(booking.look().getString("patient")).isEqualTo("Ann Bell");
  }

  @Test
  void unknownUserName_shouldLookLikeAWrongPassword_atEachStep() {
    byte[] salt = hospital.salt(doctor.account(NOBODY));
    assertThat(hospital.salt(doctor.account(NOBODY))).isEqualTo(salt);
    assertThat(PasswordSalt.decode(salt).parameters())
        .isEqualTo(PasswordSalt.decode(hospital.salt(doctor.account())).parameters());
    var unknown = doctor.start(NOBODY, PASSWORD);
    var wrong = doctor.start(USER, "five green hills");
    assertThat(unknown.answer.share().size()).isEqualTo(wrong.answer.share().size());
    assertThat(unknown.answer.confirmation().size()).isEqualTo(wrong.answer.confirmation().size());
    byte[] guess = patient.start(CARD, PASSWORD).confirmation().message().bytes();
    for (var run : List.of(unknown, wrong)) {
      unconfirmed(run);
      refused(ErrorCode.AGREEMENT_REFUSED, () -> hospital.confirm(run.answer.run(), guess));
      refused(ErrorCode.AGREEMENT_OVER, () -> hospital.say(run.answer.run(), 1, new byte[40]));
    }
  }

  /** By the memory that it takes, which does not depend on what else the machine does. */
  @Test
  void unknownUserName_shouldCostTheSameWork() {
    long[] known = new long[31];
    long[] unknown = new long[known.length];
    for (int i = 0; i < known.length; i++) {
      known[i] = workOf(USER);
      unknown[i] = workOf(NOBODY);
    }
    Arrays.sort(known);
    Arrays.sort(unknown);
    double ratio = (double) known[known.length / 2] / unknown[known.length / 2];
    assertThat(ratio).isBetween(0.8, 1.25);
  }

  private long workOf(String userName) {
    AppointmentAccount account = doctor.account(userName);
    long before = MEMORY.getCurrentThreadAllocatedBytes();
    assertThat(hospital.salt(account)).hasSize(44);
    return MEMORY.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void guesses_shouldBeDelayedThenLocked_alikeForNobody_andApartFromCards() throws Exception {
    for (String name : List.of(USER, NOBODY)) {
      for (int i = 0; i < 4; i++) {
        doctor.start(name, "guess " + i);
      }
      refused(ErrorCode.TOO_MANY_ATTEMPTS, () -> doctor.start(name, PASSWORD));
      for (int i = 5; i <= 10; i++) {
        clinic.later(Duration.ofMinutes(2));
        doctor.start(name, "guess " + i);
      }
      clinic.later(Duration.ofDays(30));
      refused(ErrorCode.APPOINTMENT_LOCKED, () -> doctor.start(name, PASSWORD));
    }
    patient.start(USER, "a card that is called like her is no part of it");
    doctor.setPassword(PASSWORD);
    assertThat(doctor.agree().look().getString("doctor")).isEqualTo("Dr. 1");
  }

  @Test
  void guesses_shouldCountForTheSource_overBothKinds() {
    byte[] share = patient.start(CARD, PASSWORD).share;
    for (int i = 0; i <= 50; i++) {
      ProvingPerson either = i % 2 == 0 ? patient : doctor;
      hospital.start("192.0.2.50", either.account("guess " + i), share);
    }
    refused(
        ErrorCode.TOO_MANY_ATTEMPTS,
        () -> hospital.start("192.0.2.50", doctor.account("guess"), share));
  }

  @Test
  void offer_shouldBeMadeOnce_whenTheVerySameMessageComesAgain() {
    ProvingPerson.Conversation calendar = doctor.agree();
    LocalDateTime soon =
        LocalDateTime.ofInstant(clinic.container.clock().instant(), ZoneOffset.UTC)
            .plusDays(1)
            .withSecond(0)
            .withNano(0);
    byte[] offer =
        calendar.seal(
            1,
            ProvingPerson.json(
                Map.of(
                    "act",
                    "OFFER",
                    "start",
                    soon.toString(),
                    "minutes",
                    20,
                    "number",
                    1,
                    "place",
                    "House C")));
    byte[] answer = hospital.say(calendar.run, 1, offer);
    assertThat(hospital.say(calendar.run, 1, offer)).isEqualTo(answer);
    JsonObject seen = calendar.open(1, answer);
    assertThat(seen.containsKey("refused")).isFalse();
    assertThat(seen.getJsonArray("times")).hasSize(1);
    refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(calendar.run, 2, offer));
    ProvingPerson.Conversation other = doctor.agree();
    refused(ErrorCode.AGREEMENT_MESSAGE, () -> hospital.say(other.run, 1, offer));
  }

  @Test
  void expelledDoctor_shouldBeOut_inEveryRun_andBeNobodySoonAfter() throws Exception {
    byte[] salt = hospital.salt(doctor.account());
    ProvingPerson.Conversation agreed = doctor.agree();
    agreed.look();
    ProvingPerson.Run waiting = doctor.start(USER, PASSWORD);
    byte[] confirmation = waiting.confirmation().message().bytes();
    expel();
    refused(ErrorCode.AGREEMENT_OVER, agreed::look);
    refused(
        ErrorCode.AGREEMENT_REFUSED, () -> hospital.confirm(waiting.answer.run(), confirmation));
    clinic.bean(DoctorUpkeep.class).lookAfter();
    assertThat(hospital.salt(doctor.account())).as("made up now").isNotEqualTo(salt);
    unconfirmed(doctor.start(USER, PASSWORD));
    refused(ErrorCode.APPOINTMENT_STANDING, () -> doctor.setPassword(PASSWORD));
    assertThat(patient.agree().look().getString("patient")).isEqualTo("Ann Bell");
  }

  @Test
  void doctorWhoLeft_shouldBeOut_inEveryRun_andBeNobodySoonAfter() {
    byte[] salt = hospital.salt(doctor.account());
    ProvingPerson.Conversation agreed = doctor.agree();
    ProvingPerson.Run waiting = doctor.start(USER, PASSWORD);
    byte[] confirmation = waiting.confirmation().message().bytes();
    clinic.closeAccount(clinic.doctors.get(0));
    refused(ErrorCode.AGREEMENT_OVER, agreed::look);
    refused(
        ErrorCode.AGREEMENT_REFUSED, () -> hospital.confirm(waiting.answer.run(), confirmation));
    clinic.bean(DoctorUpkeep.class).lookAfter();
    assertThat(hospital.salt(doctor.account())).isNotEqualTo(salt);
  }

  @Test
  void upkeep_shouldLeaveWhatCounts() {
    clinic.bean(DoctorUpkeep.class).lookAfter();
    assertThat(doctor.agree().look().getString("doctor")).isEqualTo("Dr. 1");
    assertThat(patient.agree().look().getString("patient")).isEqualTo("Ann Bell");
  }

  @Test
  void runs_shouldEnd_whenThePasswordIsSetAgainOrRemoved() throws Exception {
    ProvingPerson.Begun before = doctor.begin();
    doctor.setPassword(PASSWORD);
    before.isOver();
    before = doctor.begin();
    doctor.removePassword();
    before.isOver();
  }

  @Test
  void readmittedDoctor_shouldSetAnotherPassword_andNoRunFromBeforeGoOn() throws Exception {
    ProvingPerson.Begun before = doctor.begin();
    expel();
    clinic.bean(DoctorUpkeep.class).lookAfter();
    readmit();
    unconfirmed(doctor.start(USER, PASSWORD));
    before.isOver();
    doctor.setPassword(PASSWORD);
    ProvingPerson.Begun after = doctor.begin();
    expel();
    clinic.bean(DoctorUpkeep.class).lookAfter();
    readmit();
    doctor.setPassword(PASSWORD);
    after.isOver();
    assertThat(doctor.agree().look().getString("doctor")).isEqualTo("Dr. 1");
  }

  /** Nothing is known of that account: what cannot be read is left, and stops nobody else. */
  @Test
  void upkeep_shouldGoOn_andLeaveWhatItCannotRead_andSaySoOnce() throws Exception {
    unreadableRow();
    expel();
    List<LogRecord> said = new ArrayList<>();
    Logger log = Logger.getLogger(DoctorUpkeep.class.getName());
    Handler listener = listener(said);
    log.addHandler(listener);
    try {
      clinic.bean(DoctorUpkeep.class).lookAfter();
      clinic.bean(DoctorUpkeep.class).lookAfter();
    } finally {
      log.removeHandler(listener);
    }
    assertThat(said).extracting(LogRecord::getLevel).containsExactly(Level.WARNING);
    assertThat(holders()).containsExactlyInAnyOrder(UNREADABLE, clinic.patientId.toString());
  }

  private static Handler listener(List<LogRecord> said) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        said.add(line);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  /** It comes before all others. */
  private void unreadableRow() throws Exception {
    try (var connection = clinic.container.dataSource().getConnection();
        var insert =
            connection.prepareStatement(
                "insert into appointment_verifier (holder, kind, hospital, number_fingerprint,"
                    + " protected_verifier, set_at, version) select ?, kind, hospital, 'none',"
                    + " protected_verifier, set_at, version from appointment_verifier where kind ="
                    + " 'DOCTOR'")) {
      insert.setString(1, UNREADABLE);
      insert.executeUpdate();
    }
  }

  private List<String> holders() throws Exception {
    try (var connection = clinic.container.dataSource().getConnection();
        var read =
            connection.createStatement().executeQuery("select holder from appointment_verifier")) {
      List<String> found = new ArrayList<>();
      while (read.next()) {
        found.add(read.getString(1));
      }
      return found;
    }
  }

  /** Rules under which nobody of the chain is in good standing. */
  private void expel() {
    rules(new CreditRules(101, 101, 200, 10, 1));
  }

  /** She asks for it, and it is granted. */
  private void readmit() throws Exception {
    rules(CreditRules.DEFAULT);
    Clinic.Person expelled = clinic.doctors.get(0);
    MatterId matter = MatterId.random(new SecureRandomSource());
    Digest text = Digest.of(new byte[] {1});
    RecordContent asked =
        new RecordContent(
            clinic.pid(Clinic.HOSPITAL),
            clinic.certificate(expelled).pid(),
            clinic.container.clock().instant(),
            new DoctorAppealedBody(new Appeal(matter, Optional.empty(), text)));
    try (Will will = clinic.bean(PersonKeys.class).will(expelled.account(), Clinic.PASSWORD)) {
      submit(Clinic.HOSPITAL, asked.signed(RecordSignature.of(will.sign(asked.toSign()))));
    }
    submit(new AppealDecidedBody(matter, true, text));
  }

  private void rules(CreditRules rules) {
    submit(new CreditRulesBody(rules));
  }

  private void submit(RecordBody bySystemManager) {
    submit(
        PartyCode.SYSTEM_MANAGER,
        clinic.signed(PartyCode.SYSTEM_MANAGER, clinic.pid(Clinic.HOSPITAL), bySystemManager));
  }

  private void submit(PartyCode by, LedgerRecord signed) {
    clinic.container.inTransaction(
        () -> clinic.bean(ChainSubmission.class).submit(by, Clinic.HOSPITAL, signed));
    clinic.wire.deliverAll();
  }

  /** Nor under which user name an account keeps its verifier. */
  @Test
  void password_shouldBeNowhereInTheDatabase() {
    doctor.agree();
    assertThat(List.of(PASSWORD, USER))
        .noneMatch(
            text ->
                DatabaseDump.contains(
                    DatabaseDump.of(clinic.container), text.getBytes(StandardCharsets.UTF_8)));
  }
}
