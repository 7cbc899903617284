package org.epione.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.time.Duration;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.util.encoders.Base32;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.AccountEventView;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Missing;
import org.epione.account.boundary.SecondFactor;
import org.epione.account.boundary.Sessions;
import org.epione.account.boundary.SignIn;
import org.epione.account.boundary.SignedIn;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.recovery.boundary.CaseState;
import org.epione.recovery.boundary.LostPasswords;
import org.epione.recovery.boundary.RecoveryCaseView;
import org.epione.recovery.boundary.RecoveryDesk;
import org.epione.recovery.boundary.RecoverySlip;
import org.epione.recovery.boundary.RecoveryState;
import org.epione.recovery.boundary.RecoveryView;
import org.epione.recovery.control.RecoveryUpkeep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryPathTest {

  private static final byte[] MESSAGE =
      CanonicalWriter.of("epione.test", 1).text("message").toByteArray();

  private Ward ward;

  @BeforeEach
  void open() {
    ward = new Ward();
  }

  @AfterEach
  void close() {
    ward.close();
  }

  @Test
  void password_shouldBeReplaced_andTheKeysBeTheSame() throws Exception {
    BlsPublicKey before = publicKey(ward.doctor);
    RecoverySlip slip = ward.released(ward.doctor);

    ward.complete(slip, Ward.NEW);

    assertThat(slip.userName()).isEqualTo("doctor");
    assertThat(ward.signsIn(ward.doctor, Ward.OLD)).isFalse();
    assertThat(ward.signsIn(ward.doctor, Ward.NEW)).isTrue();
    assertThat(publicKey(ward.doctor)).isEqualTo(before);
    assertThat(
            ward.bean(CryptoSuite.class).bls().verify(before, MESSAGE, sign(ward.doctor, Ward.NEW)))
        .as("the signing key opens and is the one that was certified")
        .isTrue();
    assertThatThrownBy(() -> sign(ward.doctor, Ward.OLD))
        .isInstanceOf(WrongPasswordException.class);
  }

  @Test
  void keysOfEarlierEpisodes_shouldBeRecoveredToo() throws Exception {
    BlsPublicKey first = publicKey(ward.doctor);
    PersonKeys keys = ward.bean(PersonKeys.class);
    AccountId doctor = ward.doctor.account();
    BlsPublicKey second =
        ward.container.transaction(
            () -> {
              try (Will will = keys.will(doctor, Ward.OLD.toCharArray())) {
                return will.newSigningKey().key();
              }
            });
    keys.useSigningKey(doctor, second);

    ward.complete(ward.released(ward.doctor), Ward.NEW);

    assertThat(publicKey(ward.doctor)).isEqualTo(second);
    assertThat(
            ward.bean(CryptoSuite.class).bls().verify(second, MESSAGE, sign(ward.doctor, Ward.NEW)))
        .isTrue();
    keys.useSigningKey(doctor, first);
    assertThat(
            ward.bean(CryptoSuite.class).bls().verify(first, MESSAGE, sign(ward.doctor, Ward.NEW)))
        .isTrue();
  }

  @Test
  void everybody_shouldBeRecoverable_alsoASecondTime() throws Exception {
    for (Ward.Person person : List.of(ward.patient, ward.doctor, ward.administrator)) {
      for (String password : List.of(Ward.NEW, "a third one, quite different")) {
        ward.complete(ward.released(person), password);
        assertThat(ward.signsIn(person, password)).as(person.userName()).isTrue();
      }
    }
    assertThat(ward.wire.rejected).isEmpty();
  }

  @Test
  void bothSides_shouldShowWhoDecidedAndWhy() throws Exception {
    ward.complete(ward.released(ward.doctor), Ward.NEW);

    RecoveryView atHospital = ward.requests(ward.administrator).get(0);
    assertThat(atHospital.state()).isEqualTo(RecoveryState.COMPLETED);
    assertThat(atHospital.name()).isEqualTo("Dr. doctor");
    assertThat(atHospital.by()).isEqualTo("Dr. registrar");
    assertThat(atHospital.reason()).isEqualTo(Ward.REASON);
    assertThat(atHospital.answer()).isEqualTo("Rang back");
    RecoveryCaseView atManager = ward.cases().get(0);
    assertThat(atManager.state()).isEqualTo(CaseState.COMPLETED);
    assertThat(atManager.approver()).isEqualTo("Dr. registrar");
    assertThat(atManager.approverAccount()).isEqualTo(ward.registrar.account());
    assertThat(atManager.account()).isEqualTo(ward.doctor.account());
    assertThat(atManager.reason()).isEqualTo(Ward.REASON);
    assertThat(atManager.officer()).isEqualTo("Dr. officer");
    assertThat(atManager.answer()).isEqualTo("Rang back");
    assertThat(atManager.decided()).isPresent();
    assertThat(atManager.ended()).isPresent();
  }

  @Test
  void person_shouldBeTold_andBeSignedOutEverywhere() throws Exception {
    SignedIn elsewhere = ward.session(ward.doctor);
    RecoverySlip slip = ward.released(ward.doctor);
    assertThat(ward.bean(Sessions.class).use(elsewhere.keys())).isTrue();

    ward.complete(slip, Ward.NEW);

    assertThat(ward.bean(Sessions.class).use(elsewhere.keys())).isFalse();
    assertThat(ward.bean(PersonKeys.class).isOpen(elsewhere.keys())).isFalse();
    assertThat(events(ward.doctor))
        .filteredOn(AccountEventView::notice)
        .extracting(AccountEventView::kind)
        .containsExactly(AccountEventKind.PASSWORD_RECOVERED, AccountEventKind.RECOVERY_APPROVED);
    assertThat(events(ward.doctor).get(0).by()).isEqualTo("Dr. registrar");
  }

  @Test
  void lock_shouldBeLifted_sinceGuessesBelongToThePasswordBefore() throws Exception {
    for (int tries = 0; tries < 10; tries++) {
      assertThat(ward.signsIn(ward.doctor, "not the password")).isFalse();
      ward.container.clock().advance(Duration.ofMinutes(2));
    }
    refused(ErrorCode.ACCOUNT_LOCKED, () -> ward.signsIn(ward.doctor, Ward.OLD));

    ward.complete(ward.released(ward.doctor), Ward.NEW);

    assertThat(ward.signsIn(ward.doctor, Ward.NEW)).isTrue();
  }

  @Test
  void secondFactor_shouldStay() throws Exception {
    String key =
        ward.as(ward.doctor, () -> ward.bean(SecondFactor.class).begin(Ward.OLD.toCharArray()))
            .key();
    ward.as(ward.doctor, () -> ward.bean(SecondFactor.class).confirm(code(key)));

    ward.complete(ward.released(ward.doctor), Ward.NEW);

    assertThat(
            ward.bean(SignIn.class)
                .signIn("here", "doctor", Ward.NEW.toCharArray())
                .orElseThrow()
                .missing())
        .isEqualTo(Missing.CODE);
  }

  @Test
  void signingIn_shouldCancel_andTell() throws Exception {
    RecoverySlip slip = ward.released(ward.doctor);

    assertThat(ward.signsIn(ward.doctor, Ward.OLD)).isTrue();
    ward.wire.deliverAll();

    refused(ErrorCode.RECOVERY_REFUSED, () -> ward.complete(slip, Ward.NEW));
    assertThat(ward.requests(ward.registrar).get(0).state()).isEqualTo(RecoveryState.CANCELLED);
    assertThat(ward.cases().get(0).state()).isEqualTo(CaseState.CANCELLED);
    assertThat(events(ward.doctor).get(0).kind()).isEqualTo(AccountEventKind.RECOVERY_CANCELLED);
    assertThat(events(ward.doctor).get(0).notice()).isTrue();
  }

  @Test
  void anotherPassword_shouldCancel() throws Exception {
    SignedIn session = ward.session(ward.doctor);
    RecoverySlip slip = ward.released(ward.doctor);

    ward.bean(Accounts.class)
        .changePassword(session.keys(), Ward.OLD.toCharArray(), Ward.NEW.toCharArray());
    ward.wire.deliverAll();

    refused(ErrorCode.RECOVERY_REFUSED, () -> ward.complete(slip, "a third one, quite different"));
    assertThat(ward.cases().get(0).state()).isEqualTo(CaseState.CANCELLED);
    ward.complete(ward.released(ward.doctor), "a third one, quite different");
    assertThat(ward.signsIn(ward.doctor, "a third one, quite different")).isTrue();
  }

  @Test
  void refusal_shouldEndIt_atEitherSide() throws Exception {
    ward.ask("doctor");
    String refusedHere = ward.requests(ward.registrar).get(0).id();
    ward.as(
        ward.registrar,
        () -> {
          ward.bean(RecoveryDesk.class).refuse(refusedHere, "Nobody of that name came");
          return true;
        });
    assertThat(ward.requests(ward.registrar).get(0).state()).isEqualTo(RecoveryState.REFUSED);
    refused(ErrorCode.RECOVERY_MOVED_ON, () -> ward.approve(ward.registrar, refusedHere));

    ward.container.clock().advance(Duration.ofSeconds(1));
    RecoverySlip slip = ward.approved(ward.doctor);
    String id = ward.cases().get(0).id();
    ward.withhold(id);
    assertThat(ward.requests(ward.registrar).get(0).state()).isEqualTo(RecoveryState.WITHHELD);
    assertThat(ward.requests(ward.registrar).get(0).answer()).isEqualTo("Nobody answers there");
    refused(ErrorCode.RECOVERY_REFUSED, () -> ward.complete(slip, Ward.NEW));
    refused(ErrorCode.RECOVERY_MOVED_ON, () -> ward.release(id));
    assertThat(ward.signsIn(ward.doctor, Ward.OLD)).isTrue();
  }

  @Test
  void asking_shouldBeOneOnly_andComeToTheRightCounter() throws Exception {
    ward.ask("doctor");
    ward.ask("  DOCTOR ");
    ward.ask("nobody.at.all");
    ward.ask("officer");
    ward.ask("patient");

    assertThat(ward.requests(ward.registrar)).hasSize(2);
    assertThat(ward.requests(ward.administrator))
        .as("an administrator knows no patients")
        .extracting(RecoveryView::userName)
        .containsExactly("doctor");
    assertThat(ward.requests(ward.stranger)).isEmpty();
    assertThat(ward.as(ward.registrar, ward.bean(RecoveryDesk.class)::waiting)).isEqualTo(2);
    assertThat(ward.as(ward.administrator, ward.bean(RecoveryDesk.class)::waiting)).isEqualTo(1);
  }

  @Test
  void expired_shouldBeGone_atBothSides_withItsSecrets() throws Exception {
    ward.ask("nobody.at.all");
    RecoverySlip slip = ward.released(ward.doctor);

    ward.container.clock().advance(Duration.ofHours(24));
    refused(ErrorCode.RECOVERY_REFUSED, () -> ward.complete(slip, Ward.NEW));
    assertThat(ward.requests(ward.registrar).get(0).state()).isEqualTo(RecoveryState.EXPIRED);
    ward.bean(RecoveryUpkeep.class).expire();
    ward.wire.deliverAll();

    assertThat(ward.cases().get(0).state()).isEqualTo(CaseState.EXPIRED);
    try (var connection = ward.container.dataSource().getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*), count(fingerprint), count(protected_secret),"
                        + " count(released_share) from recovery_request")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).as("the row of nobody is gone").isEqualTo(1);
      assertThat(rows.getInt(2) + rows.getInt(3) + rows.getInt(4)).isZero();
    }
    ward.complete(ward.released(ward.doctor), Ward.NEW);
    assertThat(ward.signsIn(ward.doctor, Ward.NEW)).isTrue();
  }

  @Test
  void code_shouldWait_untilTheSystemManagerHasAnswered() throws Exception {
    RecoverySlip slip = ward.approved(ward.doctor);
    refused(ErrorCode.RECOVERY_WAITS, () -> ward.complete(slip, Ward.NEW));

    ward.release(ward.cases().get(0).id());
    refused(ErrorCode.WEAK_PASSWORD, () -> ward.complete(slip, "doctor doctor"));
    ward.complete(slip, Ward.NEW);

    assertThat(ward.signsIn(ward.doctor, Ward.NEW)).isTrue();
  }

  @Test
  void olderAccount_shouldGetItsEscrow_whenItSignsIn() throws Exception {
    try (var connection = ward.container.dataSource().getConnection();
        var delete = connection.createStatement()) {
      delete.executeUpdate("delete from recovery_hospital_share");
      delete.executeUpdate("delete from recovery_second_share");
    }
    ward.ask("doctor");
    RecoveryView request = ward.requests(ward.registrar).get(0);
    assertThat(request.recoverable()).isFalse();
    refused(ErrorCode.NOT_RECOVERABLE, () -> ward.approve(ward.registrar, request.id()));

    assertThat(ward.stretchings.during(() -> ward.signsIn(ward.doctor, Ward.OLD))).isEqualTo(1);
    ward.wire.deliverAll();

    ward.complete(ward.released(ward.doctor), Ward.NEW);
    assertThat(ward.signsIn(ward.doctor, Ward.NEW)).isTrue();
  }

  @Test
  void messages_shouldComeOnce_howeverOftenAndLateTheyAreDelivered() throws Exception {
    ward.wire.copies = 3;
    ward.complete(ward.released(ward.doctor), Ward.NEW);
    ward.wire.repeatAllBackwards();

    assertThat(ward.cases()).hasSize(1);
    assertThat(ward.cases().get(0).state()).isEqualTo(CaseState.COMPLETED);
    assertThat(ward.wire.rejected).isEmpty();
    ward.complete(ward.released(ward.doctor), "a third one, quite different");
    assertThat(ward.signsIn(ward.doctor, "a third one, quite different")).isTrue();
  }

  /** The same is written for a name that somebody has and for one that nobody has. */
  @Test
  void asking_shouldDoTheSame_forKnownAndUnknownNames() throws Exception {
    for (String name : List.of("doctor", "nobody", "", " ", "x".repeat(100_000))) {
      ward.bean(LostPasswords.class).ask("home", name);
    }
    try (var connection = ward.container.dataSource().getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*), count(account), count(distinct request_state),"
                        + " count(distinct expires) from recovery_request")) {
      assertThat(rows.next()).isTrue();
      assertThat(List.of(rows.getInt(1), rows.getInt(2), rows.getInt(3), rows.getInt(4)))
          .containsExactly(2, 1, 1, 1);
    }
  }

  private List<AccountEventView> events(Ward.Person person) throws Exception {
    return ward.as(person, ward.bean(SecondFactor.class)::events);
  }

  private BlsPublicKey publicKey(Ward.Person person) {
    return ward.bean(PersonKeys.class).publicKeys(person.account()).signing().orElseThrow();
  }

  private BlsSignature sign(Ward.Person person, String password) throws WrongPasswordException {
    try (Will will = ward.bean(PersonKeys.class).will(person.account(), password.toCharArray())) {
      return will.sign(MESSAGE);
    }
  }

  private String code(String key) throws java.security.GeneralSecurityException {
    TimeBasedOneTimePasswordGenerator authenticator = new TimeBasedOneTimePasswordGenerator();
    return authenticator.generateOneTimePasswordString(
        new SecretKeySpec(Base32.decode(key), authenticator.getAlgorithm()),
        ward.container.clock().instant());
  }

  static void refused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
