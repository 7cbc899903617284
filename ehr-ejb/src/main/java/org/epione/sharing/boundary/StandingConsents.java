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
import org.epione.guardian.boundary.Guardians;
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
 * caller wipes it. A guardian does the same for a minor, until the guardianship ends.
 */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class StandingConsents {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private Guardians guardians;
  @Inject private StandingRegister register;
  @Inject private StandingRules rules;
  @Inject private StandingViews views;
  @Inject private KnownDoctors doctors;

  /** Whom she can allow something: doctors of her hospital, and those elsewhere who asked her. */
  public List<KnownDoctorView> doctors() {
    return doctorsFor(callers.current().accountId());
  }

  /**
   * The same for the caller or a minor for whom she acts.
   *
   * @throws RefusedException EHR-1002 for anybody else
   */
  public List<KnownDoctorView> doctorsFor(AccountId patient) {
    return doctors.of(patient, reader(patient).party()).stream().map(views::of).toList();
  }

  /** Her finished records at this hospital, the latest first. */
  public List<OwnRecordView> records() {
    return recordsOf(callers.current().accountId());
  }

  /**
   * Finished records at this hospital of the caller or of a minor for whom she acts, the latest
   * first.
   *
   * @throws RefusedException EHR-1002 for anybody else's
   */
  public List<OwnRecordView> recordsOf(AccountId patient) {
    return rules.records(patient, reader(patient).party()).stream().map(views::of).toList();
  }

  /** What she allows and allowed, newest first. */
  public List<StandingRuleView> rules() {
    return rulesOf(callers.current().accountId());
  }

  /**
   * What is and was allowed by the caller, or for a minor for whom she acts, newest first.
   *
   * @throws RefusedException EHR-1002 for anybody else's
   */
  public List<StandingRuleView> rulesOf(AccountId patient) {
    reader(patient);
    return register.of(patient).stream().map(views::of).toList();
  }

  /** For how many records the caller has to confirm what is allowed for minors. */
  public long waitingOfWards() {
    return guardians.wards(callers.current().accountId()).stream()
        .flatMap(ward -> register.of(ward).stream())
        .mapToLong(views::countWaiting)
        .sum();
  }

  /**
   * Allows it, and signs for each record that there is.
   *
   * @throws RefusedException EHR-1004 for a form that cannot be, EHR-4408 when she allows the
   *     doctor that already, EHR-4409 when something speaks against the doctor, EHR-1011 for a
   *     wrong password
   */
  public StandingRuleView make(StandingRuleForm form, char[] password) {
    return make(callers.current().accountId(), form, password);
  }

  /**
   * The same for the caller or a minor for whom she acts.
   *
   * @throws RefusedException EHR-1002 for anybody else, EHR-4882 to a guardian who wants more time
   *     than there is until her guardianship ends, and as above
   */
  public StandingRuleView make(AccountId patient, StandingRuleForm form, char[] password) {
    Caller caller = callers.current();
    require(caller, patient);
    return act(() -> rules.make(caller, patient, form, password));
  }

  /**
   * Signs for records that came later, and again for those of which she signed is used up.
   * Repeating it changes nothing.
   *
   * @throws RefusedException EHR-4410 when it does not stand any more, EHR-1011 for a wrong
   *     password
   */
  public StandingRuleView prepare(String rule, char[] password) {
    Caller caller = permitted(rule);
    return act(() -> rules.prepare(caller, rule, password));
  }

  /**
   * Takes it back, with each consent that it gave and that still holds. It counts at once; what was
   * read before cannot be taken back. Repeating it changes nothing.
   *
   * @throws RefusedException EHR-1011 for a wrong password
   */
  public StandingRuleView withdraw(String rule, char[] password) {
    Caller caller = permitted(rule);
    return act(() -> rules.withdraw(caller, rule, password));
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

  /** The caller, if the rule is her own, or of a minor for whom she acts. */
  private Caller permitted(String rule) {
    Caller caller = callers.current();
    AccountId owner =
        register
            .find(rule)
            .map(StandingRule::patient)
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    require(caller, owner);
    return caller;
  }

  private void require(Caller caller, AccountId owner) {
    access.require(caller, Act.ALLOW_BEFOREHAND, Subject.of(owner, caller.party()));
  }

  private Caller reader(AccountId patient) {
    Caller caller = callers.current();
    access.require(caller, Act.READ_CONSENTS, Subject.of(patient, caller.party()));
    return caller;
  }
}
