package org.epione.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Decision;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.enrolment.boundary.AdministrativeSex;
import org.epione.enrolment.boundary.PatientDetails;
import org.epione.enrolment.boundary.PatientRegistry;
import org.epione.enrolment.boundary.PostalAddress;
import org.epione.guardian.boundary.GuardianDesk;
import org.epione.guardian.boundary.Guardians;
import org.epione.guardian.boundary.GuardianshipView;
import org.epione.guardian.boundary.MyGuardianships;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever wants to act for a minor, and may not, or may not any more. */
class GuardianAttackTest {

  private Family family;
  private ScopedCiphertext sealed;
  private GuardianshipView held;

  @BeforeEach
  void open() throws Exception {
    family = new Family();
    sealed = family.sealed(family.ben);
    held = family.guardian(family.ben, family.mother);
  }

  @AfterEach
  void close() {
    family.close();
  }

  @Test
  void guardian_shouldOpenNothing_fromTheEndOn_thoughNobodyLookedYet() throws Exception {
    family.container.clock().set(held.endsAt().minusMillis(1));
    KeySession session = family.session(family.mother);
    assertThat(family.read(session, family.ben, sealed)).isEqualTo(Family.TEXT);
    assertThat(family.signs(family.mother, family.ben, Family.OLD)).isTrue();

    family.container.clock().set(held.endsAt());

    refused(ErrorCode.ACCESS_DENIED, () -> family.read(session, family.ben, sealed));
    refused(ErrorCode.ACCESS_DENIED, () -> family.signs(family.mother, family.ben, Family.OLD));
    assertThat(mayRead(family.mother)).isEqualTo(Decision.DENY);
    refused(ErrorCode.NOT_FOUND, this::ward);
  }

  @Test
  void guardian_shouldOpenNothing_inASessionFromBefore_whenItWasEnded() throws Exception {
    KeySession session = family.session(family.mother);
    assertThat(family.read(session, family.ben, sealed)).isEqualTo(Family.TEXT);

    family.end(family.ben, held.id());

    refused(ErrorCode.ACCESS_DENIED, () -> family.read(session, family.ben, sealed));
    refused(ErrorCode.ACCESS_DENIED, () -> family.signs(family.mother, family.ben, Family.OLD));
    assertThat(mayRead(family.mother)).isEqualTo(Decision.DENY);
  }

  @Test
  void end_shouldCome_whenTheBirthDateWasWrong() throws Exception {
    family.as(
        family.registrar,
        () ->
            family
                .bean(PatientRegistry.class)
                .update(
                    family.ben.id(),
                    new PatientDetails(
                        "",
                        "",
                        "Bell",
                        "Ben",
                        "2008-05-03",
                        AdministrativeSex.UNKNOWN,
                        PostalAddress.NONE,
                        ""),
                    family.bean(PatientRegistry.class).patient(family.ben.id()).version()));

    assertThat(mayRead(family.mother)).isEqualTo(Decision.DENY);
    refused(ErrorCode.NOT_FOUND, this::ward);
    family.bean(org.epione.guardian.control.GuardianUpkeep.class).expire();
    refused(ErrorCode.ACCESS_DENIED, () -> family.signs(family.mother, family.ben, Family.OLD));
  }

  @Test
  void others_shouldOpenNothing() throws Exception {
    family.guardian(family.eve(), family.father());
    for (Family.Person other : List.of(family.stranger(), family.father(), family.doctor())) {
      KeySession session = family.session(other);
      refused(ErrorCode.ACCESS_DENIED, () -> family.read(session, family.ben, sealed));
      refused(ErrorCode.ACCESS_DENIED, () -> family.signs(other, family.ben, Family.OLD));
      assertThat(mayRead(other)).isEqualTo(Decision.DENY);
      refused(
          ErrorCode.NOT_FOUND,
          () -> family.bean(Guardians.class).acting(caller(other), family.ben.accountId()));
    }
    KeySession mothers = family.session(family.mother);
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> family.read(mothers, family.eve(), family.sealed(family.eve())));
    refused(ErrorCode.ACCESS_DENIED, () -> family.signs(family.mother, family.eve(), Family.OLD));
  }

  @Test
  void session_shouldBeWorthNothing_whenItsHolderIsForged() throws Exception {
    KeySession strangers = family.session(family.stranger());
    for (KeySession forged :
        List.of(
            new KeySession(family.ben.accountId(), strangers.token(), family.mother.account()),
            new KeySession(family.ben.accountId(), strangers.token()),
            new KeySession(family.ben.accountId(), "00", family.mother.account()))) {
      assertThatThrownBy(() -> family.read(forged, family.ben, sealed))
          .isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void signing_shouldTakeTheGuardiansPassword_andCountGuesses() throws Exception {
    assertThatThrownBy(() -> family.signs(family.mother, family.ben, "not the password"))
        .isInstanceOf(WrongPasswordException.class);
    for (int tries = 0; tries < 9; tries++) {
      family.container.clock().advance(Duration.ofMinutes(2));
      assertThatThrownBy(() -> family.signs(family.mother, family.ben, "not the password"))
          .isInstanceOf(WrongPasswordException.class);
    }
    refused(ErrorCode.ACCOUNT_LOCKED, () -> family.signs(family.mother, family.ben, Family.OLD));
  }

  @Test
  void acceptance_shouldBeTheGuardiansOwn_withTheRightPassword() throws Exception {
    MyGuardianships mine = family.bean(MyGuardianships.class);
    String id = family.named(family.eve(), family.father()).id();
    refused(ErrorCode.NOT_FOUND, () -> family.accept(family.stranger(), id));
    refused(ErrorCode.NOT_FOUND, () -> family.accept(family.mother, id));
    refused(ErrorCode.NOT_FOUND, () -> family.run(family.mother, () -> mine.decline(id)));
    refused(
        ErrorCode.WRONG_PASSWORD,
        () -> family.as(family.father(), () -> mine.accept(id, "wrong".toCharArray())));
    for (String none : List.of("", "x", "x".repeat(100_000))) {
      refused(ErrorCode.NOT_FOUND, () -> family.accept(family.father(), none));
    }
    assertThat(mayRead(family.father())).isEqualTo(Decision.DENY);
    assertThat(keys()).as("nothing was wrapped").isEqualTo(1);
  }

  @Test
  void naming_shouldBeTheOwnHospitals_withThePassword() throws Exception {
    GuardianDesk desk = family.bean(GuardianDesk.class);
    var form = family.form(family.eve(), family.father(), LocalDate.of(2030, 1, 1));
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> family.as(family.elsewhere(), () -> desk.name(form, Family.OLD.toCharArray())));
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> family.run(family.elsewhere(), () -> desk.end(family.ben.id(), held.id(), "x")));
    refused(
        ErrorCode.WRONG_PASSWORD,
        () -> family.as(family.registrar, () -> desk.name(form, "wrong".toCharArray())));
    refused(ErrorCode.NOT_FOUND, () -> family.end(family.eve(), held.id()));
    for (Family.Person other : List.of(family.mother, family.doctor())) {
      assertThatThrownBy(() -> family.as(other, () -> desk.name(form, Family.OLD.toCharArray())))
          .isInstanceOf(EJBAccessException.class);
    }
    for (Family.Person other : List.of(family.registrar, family.doctor())) {
      assertThatThrownBy(() -> family.accept(other, held.id()))
          .isInstanceOf(EJBAccessException.class);
    }
  }

  /** A slip from before the guardian accepted lets nobody in. */
  @Test
  void activationCode_shouldBeWorthNothing_whileSomebodyActs() throws Exception {
    String slip = family.code(family.eve().id());
    String named = family.named(family.eve(), family.father()).id();
    refused(ErrorCode.ACTIVATION_REFUSED, () -> activate(slip));
    family.accept(family.father(), named);
    refused(ErrorCode.ACTIVATION_REFUSED, () -> activate(slip));
    refused(ErrorCode.GUARDIAN_ACTS, () -> family.code(family.eve().id()));
    refused(
        ErrorCode.GUARDIAN_ACTS,
        () ->
            family.as(
                family.registrar,
                () -> family.bean(PatientRegistry.class).newActivationCode(family.eve().id())));

    family.end(family.eve(), named);

    refused(ErrorCode.ACTIVATION_REFUSED, () -> activate(slip));
    activate(family.code(family.eve().id()));
  }

  /** Somebody with the database writes as she likes, and has no password of the guardian's. */
  @Test
  void rows_shouldOpenNothing_whenMovedOrPutOff() throws Exception {
    String mothers = family.ben.accountId() + "/" + family.mother.account();
    String strangers = family.ben.accountId() + "/" + family.stranger().account();
    write(
        "insert into guardian_key select '"
            + strangers
            + "', for_reading, for_acts, ends_at from guardian_key where id = '"
            + mothers
            + "'");
    KeySession session = family.session(family.stranger());
    refused(ErrorCode.GUARDIAN_KEYS_UNUSABLE, () -> family.read(session, family.ben, sealed));
    refused(
        ErrorCode.GUARDIAN_KEYS_UNUSABLE,
        () -> family.signs(family.stranger(), family.ben, Family.OLD));

    write(
        "insert into guardian_key select '"
            + family.eve().accountId()
            + "/"
            + family.mother.account()
            + "', for_reading, for_acts, ends_at from guardian_key where id = '"
            + mothers
            + "'");
    refused(
        ErrorCode.GUARDIAN_KEYS_UNUSABLE,
        () -> family.signs(family.mother, family.eve(), Family.OLD));

    write("update guardian_key set for_acts = for_reading where id = '" + mothers + "'");
    refused(
        ErrorCode.GUARDIAN_KEYS_UNUSABLE,
        () -> family.signs(family.mother, family.ben, Family.OLD));

    write("update guardian_key set ends_at = ends_at + 1 where id = '" + mothers + "'");
    KeySession own = family.session(family.mother);
    refused(ErrorCode.GUARDIAN_KEYS_UNUSABLE, () -> family.read(own, family.ben, sealed));
  }

  private void activate(String code) {
    family.bean(Accounts.class).activate("here", code, "eve", Family.OLD.toCharArray());
  }

  private Object ward() throws Exception {
    return family.as(family.mother, () -> family.bean(MyGuardianships.class).ward(held.id()));
  }

  private Caller caller(Family.Person person) throws Exception {
    return family.as(person, family.bean(Callers.class)::current);
  }

  private Decision mayRead(Family.Person person) throws Exception {
    return family
        .bean(AccessDecisions.class)
        .decide(caller(person), Act.READ_OWN_RECORD, Subject.of(family.ben.accountId(), Family.A));
  }

  private int keys() throws Exception {
    try (var connection = family.container.dataSource().getConnection();
        var counted =
            connection.createStatement().executeQuery("select count(*) from guardian_key")) {
      counted.next();
      return counted.getInt(1);
    }
  }

  private void write(String statement) throws Exception {
    try (var connection = family.container.dataSource().getConnection();
        var update = connection.createStatement()) {
      assertThat(update.executeUpdate(statement)).isEqualTo(1);
    }
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
