package org.epione.access.control;

import static org.epione.access.boundary.Relation.APPOINTED;
import static org.epione.access.boundary.Relation.ASKED;
import static org.epione.access.boundary.Relation.AUTHOR;
import static org.epione.access.boundary.Relation.GRANTEE;
import static org.epione.access.boundary.Relation.GUARDIAN;
import static org.epione.access.boundary.Relation.NAMED_GUARDIAN;
import static org.epione.access.boundary.Relation.REQUESTER;
import static org.epione.access.boundary.Relation.SAME_PARTY;
import static org.epione.access.boundary.Relation.SELF;
import static org.epione.access.boundary.Relation.TEAM_LEAD;
import static org.epione.access.boundary.Relation.TEAM_MEMBER;
import static org.epione.access.boundary.Relation.TURN_HOLDER;
import static org.epione.account.boundary.Role.AUDITOR;
import static org.epione.account.boundary.Role.DOCTOR;
import static org.epione.account.boundary.Role.HOSPITAL_ADMINISTRATOR;
import static org.epione.account.boundary.Role.PATIENT;
import static org.epione.account.boundary.Role.REGISTRAR;
import static org.epione.account.boundary.Role.SYSTEM_MANAGER;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Relation;
import org.epione.account.boundary.Role;

/**
 * Who may do what with a patient's data: a role, and how the person stands to the subject. What is
 * not listed is denied.
 */
public final class Policy {

  /** A way in: the role alone where no relation is given. */
  private record Rule(Role role, Optional<Relation> relation) {

    boolean permits(Role callersRole, Set<Relation> relations) {
      return role == callersRole && relation.map(relations::contains).orElse(true);
    }
  }

  private static final Map<Act, List<Rule>> RULES = rules();

  private Policy() {}

  private static Map<Act, List<Rule>> rules() {
    Map<Act, List<Rule>> rules = new EnumMap<>(Act.class);
    Rule registrar = rule(REGISTRAR, SAME_PARTY);
    Rule administrator = rule(HOSPITAL_ADMINISTRATOR, SAME_PARTY);
    Rule own = rule(PATIENT, SELF);
    Rule guardian = rule(PATIENT, GUARDIAN);
    rules.put(Act.REGISTER_PATIENT, List.of(registrar));
    rules.put(Act.SEARCH_PATIENTS, List.of(registrar));
    rules.put(Act.READ_PATIENT, List.of(registrar, own));
    rules.put(Act.UPDATE_PATIENT, List.of(registrar));
    rules.put(Act.PRINT_ACTIVATION_CODE, List.of(registrar, administrator));
    rules.put(Act.RESET_SECOND_FACTOR, List.of(registrar, administrator, rule(SYSTEM_MANAGER)));
    rules.put(Act.ASK_TO_BE_FORGOTTEN, List.of(own));
    rules.put(Act.EXAMINE_FORGETTING, List.of(registrar));
    rules.put(Act.RELEASE_FORGETTING, List.of(administrator));
    rules.put(Act.HOLD_PATIENT_DATA, List.of(administrator));
    rules.put(Act.LIST_RECOVERIES, List.of(registrar, administrator));
    rules.put(Act.APPROVE_RECOVERY, List.of(registrar, administrator));
    rules.put(Act.RELEASE_RECOVERY_SHARE, List.of(rule(SYSTEM_MANAGER)));
    rules.put(Act.NAME_GUARDIAN, List.of(registrar));
    rules.put(Act.ANSWER_GUARDIANSHIP, List.of(rule(PATIENT, NAMED_GUARDIAN)));
    Rule ownAsDoctor = rule(DOCTOR, SELF);
    rules.put(Act.SET_APPOINTMENT_PASSWORD, List.of(own, guardian, ownAsDoctor));
    rules.put(Act.BOOK_APPOINTMENT, List.of(own));
    rules.put(Act.READ_APPOINTMENTS, List.of(registrar, own, guardian, ownAsDoctor));
    rules.put(Act.OFFER_APPOINTMENTS, List.of(registrar, ownAsDoctor, rule(DOCTOR, APPOINTED)));
    rules.put(Act.MATCH_SYMPTOM, List.of(own));
    rules.put(Act.READ_REPORTED_CONVERSATION, List.of(administrator));
    rules.put(Act.OPEN_EPISODE, List.of(registrar));
    rules.put(
        Act.LIST_EPISODES,
        List.of(registrar, administrator, rule(DOCTOR, SAME_PARTY), own, guardian));
    rules.put(
        Act.READ_EPISODE_STATE, List.of(registrar, administrator, own, rule(DOCTOR, TEAM_MEMBER)));
    rules.put(Act.SIGN_WARRANTS, List.of(own, guardian));
    rules.put(Act.WITHDRAW_WARRANT, List.of(own, guardian));
    rules.put(Act.CHANGE_TEAM, List.of(registrar, rule(DOCTOR, TEAM_LEAD)));
    rules.put(Act.PASS_ON, List.of(rule(DOCTOR, TEAM_MEMBER)));
    rules.put(Act.WRITE_ADDENDUM, List.of(rule(DOCTOR, AUTHOR)));
    rules.put(Act.READ_TURN, List.of(rule(DOCTOR, TURN_HOLDER)));
    rules.put(Act.WRITE_DIAGNOSIS, List.of(rule(DOCTOR, TURN_HOLDER)));
    rules.put(Act.RETURN_TURN, List.of(rule(DOCTOR, TURN_HOLDER)));
    rules.put(Act.GIVE_OPINION, List.of(rule(DOCTOR, ASKED)));
    rules.put(Act.READ_OWN_RECORD, List.of(own, guardian));
    rules.put(Act.SEARCH_OWN_RECORDS, List.of(own, guardian));
    rules.put(Act.REQUEST_RECORD, List.of(rule(DOCTOR)));
    rules.put(Act.READ_REQUEST, List.of(own, rule(DOCTOR, REQUESTER), rule(SYSTEM_MANAGER)));
    rules.put(Act.DECIDE_REQUEST, List.of(own, guardian));
    rules.put(Act.WITHDRAW_CONSENT, List.of(own, guardian));
    rules.put(Act.ALLOW_BEFOREHAND, List.of(own, guardian));
    rules.put(Act.READ_CONSENTS, List.of(own, guardian, rule(SYSTEM_MANAGER)));
    rules.put(Act.ASK_IN_EMERGENCY, List.of(rule(DOCTOR, SAME_PARTY)));
    rules.put(Act.CONFIRM_EMERGENCY, List.of(rule(DOCTOR, SAME_PARTY), administrator));
    rules.put(Act.RELEASE_EMERGENCY_SHARE, List.of(rule(SYSTEM_MANAGER)));
    rules.put(Act.REVIEW_EMERGENCY, List.of(administrator));
    rules.put(Act.READ_OWN_EMERGENCIES, List.of(own, guardian));
    // Not a guardian: nobody destroys what a child may need to live (ADR 27).
    rules.put(Act.DECIDE_ON_EMERGENCIES, List.of(own));
    rules.put(Act.ISSUE_RE_ENCRYPTION_KEY, List.of(rule(SYSTEM_MANAGER)));
    // A reading that is too late is the system manager's to refuse, on the chain.
    rules.put(Act.BEGIN_READING, List.of(rule(DOCTOR, REQUESTER)));
    rules.put(Act.READ_SHARED_RECORD, List.of(rule(DOCTOR, GRANTEE)));
    rules.put(Act.AUDIT_EPISODE, List.of(rule(AUDITOR)));
    rules.put(Act.AUDIT_CHAIN, List.of(rule(AUDITOR), administrator));
    rules.put(Act.WRITE_EPOCH_ARCHIVE, List.of(rule(AUDITOR), administrator));
    rules.put(Act.DELETE_EPOCH, List.of(administrator));
    rules.put(Act.RESUME_WITNESSING, List.of(rule(SYSTEM_MANAGER, SAME_PARTY), administrator));
    rules.put(Act.READ_ACCESS_LOG, List.of(own, administrator, rule(AUDITOR)));
    rules.put(Act.READ_DISCLOSURES, List.of(own, guardian));
    rules.put(Act.FILE_COMPLAINT, List.of(own, guardian));
    rules.put(Act.ANSWER_COMPLAINT, List.of(rule(AUDITOR)));
    return rules;
  }

  /** Whether someone with that role, standing so to the subject, may. */
  public static boolean permits(Act act, Role role, Set<Relation> relations) {
    return RULES.getOrDefault(act, List.of()).stream()
        .anyMatch(rule -> rule.permits(role, relations));
  }

  private static Rule rule(Role role, Relation relation) {
    return new Rule(role, Optional.of(relation));
  }

  private static Rule rule(Role role) {
    return new Rule(role, Optional.empty());
  }
}
