package org.epione.forgetting.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.OwnPassword;
import org.epione.crypto.random.RandomSource;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.PatientId;
import org.epione.enrolment.boundary.Patients;
import org.epione.forgetting.boundary.OwnForgettingView;
import org.epione.forgetting.entity.ForgettingCase;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/** How it begins, by the patient or on a written request, and how she takes it back. */
@ApplicationScoped
public class Asking {

  static final int ID_LENGTH = 16;

  @EJB private AccessDecisions access;
  @EJB private OwnPassword ownPassword;
  @EJB private Patients patients;
  @Inject private ForgettingRegister register;
  @Inject private ForgettingTexts texts;
  @Inject private ForgettingTimes times;
  @Inject private RandomSource random;

  /** How it stands for a patient. */
  public Optional<OwnForgettingView> of(Caller patient) {
    requireOwn(patient);
    return register.latest(patient.accountId()).map(this::view);
  }

  private OwnForgettingView view(ForgettingCase one) {
    return new OwnForgettingView(
        one.id(),
        one.state(),
        one.asked(),
        one.earliest(),
        one.protectedAnswer()
            .map(kept -> texts.open(one.hospital(), one.id(), kept).reason())
            .orElse(""));
  }

  /** The patient asks. */
  public void ask(Caller patient, char[] password) {
    requireOwn(patient);
    ownPassword.require(patient, password);
    String id = newId();
    add(patient, id, patient.accountId(), texts.nothing(patient.party(), id));
  }

  /** The patient does not want it any more. */
  public void takeBack(Caller patient) {
    requireOwn(patient);
    register
        .takeWaiting(patient.accountId())
        .filter(each -> each.state().isOpen())
        .orElseThrow(() -> new RefusedException(ErrorCode.FORGETTING_MOVED_ON))
        .takeBack(times.now());
  }

  /** A registrar starts it on a written request. */
  public void start(Caller registrar, PatientId id, String reason, char[] password) {
    PatientFacts patient =
        patients
            .find(id)
            .filter(found -> found.hospital().equals(registrar.party()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    access.require(
        registrar, Act.EXAMINE_FORGETTING, Subject.of(patient.account(), patient.hospital()));
    String number = newId();
    byte[] kept = texts.protect(registrar, number, reason);
    ownPassword.require(registrar, password);
    add(registrar, number, patient.account(), kept);
  }

  private void add(Caller by, String id, AccountId account, byte[] reason) {
    Instant now = times.now();
    if (register.takeWaiting(account).isPresent()) {
      throw new RefusedException(ErrorCode.FORGETTING_ASKED);
    }
    register.add(
        new ForgettingCase(id, by.party(), account, by.accountId(), reason, now, times.earliest()));
    register.flush();
  }

  private void requireOwn(Caller patient) {
    access.require(
        patient, Act.ASK_TO_BE_FORGOTTEN, Subject.of(patient.accountId(), patient.party()));
  }

  private String newId() {
    return HexFormat.of().formatHex(random.bytes(ID_LENGTH));
  }
}
