package org.epione.access.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.epione.access.control.Policy;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Role;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.testing.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessDecisionsTest {

  private static final PartyCode A = new PartyCode("HOSPITAL-A");
  private static final PartyCode B = new PartyCode("HOSPITAL-B");
  private static final Subject EPISODE = new Subject(SubjectKind.EPISODE, "e1", A);

  private Container container;
  private AccessDecisions decisions;
  private Set<Relation> facts = Set.of();

  @BeforeEach
  void start() {
    container = Container.start();
    container.with(
        RelationSource.class,
        new RelationSource() {
          @Override
          public Set<SubjectKind> kinds() {
            return Set.of(SubjectKind.EPISODE);
          }

          @Override
          public Set<Relation> relations(Caller caller, Subject subject) {
            return facts;
          }
        });
    decisions = container.bean(AccessDecisions.class);
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void require_shouldPermit_roleAndRelationTogetherOnly() {
    facts = EnumSet.of(Relation.TURN_HOLDER);
    decisions.require(caller(Role.DOCTOR, A), Act.WRITE_DIAGNOSIS, EPISODE);

    denied(caller(Role.REGISTRAR, A), Act.WRITE_DIAGNOSIS);
    facts = EnumSet.of(Relation.TEAM_MEMBER);
    denied(caller(Role.DOCTOR, A), Act.WRITE_DIAGNOSIS);
    facts = Set.of();
    denied(caller(Role.DOCTOR, A), Act.WRITE_DIAGNOSIS);
  }

  @Test
  void require_shouldKnowTheCallersParty() {
    decisions.require(caller(Role.REGISTRAR, A), Act.OPEN_EPISODE, Subject.of(A));

    assertThat(decisions.decide(caller(Role.REGISTRAR, B), Act.OPEN_EPISODE, Subject.of(A)))
        .isEqualTo(Decision.DENY);
  }

  @Test
  void decide_shouldRecord_permitAndDenyAlike_evenIfTheCallersTransactionIsRolledBack()
      throws Exception {
    facts = EnumSet.of(Relation.SELF);
    assertThatThrownBy(
            () ->
                container.inTransaction(
                    () -> {
                      decisions.require(caller(Role.PATIENT, A), Act.READ_OWN_RECORD, EPISODE);
                      decisions.require(caller(Role.PATIENT, A), Act.READ_TURN, EPISODE);
                    }))
        .isInstanceOf(RefusedException.class);

    container.bean(ServerKeys.class).create(A);
    AccountId patient = patient();
    List<AccessEntry> log =
        container.as(
            patient.toString(), Role.PATIENT, () -> container.bean(AccessLog.class).of(EPISODE));

    assertThat(log)
        .extracting(AccessEntry::act)
        .containsExactly(Act.READ_ACCESS_LOG, Act.READ_TURN, Act.READ_OWN_RECORD);
    assertThat(log)
        .extracting(AccessEntry::decision)
        .containsExactly(Decision.PERMIT, Decision.DENY, Decision.PERMIT);
  }

  @Test
  void decide_shouldRefuse_whenItCannotBeRecorded() throws Exception {
    facts = EnumSet.of(Relation.SELF);
    try (var connection = container.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("drop table audit_event");
    }

    assertThatThrownBy(
            () -> decisions.decide(caller(Role.PATIENT, A), Act.READ_OWN_RECORD, EPISODE))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_RECORDED));
  }

  @ParameterizedTest
  @EnumSource(Act.class)
  void policy_shouldDenyEveryAct_toSomeRole_andPermitItToSome(Act act) {
    Set<Relation> all = EnumSet.allOf(Relation.class);

    assertThat(Role.values()).anyMatch(role -> Policy.permits(act, role, all));
    assertThat(Role.values()).anyMatch(role -> !Policy.permits(act, role, all));
  }

  @ParameterizedTest
  @EnumSource(
      value = Act.class,
      names = {"READ_TURN", "WRITE_DIAGNOSIS", "READ_OWN_RECORD", "READ_SHARED_RECORD"})
  void policy_shouldOpenMedicalContent_toNobodyWithoutARelation(Act act) {
    assertThat(Role.values())
        .noneMatch(role -> Policy.permits(act, role, EnumSet.of(Relation.SAME_PARTY)));
  }

  private AccountId patient() {
    Accounts accounts = container.bean(Accounts.class);
    return accounts.activate(
        "here",
        accounts.invite(A, Role.PATIENT, "Grace", "p1").code(),
        "grace",
        "correct horse battery".toCharArray());
  }

  private void denied(Caller caller, Act act) {
    assertThatThrownBy(() -> decisions.require(caller, act, EPISODE))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
  }

  private static Caller caller(Role role, PartyCode party) {
    return new Caller(new AccountId(UUID.randomUUID()), "u", "n", role, party, "p");
  }
}
