package org.epione.sharing.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.sharing.control.KnownDoctors;
import org.epione.sharing.control.StandingRegister;
import org.epione.sharing.control.StandingRules;
import org.epione.sharing.control.StandingViews;
import org.epione.sharing.entity.StandingRule;

/**
 * A patient allows beforehand what would otherwise wait for her: one doctor, one purpose, some or
 * all of her records, until a day. Each change is an act of will: the password is needed, the
 * caller wipes it.
 */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class StandingConsents {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private StandingRegister register;
  @Inject private StandingRules rules;
  @Inject private StandingViews views;
  @Inject private KnownDoctors doctors;

  /** Whom she can allow something: doctors of her hospital, and those elsewhere who asked her. */
  public List<KnownDoctorView> doctors() {
    return doctors.of(reader()).stream().map(views::of).toList();
  }

  /** Her finished records at this hospital, the latest first. */
  public List<OwnRecordView> records() {
    return rules.records(reader()).stream().map(views::of).toList();
  }

  /** What she allows and allowed, newest first. */
  public List<StandingRuleView> rules() {
    return register.of(reader().accountId()).stream().map(views::of).toList();
  }

  /**
   * Allows it, and signs for each record that there is.
   *
   * @throws RefusedException EHR-1004 for a form that cannot be, EHR-4408 when she allows the
   *     doctor that already, EHR-4409 when something speaks against the doctor, EHR-1011 for a
   *     wrong password
   */
  public StandingRuleView make(StandingRuleForm form, char[] password) {
    Caller patient = callers.current();
    require(patient, patient.accountId());
    return act(() -> rules.make(patient, form, password));
  }

  /**
   * Signs for records that came later, and again for those of which she signed is used up.
   * Repeating it changes nothing.
   *
   * @throws RefusedException EHR-4410 when it does not stand any more, EHR-1011 for a wrong
   *     password
   */
  public StandingRuleView prepare(String rule, char[] password) {
    owner(rule);
    return act(() -> rules.prepare(rule, password));
  }

  /**
   * Takes it back, with each consent that it gave and that still holds. It counts at once; what was
   * read before cannot be taken back. Repeating it changes nothing.
   *
   * @throws RefusedException EHR-1011 for a wrong password
   */
  public StandingRuleView withdraw(String rule, char[] password) {
    Caller patient = owner(rule);
    return act(() -> rules.withdraw(patient, rule, password));
  }

  @FunctionalInterface
  private interface Change {
    StandingRule make() throws WrongPasswordException;
  }

  private StandingRuleView act(Change change) {
    try {
      return views.of(change.make());
    } catch (WrongPasswordException e) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }

  /** The caller, if the rule is her own. */
  private Caller owner(String rule) {
    Caller patient = callers.current();
    AccountId owner =
        register
            .find(rule)
            .map(StandingRule::patient)
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    require(patient, owner);
    return patient;
  }

  private void require(Caller patient, AccountId owner) {
    access.require(patient, Act.ALLOW_BEFOREHAND, Subject.of(owner, patient.party()));
  }

  private Caller reader() {
    Caller patient = callers.current();
    access.require(patient, Act.READ_CONSENTS, Subject.of(patient.accountId(), patient.party()));
    return patient;
  }
}
