package org.epione.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert;
import org.bouncycastle.util.encoders.Base32;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.testing.Container;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second factor from setting it up to losing it, and the attacks on it. */
class SecondFactorTest {
  private static final PartyCode A = new PartyCode("HOSPITAL-A");
  private static final char[] PASSWORD = "correct horse battery".toCharArray();
  private static final char[] WRONG = "incorrect horse battery".toCharArray();

  private Container container;
  private SignIn signIn;
  private SecondFactor factor;
  private Accounts accounts;
  private AccountId doctor;
  private AccountId registrar;

  @BeforeEach
  void start() {
    container = Container.start();
    container.bean(ServerKeys.class).create(A);
    accounts = container.bean(Accounts.class);
    signIn = container.bean(SignIn.class);
    factor = container.bean(SecondFactor.class);
    doctor = activated(Role.DOCTOR, "doctor");
    registrar = activated(Role.REGISTRAR, "registrar");
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void signIn_shouldAskForTheCode_onceItIsConfirmed_andOnlyThen() throws Exception {
    Enrolment enrolment = as(doctor, () -> factor.begin(PASSWORD.clone()));
    assertThat(password("doctor").missing()).as("not confirmed").isEqualTo(Missing.NOTHING);
    String first = OneTimeCode.of(enrolment, container.clock().instant());

    List<String> recovery = as(doctor, () -> factor.confirm(first));

    assertThat(recovery).hasSize(8).doesNotHaveDuplicates();
    assertThat(as(doctor, factor::mine).since()).contains(container.clock().instant());
    SignedIn half = password("doctor");
    assertThat(half.missing()).isEqualTo(Missing.CODE);
    assertThat(signIn.confirm("here", half, first)).as("used to confirm").isEmpty();
    later(30);
    assertThat(signIn.confirm("here", half, now(enrolment)))
        .hasValueSatisfying(
            whole -> {
              assertThat(whole.missing()).isEqualTo(Missing.NOTHING);
              assertThat(whole.keys()).isEqualTo(half.keys());
            });
    assertThat(password("registrar").missing()).as("of another").isEqualTo(Missing.NOTHING);
  }

  @Test
  void confirm_shouldRefuseACodeThatWasUsed_isOfAnotherTime_orOfAnotherPerson() throws Exception {
    Enrolment doctors = enrolled(doctor);
    Enrolment registrars = enrolled(registrar);
    later(60);
    Instant now = container.clock().instant();
    String code = OneTimeCode.of(doctors, now);

    assertThat(signIn.confirm("here", password("doctor"), code)).isPresent();
    assertThat(signIn.confirm("here", password("doctor"), code)).as("replayed").isEmpty();
    assertThat(
            signIn.confirm(
                "here", password("doctor"), OneTimeCode.of(doctors, now.minusSeconds(30))))
        .as("older than what was accepted")
        .isEmpty();
    later(90);
    assertThat(
            signIn.confirm(
                "here", password("doctor"), OneTimeCode.of(doctors, now.plusSeconds(30))))
        .as("two steps late")
        .isEmpty();
    accounts.unlock(doctor);
    assertThat(signIn.confirm("here", password("doctor"), now(registrars)))
        .as("of the registrar")
        .isEmpty();
    assertThat(signIn.confirm("here", password("registrar"), now(registrars))).isPresent();
  }

  @Test
  void confirm_shouldLockTheAccount_afterTenGuesses_thoughThePasswordIsRightEachTime()
      throws Exception {
    Enrolment enrolment = enrolled(doctor);
    later(60);
    for (int guess = 0; guess < 10; guess++) {
      SignedIn half = password("doctor");
      assertThat(signIn.confirm("here", half, "00000" + guess)).isEmpty();
      later(120);
    }
    refused(ErrorCode.ACCOUNT_LOCKED, () -> signIn.signIn("here", "doctor", PASSWORD));
    accounts.unlock(doctor);
    assertThat(signIn.confirm("here", password("doctor"), now(enrolment))).isPresent();
  }

  @Test
  void confirm_shouldMakeWait_afterThreeGuesses_ofCodesAndPasswordsTogether() throws Exception {
    Enrolment enrolment = enrolled(doctor);
    later(60);
    SignedIn half = password("doctor");
    assertThat(signIn.confirm("here", half, "000000")).isEmpty();
    assertThat(signIn.signIn("here", "doctor", WRONG.clone())).isEmpty();
    assertThat(signIn.confirm("here", half, "000001")).isEmpty();
    assertThat(signIn.confirm("here", half, "000002")).isEmpty();

    refused(ErrorCode.TOO_MANY_ATTEMPTS, () -> signIn.confirm("here", half, now(enrolment)));
    later(60);
    assertThat(signIn.confirm("here", half, now(enrolment))).isPresent();
  }

  @Test
  void confirm_shouldRefuse_whenTheKeysWereClosed_orNothingIsMissing() throws Exception {
    Enrolment enrolment = enrolled(doctor);
    later(60);
    SignedIn half = password("doctor");
    signIn.signOut(half.keys());
    refused(ErrorCode.KEYS_CLOSED, () -> signIn.confirm("here", half, now(enrolment)));
    SignedIn other = password("registrar");
    refused(ErrorCode.KEYS_CLOSED, () -> signIn.confirm("here", other, "000000"));
  }

  @Test
  void recoveryCode_shouldLetInOnce_andThePersonIsTold() throws Exception {
    Enrolment enrolment = as(doctor, () -> factor.begin(PASSWORD.clone()));
    List<String> recovery =
        as(doctor, () -> factor.confirm(OneTimeCode.of(enrolment, container.clock().instant())));
    String typed = recovery.get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " ");

    assertThat(signIn.confirm("here", password("doctor"), typed)).isPresent();
    assertThat(signIn.confirm("here", password("doctor"), typed)).as("used").isEmpty();
    assertThat(signIn.confirm("here", password("doctor"), "AAAA-AAAA-AAAA-AAAA")).isEmpty();

    assertThat(as(doctor, factor::mine).recoveryCodes()).isEqualTo(7);
    assertThat(as(doctor, factor::events))
        .filteredOn(AccountEventView::notice)
        .extracting(AccountEventView::kind)
        .containsExactly(AccountEventKind.RECOVERY_CODE_USED);
    as(
        doctor,
        () -> {
          factor.acknowledge();
          return true;
        });
    assertThat(as(doctor, factor::events)).noneMatch(AccountEventView::notice);

    later(60);
    List<String> others =
        as(doctor, () -> factor.renewRecoveryCodes(PASSWORD.clone(), now(enrolment)));
    assertThat(signIn.confirm("here", password("doctor"), recovery.get(0))).as("old").isEmpty();
    assertThat(signIn.confirm("here", password("doctor"), others.get(0))).isPresent();
  }

  @Test
  void remove_shouldNeedPasswordAndCode() throws Exception {
    Enrolment enrolment = enrolled(doctor);
    later(60);
    refused(ErrorCode.WRONG_PASSWORD, () -> remove(doctor, WRONG, now(enrolment)));
    refused(ErrorCode.CODE_REFUSED, () -> remove(doctor, PASSWORD, "000000"));
    refused(ErrorCode.CODE_REFUSED, () -> remove(doctor, PASSWORD, ""));
    refused(ErrorCode.SECOND_FACTOR_ON, () -> as(doctor, () -> factor.begin(PASSWORD.clone())));

    remove(doctor, PASSWORD, now(enrolment));

    assertThat(password("doctor").missing()).isEqualTo(Missing.NOTHING);
    refused(ErrorCode.SECOND_FACTOR_OFF, () -> remove(doctor, PASSWORD, "000000"));
    refused(ErrorCode.SECOND_FACTOR_OFF, () -> as(doctor, () -> factor.confirm("000000")));
    refused(ErrorCode.WRONG_PASSWORD, () -> as(doctor, () -> factor.begin(WRONG.clone())));
  }

  @Test
  void reset_shouldBeTold_andWhoDidIt() throws Exception {
    enrolled(doctor);
    container.inTransaction(() -> accounts.resetSecondFactor(doctor, registrar));

    assertThat(password("doctor").missing()).isEqualTo(Missing.NOTHING);
    assertThat(as(doctor, factor::events).get(0))
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(AccountEventKind.SECOND_FACTOR_RESET);
              assertThat(event.by()).isEqualTo("registrar");
              assertThat(event.notice()).isTrue();
            });
    assertThat(as(registrar, factor::events)).isEmpty();
    refused(
        ErrorCode.SECOND_FACTOR_OFF,
        () -> container.inTransaction(() -> accounts.resetSecondFactor(doctor, registrar)));
  }

  @Test
  void signIn_shouldAskForEnrolment_whenTheRoleNeedsIt() throws Exception {
    container.setting("epione.second.factor.roles", "AUDITOR, DOCTOR");
    assertThat(password("doctor").missing()).isEqualTo(Missing.ENROLMENT);
    assertThat(password("registrar").missing()).isEqualTo(Missing.NOTHING);

    Enrolment enrolment = enrolled(doctor);
    later(60);

    assertThat(password("doctor").missing()).isEqualTo(Missing.CODE);
    refused(ErrorCode.SECOND_FACTOR_KEPT, () -> remove(doctor, PASSWORD, now(enrolment)));
    container.setting("epione.second.factor.roles", "NURSE");
    assertThatThrownBy(() -> signIn.signIn("here", "registrar", PASSWORD.clone()))
        .hasMessageContaining("EPIONE_SECOND_FACTOR_ROLES");
  }

  @Test
  void key_shouldNotBeInTheDatabase_norRecoveryCodes() throws Exception {
    Enrolment enrolment = as(doctor, () -> factor.begin(PASSWORD.clone()));
    List<String> recovery =
        as(doctor, () -> factor.confirm(OneTimeCode.of(enrolment, container.clock().instant())));
    byte[] dump = DatabaseDump.of(container);

    assertThat(DatabaseDump.contains(dump, doctor.toString().getBytes(StandardCharsets.UTF_8)))
        .as("the dump is one")
        .isTrue();
    assertThat(DatabaseDump.contains(dump, Base32.decode(enrolment.key()))).isFalse();
    assertThat(DatabaseDump.contains(dump, enrolment.key().getBytes(StandardCharsets.UTF_8)))
        .isFalse();
    for (String code : recovery) {
      for (String form : List.of(code, code.replace("-", ""))) {
        assertThat(DatabaseDump.contains(dump, form.getBytes(StandardCharsets.UTF_8))).isFalse();
      }
    }
    assertThat(enrolment.toString()).doesNotContain(enrolment.key());
  }

  @Test
  void methods_shouldRefuse_whoeverIsNotSignedIn() {
    for (Callable<?> act :
        List.<Callable<?>>of(factor::mine, factor::events, () -> factor.begin(PASSWORD.clone()))) {
      refused(ErrorCode.NOT_SIGNED_IN, act::call);
    }
  }

  private Enrolment enrolled(AccountId account) throws Exception {
    Enrolment enrolment = as(account, () -> factor.begin(PASSWORD.clone()));
    as(account, () -> factor.confirm(OneTimeCode.of(enrolment, container.clock().instant())));
    return enrolment;
  }

  private void remove(AccountId account, char[] password, String code) throws Exception {
    as(
        account,
        () -> {
          factor.remove(password.clone(), code);
          return true;
        });
  }

  private SignedIn password(String userName) {
    Optional<SignedIn> person = signIn.signIn("here", userName, PASSWORD.clone());
    assertThat(container.bean(PersonKeys.class).isOpen(person.orElseThrow().keys())).isTrue();
    return person.get();
  }

  private String now(Enrolment enrolment) {
    return OneTimeCode.of(enrolment, container.clock().instant());
  }

  private void later(int seconds) {
    container.clock().advance(Duration.ofSeconds(seconds));
  }

  private <T> T as(AccountId account, Callable<T> work) throws Exception {
    Role role = account.equals(doctor) ? Role.DOCTOR : Role.REGISTRAR;
    return container.as(account.toString(), role, work);
  }

  private AccountId activated(Role role, String name) {
    return accounts.activate(
        "here", accounts.invite(A, role, name, name).code(), name, PASSWORD.clone());
  }

  private static void refused(ErrorCode code, ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
