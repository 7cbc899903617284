package org.epione.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.AccountEventView;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.SecondFactor;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.PublicKeys;
import org.epione.enrolment.boundary.PatientView;
import org.epione.guardian.boundary.Candidate;
import org.epione.guardian.boundary.GuardianDesk;
import org.epione.guardian.boundary.GuardianForm;
import org.epione.guardian.boundary.GuardianGround;
import org.epione.guardian.boundary.GuardianshipState;
import org.epione.guardian.boundary.GuardianshipView;
import org.epione.guardian.boundary.MyGuardianships;
import org.epione.guardian.control.GuardianUpkeep;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guardian is named, accepts, acts for a minor, and has nothing any more when it is over. */
class GuardianPathTest {

  private Family family;

  @BeforeEach
  void open() throws Exception {
    family = new Family();
  }

  @AfterEach
  void close() {
    family.close();
  }

  @Test
  void guardian_shouldReadAndSign_fromAcceptanceOn() throws Exception {
    ScopedCiphertext sealed = family.sealed(family.ben);
    GuardianshipView named = family.named(family.ben, family.mother);
    assertThat(named.state()).isEqualTo(GuardianshipState.NAMED);
    assertThat(named.endsAt()).isEqualTo(Instant.parse("2036-05-03T00:00:00Z"));
    KeySession session = family.session(family.mother);
    refused(ErrorCode.ACCESS_DENIED, () -> family.read(session, family.ben, sealed));
    refused(ErrorCode.ACCESS_DENIED, () -> family.signs(family.mother, family.ben, Family.OLD));

    GuardianshipView accepted = family.accept(family.mother, named.id());

    assertThat(accepted.state()).isEqualTo(GuardianshipState.IN_FORCE);
    assertThat(accepted.acceptedAt()).isPresent();
    assertThat(accepted.evidence()).as("the papers are the hospital's").isEmpty();
    assertThat(family.read(session, family.ben, sealed)).isEqualTo(Family.TEXT);
    assertThat(family.signs(family.mother, family.ben, Family.OLD)).isTrue();
    assertThat(family.as(family.mother, () -> family.bean(MyGuardianships.class).ward(named.id())))
        .isEqualTo(family.ben.accountId());
  }

  /** Hers once; of the child a code, in place of another, and opened by it. */
  @Test
  void acceptance_shouldStretchThePasswordOnce() throws Exception {
    GuardianshipView named = family.named(family.ben, family.mother);

    assertThat(family.stretchings.during(() -> family.accept(family.mother, named.id())))
        .isEqualTo(1 + 3);
  }

  /** As for an adult who has activated the account. */
  @Test
  void shares_shouldBeMadeForEmergencies() throws Exception {
    assertThat(emergencyShares()).isZero();
    family.guardian(family.ben, family.mother);
    assertThat(emergencyShares()).as("the hospital's and the system manager's").isEqualTo(2);
  }

  @Test
  void hospital_shouldSeeWhoActs_onWhatGround() throws Exception {
    GuardianshipView first = family.guardian(family.ben, family.mother);
    Candidate candidate =
        family.as(
            family.registrar,
            () ->
                family
                    .bean(GuardianDesk.class)
                    .candidate(family.ben.id(), family.number(family.father())));
    assertThat(candidate.name()).isEqualTo("father Bell");
    assertThat(candidate.birthDate()).isEqualTo("1986-07-01");
    family.container.clock().advance(Duration.ofMinutes(1));
    family.named(family.ben, family.father());

    List<GuardianshipView> seen = atHospital(family.ben);

    assertThat(seen)
        .extracting(GuardianshipView::guardian)
        .containsExactly("father Bell", "mother Bell");
    assertThat(seen)
        .extracting(GuardianshipView::state)
        .containsExactly(GuardianshipState.NAMED, GuardianshipState.IN_FORCE);
    assertThat(seen)
        .allSatisfy(
            each -> {
              assertThat(each.ward()).isEqualTo("Ben Bell");
              assertThat(each.ground()).isEqualTo(GuardianGround.BIRTH_CERTIFICATE);
              assertThat(each.evidence()).isEqualTo("Seen: 12/2018");
              assertThat(each.namedBy()).isEqualTo("Dr. registrar");
            });
    assertThat(seen.get(1).id()).isEqualTo(first.id());
    assertThat(
            DatabaseDump.contains(
                DatabaseDump.of(family.container), "Seen: 12/2018".getBytes("UTF-8")))
        .as("what was seen is protected")
        .isFalse();
  }

  @Test
  void bothParents_shouldActIndependently() throws Exception {
    GuardianshipView mothers = family.guardian(family.ben, family.mother);
    family.guardian(family.ben, family.father());
    family.end(family.ben, mothers.id());

    refused(ErrorCode.ACCESS_DENIED, () -> family.signs(family.mother, family.ben, Family.OLD));
    assertThat(family.signs(family.father(), family.ben, Family.OLD)).isTrue();
  }

  @Test
  void guardian_shouldAct_afterAnotherPassword() throws Exception {
    family.guardian(family.ben, family.mother);
    ScopedCiphertext sealed = family.sealed(family.ben);

    family
        .bean(Accounts.class)
        .changePassword(
            family.session(family.mother), Family.OLD.toCharArray(), Family.NEW.toCharArray());

    assertThat(family.signs(family.mother, family.ben, Family.NEW)).isTrue();
    KeySession session =
        family.bean(PersonKeys.class).open(family.mother.account(), Family.NEW.toCharArray());
    assertThat(family.read(session, family.ben, sealed)).isEqualTo(Family.TEXT);
  }

  @Test
  void birthday_shouldEndIt_andHandOverTheSameKeys() throws Exception {
    PublicKeys before = family.bean(PersonKeys.class).publicKeys(family.ben.accountId());
    ScopedCiphertext sealed = family.sealed(family.ben);
    GuardianshipView held = family.guardian(family.ben, family.mother);
    refused(ErrorCode.GUARDIAN_ACTS, () -> family.code(family.ben.id()));

    family.container.clock().set(held.endsAt());

    assertThat(atHospital(family.ben))
        .extracting(GuardianshipView::state)
        .containsExactly(GuardianshipState.OVER);
    family.bean(GuardianUpkeep.class).expire();
    assertThat(rows("guardian_key")).isZero();
    Family.Person grown =
        new Family.Person(
            family
                .bean(Accounts.class)
                .activate(
                    "here",
                    family.as(
                        family.registrar,
                        () ->
                            family
                                .bean(org.epione.enrolment.boundary.PatientRegistry.class)
                                .newActivationCode(family.ben.id())
                                .code()),
                    "ben",
                    Family.OLD.toCharArray()),
            family.mother.role(),
            "ben");
    KeySession own = family.session(grown);
    assertThat(family.read(own, family.ben, sealed)).isEqualTo(Family.TEXT);
    PublicKeys after = family.bean(PersonKeys.class).publicKeys(family.ben.accountId());
    assertThat(after.signing()).isEqualTo(before.signing());
    assertThat(after.record()).isEqualTo(before.record());
    assertThat(family.as(grown, () -> family.bean(MyGuardianships.class).ofMe()))
        .as("who acted is named to who was a minor")
        .extracting(GuardianshipView::guardian)
        .containsExactly("mother Bell");
    assertThat(events(grown))
        .filteredOn(AccountEventView::notice)
        .extracting(AccountEventView::kind, AccountEventView::by)
        .contains(
            org.assertj.core.api.Assertions.tuple(
                AccountEventKind.GUARDIAN_ACCEPTED, "mother Bell"));
  }

  @Test
  void hospital_shouldEndIt_andTheGuardianBeTold() throws Exception {
    GuardianshipView held = family.guardian(family.ben, family.mother);

    family.end(family.ben, held.id());

    assertThat(rows("guardian_key")).isZero();
    assertThat(family.as(family.mother, () -> family.bean(MyGuardianships.class).mine()))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.state()).isEqualTo(GuardianshipState.ENDED);
              assertThat(each.reason()).isEqualTo("The court appointed another");
              assertThat(each.endedAt()).isPresent();
            });
    assertThat(events(family.mother))
        .extracting(AccountEventView::kind)
        .contains(AccountEventKind.GUARDIAN_NAMED, AccountEventKind.GUARDIAN_ENDED);
    refused(ErrorCode.GUARDIAN_MOVED_ON, () -> family.end(family.ben, held.id()));
    assertThat(family.code(family.ben.id())).isNotEmpty();
    assertThat(family.guardian(family.ben, family.mother).state())
        .as("named again")
        .isEqualTo(GuardianshipState.IN_FORCE);
  }

  @Test
  void guardian_shouldResign_withThePassword() throws Exception {
    GuardianshipView held = family.guardian(family.ben, family.mother);
    MyGuardianships mine = family.bean(MyGuardianships.class);
    refused(
        ErrorCode.WRONG_PASSWORD,
        () -> family.run(family.mother, () -> mine.resign(held.id(), "wrong".toCharArray())));
    assertThat(family.signs(family.mother, family.ben, Family.OLD)).isTrue();

    family.run(family.mother, () -> mine.resign(held.id(), Family.OLD.toCharArray()));

    assertThat(rows("guardian_key")).isZero();
    assertThat(family.as(family.mother, mine::mine).get(0).state())
        .isEqualTo(GuardianshipState.RESIGNED);
    refused(ErrorCode.ACCESS_DENIED, () -> family.signs(family.mother, family.ben, Family.OLD));
    refused(
        ErrorCode.GUARDIAN_MOVED_ON,
        () -> family.run(family.mother, () -> mine.resign(held.id(), Family.OLD.toCharArray())));
  }

  @Test
  void naming_shouldBeAnsweredOnce_andLapse() throws Exception {
    MyGuardianships mine = family.bean(MyGuardianships.class);
    GuardianshipView named = family.named(family.ben, family.mother);
    refused(ErrorCode.GUARDIAN_EXISTS, () -> family.named(family.ben, family.mother));
    assertThat(family.as(family.mother, mine::waiting)).isEqualTo(1);
    assertThat(family.as(family.father(), mine::waiting)).isZero();

    family.run(family.mother, () -> mine.decline(named.id()));

    refused(ErrorCode.GUARDIAN_MOVED_ON, () -> family.accept(family.mother, named.id()));
    GuardianshipView again = family.named(family.ben, family.mother);
    family.accept(family.mother, again.id());
    refused(ErrorCode.GUARDIAN_MOVED_ON, () -> family.accept(family.mother, again.id()));
    refused(
        ErrorCode.GUARDIAN_MOVED_ON,
        () -> family.run(family.mother, () -> mine.decline(again.id())));

    GuardianshipView late = family.named(family.eve(), family.mother);
    family.container.clock().advance(Duration.ofDays(30));
    refused(ErrorCode.GUARDIAN_MOVED_ON, () -> family.accept(family.mother, late.id()));
    assertThat(atHospital(family.eve()).get(0).state()).isEqualTo(GuardianshipState.LAPSED);
    assertThat(family.guardian(family.eve(), family.mother).state())
        .as("named again before anybody looked at what had lapsed")
        .isEqualTo(GuardianshipState.IN_FORCE);
  }

  @Test
  void naming_shouldBeRefused_withoutGroundEndOrFitPeople() throws Exception {
    LocalDate birthday = LocalDate.of(2036, 5, 3);
    refused(
        ErrorCode.GUARDIAN_END_UNFIT,
        () -> family.name(family.form(family.ben, family.mother, birthday.plusDays(1))));
    refused(
        ErrorCode.GUARDIAN_END_UNFIT,
        () -> family.name(family.form(family.ben, family.mother, LocalDate.of(2026, 11, 21))));
    refused(
        ErrorCode.REASON_MISSING,
        () ->
            family.name(
                new GuardianForm(
                    family.ben.id(),
                    family.number(family.mother),
                    GuardianGround.COURT_DECISION,
                    " ",
                    birthday)));
    for (String unfit :
        List.of("", "nobody", family.ben.number().value(), family.eve().number().value())) {
      refused(
          ErrorCode.GUARDIAN_UNFIT,
          () ->
              family.name(
                  new GuardianForm(
                      family.ben.id(), unfit, GuardianGround.BIRTH_CERTIFICATE, "Seen", birthday)));
    }
    Family.Person sister = family.activated("sister", "2009-01-01");
    refused(ErrorCode.GUARDIAN_UNFIT, () -> family.named(family.ben, sister));
    Family.Person vague = family.activated("vague", "2008");
    refused(ErrorCode.GUARDIAN_UNFIT, () -> family.named(family.ben, vague));
    assertThat(rows("guardianship")).isZero();
    assertThat(
            family
                .name(family.form(family.ben, family.mother, LocalDate.of(2026, 11, 22)))
                .endsAt())
        .isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
  }

  @Test
  void adults_andWhoeverDecidesHerself_shouldGetNoGuardian() throws Exception {
    PatientView today = family.register("Today", "2008-11-21");
    PatientView year = family.register("Year", "2008");
    PatientView tomorrow = family.register("Tomorrow", "2008-11-22");
    refused(ErrorCode.GUARDIAN_NOT_MINOR, () -> family.named(today, family.mother));
    refused(ErrorCode.GUARDIAN_NOT_MINOR, () -> family.named(year, family.mother));
    assertThat(family.named(tomorrow, family.mother).endsAt())
        .isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));

    family
        .bean(Accounts.class)
        .activate("here", family.code(family.ben.id()), "ben", Family.OLD.toCharArray());
    refused(ErrorCode.GUARDIAN_ACCOUNT_ACTIVE, () -> family.named(family.ben, family.mother));
  }

  private List<GuardianshipView> atHospital(PatientView child) throws Exception {
    return family.as(family.registrar, () -> family.bean(GuardianDesk.class).of(child.id()));
  }

  private List<AccountEventView> events(Family.Person person) throws Exception {
    return family.as(person, family.bean(SecondFactor.class)::events);
  }

  private int rows(String table) throws Exception {
    try (var connection = family.container.dataSource().getConnection();
        var counted = connection.createStatement().executeQuery("select count(*) from " + table)) {
      counted.next();
      return counted.getInt(1);
    }
  }

  private int emergencyShares() throws Exception {
    try (var connection = family.container.dataSource().getConnection();
        var counted =
            connection.prepareStatement(
                "select count(*) from emergency_share where id like ? and epoch = ?"
                    + " and sealed_share is not null")) {
      counted.setString(1, "%" + family.ben.accountId() + "%");
      counted.setLong(2, family.bean(PersonKeys.class).escrowEpoch(family.ben.accountId()));
      var rows = counted.executeQuery();
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
