package org.epione.emergency.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.OwnPassword;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.emergency.boundary.EmergencyState;
import org.epione.emergency.boundary.Refusal;
import org.epione.emergency.entity.EmergencyChoice;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.AccountId;

/** Patients refuse emergencies beforehand, or allow them again. */
@ApplicationScoped
public class Refusals {

  @EJB private AccessDecisions access;
  @EJB private OwnPassword ownPassword;
  @EJB private PersonKeys personKeys;
  @EJB private Post post;
  @Inject private EmergencyRegister register;
  @Inject private ShareRegister shares;
  @Inject private EmergencyTimes times;

  /** How it stands. */
  public Refusal of(Caller caller, AccountId patient) {
    access.require(caller, Act.READ_OWN_EMERGENCIES, Subject.of(patient, caller.party()));
    Optional<EmergencyChoice> choice = shares.choice(patient);
    boolean prepared = shares.isPrepared(caller.party(), patient, personKeys.escrowEpoch(patient));
    return new Refusal(
        choice.filter(EmergencyChoice::refused).isPresent(),
        prepared,
        choice.map(EmergencyChoice::changed),
        choice.flatMap(EmergencyChoice::secondDestroyed));
  }

  /** Refuses: both shares are destroyed, and what waits ends. Repeating it changes nothing. */
  public void refuse(Caller patient, char[] password) {
    require(patient);
    ownPassword.require(patient, password);
    Instant now = times.now();
    EmergencyChoice choice = shares.takeChoice(patient.accountId(), now);
    if (choice.refused()) {
      return;
    }
    choice.decide(true, now);
    shares.take(patient.party(), patient.party(), patient.accountId(), now).destroy(now);
    register.ofPatient(patient.accountId()).stream()
        .filter(each -> each.state(now).isWaiting())
        .forEach(each -> register.end(each, EmergencyState.REFUSED_BY_PATIENT, now));
    post.send(
        patient.party(),
        EmergencyKeeping.SECOND,
        DeclinedMessage.TYPE,
        new DeclinedMessage(patient.accountId(), now).encode(),
        Optional.empty());
  }

  /** Allows emergencies again: shares are made anew. Repeating it changes nothing. */
  public void allow(Caller patient, char[] password) throws WrongPasswordException {
    require(patient);
    if (shares.isRefused(patient.accountId())) {
      shares.takeChoice(patient.accountId(), times.now()).decide(false, times.now());
      shares.flush();
    }
    personKeys.escrow(patient.accountId(), password);
  }

  private void require(Caller patient) {
    access.require(
        patient, Act.DECIDE_ON_EMERGENCIES, Subject.of(patient.accountId(), patient.party()));
  }
}
