package org.epione.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.testing.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

  private static final PartyCode A = new PartyCode("HOSPITAL-A");
  private static final char[] PASSWORD = "correct horse battery".toCharArray();
  private static final char[] WRONG = "incorrect horse battery".toCharArray();

  private Container container;
  private Accounts accounts;
  private SignIn signIn;
  private AccountId doctor;

  @BeforeEach
  void start() {
    container = Container.start();
    container.bean(ServerKeys.class).create(A);
    accounts = container.bean(Accounts.class);
    signIn = container.bean(SignIn.class);
    doctor =
        accounts.activate(
            "here", accounts.invite(A, Role.DOCTOR, "D", "d1").code(), "doctor", PASSWORD);
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void signIn_shouldBeRefused_withTheWrongPassword_theUnknownName_andBeforeActivation() {
    accounts.invite(A, Role.DOCTOR, "E", "e1");

    assertThat(signIn.signIn("here", "doctor", WRONG)).isEmpty();
    assertThat(signIn.signIn("here", "nobody", PASSWORD)).isEmpty();
    assertThat(signIn.signIn("here", "", PASSWORD)).isEmpty();
    assertThat(signIn.signIn("here", "doctor", new char[0])).isEmpty();
    assertThat(signIn.signIn("here", "x".repeat(1_000_000), PASSWORD)).isEmpty();
    assertThat(signIn.signIn("here", "doctor", new char[1_000_000])).isEmpty();
  }

  @Test
  void signIn_shouldCountTheUnknownName_exactlyAsTheKnown() throws Exception {
    for (int tries = 0; tries < 14; tries++) {
      assertThat(answer("doctor")).isEqualTo(answer("nobody"));
      container.clock().advance(Duration.ofMinutes(2));
    }
    assertThat(attempts("account:")).isEqualTo(attempts("name:")).isEqualTo("10 locked");
  }

  @Test
  void signIn_shouldLockAfterTenFailures_untilUnlocked() {
    for (int tries = 0; tries < 10; tries++) {
      assertThat(signIn.signIn("here", "doctor", WRONG)).isEmpty();
      container.clock().advance(Duration.ofMinutes(2));
    }
    container.clock().advance(Duration.ofDays(365));
    refused(ErrorCode.ACCOUNT_LOCKED, () -> signIn.signIn("elsewhere", "doctor", PASSWORD));

    accounts.unlock(doctor);

    assertThat(signIn.signIn("elsewhere", "doctor", PASSWORD)).isPresent();
  }

  @Test
  void signIn_shouldDelayASource_thatTriesManyNames_andNoOther() {
    for (int tries = 0; tries < 51; tries++) {
      signIn.signIn("attacker", "name" + tries, WRONG);
    }
    refused(ErrorCode.TOO_MANY_ATTEMPTS, () -> signIn.signIn("attacker", "doctor", PASSWORD));
    assertThat(signIn.signIn("here", "doctor", PASSWORD)).isPresent();

    container.clock().advance(Duration.ofMinutes(16));
    assertThat(signIn.signIn("attacker", "doctor", PASSWORD)).isPresent();
  }

  @Test
  void signIn_shouldTakeAsLong_forAnUnknownName() {
    signIn.signIn("warm", "doctor", WRONG);
    signIn.signIn("warm", "nobody", WRONG);
    accounts.unlock(doctor);
    // Stretching dominates: with the test's cheap parameters it is still most of the time.
    container.setting("epione.password.memory.kib", "65536");
    long[] known = new long[3];
    long[] unknown = new long[3];
    for (int i = 0; i < 3; i++) {
      known[i] = nanos("doctor");
      unknown[i] = nanos("nobody" + i);
    }
    Arrays.sort(known);
    Arrays.sort(unknown);
    assertThat((double) unknown[1] / known[1]).isBetween(0.33, 3.0);
  }

  @Test
  void current_shouldBeThePerson_whoseIdThePrincipalIs() throws Exception {
    Callers callers = container.bean(Callers.class);

    Caller caller = container.as(doctor.toString(), Role.DOCTOR, callers::current);

    assertThat(caller.userName()).isEqualTo("doctor");
    assertThat(callers.find()).isEmpty();
    assertThatThrownBy(callers::current)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_SIGNED_IN));
  }

  @Test
  void firstStart_shouldMakeTheAdministrator_withTheGivenPasswordOnly() {
    container.setting("epione.admin.password", new String(PASSWORD));
    FirstStart first = container.bean(FirstStart.class);

    Optional<SignedIn> admin = signIn.signIn("here", "admin", PASSWORD);

    assertThat(first.hasAdministrator()).isTrue();
    assertThat(admin)
        .hasValueSatisfying(
            person -> {
              assertThat(person.caller().role()).isEqualTo(Role.SYSTEM_MANAGER);
              assertThat(person.caller().party()).isEqualTo(PartyCode.SYSTEM_MANAGER);
            });
    ServerKeys keys = container.bean(ServerKeys.class);
    assertThat(keys.hosted()).contains(PartyCode.SYSTEM_MANAGER, PartyCode.CLOUD);

    container.setting("epione.admin.password", "a quite different one");
    container.restart();
    assertThat(container.bean(FirstStart.class).hasAdministrator()).isTrue();
    assertThat(signIn.signIn("here", "admin", "a quite different one".toCharArray())).isEmpty();
  }

  @Test
  void firstStart_shouldMakeNoAdministrator_withoutAPassword_orWithAWeakOne() {
    assertThat(container.bean(FirstStart.class).hasAdministrator()).isFalse();
    for (String guess : new String[] {"", "admin", "changeit", "password"}) {
      assertThat(signIn.signIn("here", "admin", guess.toCharArray())).isEmpty();
    }

    container.setting("epione.admin.password", "weak");
    container.restart();
    assertThat(container.bean(FirstStart.class).hasAdministrator()).isFalse();
  }

  @Test
  void firstStart_shouldRefuse_whenThereIsNoSuchTimeZone() {
    container.setting("epione.time.zone", "Europe/Wien");
    assertThatThrownBy(() -> container.bean(FirstStart.class))
        .hasRootCauseInstanceOf(java.time.zone.ZoneRulesException.class)
        .hasStackTraceContaining("EHR-9001 EPIONE_TIME_ZONE must be a time zone");
  }

  /** What is told of a wrong password. */
  private String answer(String userName) {
    try {
      return signIn.signIn("here", userName, WRONG).toString();
    } catch (RefusedException tooMany) {
      return tooMany.getMessage();
    }
  }

  private static void refused(ErrorCode code, ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private long nanos(String userName) {
    long start = System.nanoTime();
    assertThat(signIn.signIn("timing", userName, WRONG)).isEmpty();
    return System.nanoTime() - start;
  }

  private String attempts(String prefix) throws Exception {
    try (var connection = container.dataSource().getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select failures, blocked_until from attempt where subject like '"
                        + prefix
                        + "%'")) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1) + (rows.getLong(2) == Long.MAX_VALUE ? " locked" : " open");
    }
  }
}
