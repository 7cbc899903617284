package org.epione.forgetting.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
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
import org.epione.enrolment.boundary.Patients;
import org.epione.forgetting.boundary.ForgettingState;
import org.epione.forgetting.entity.ForgettingCase;
import org.epione.forgetting.entity.LegalHold;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** Legal holds: whose data have to be kept, why, and until when. */
@ApplicationScoped
public class Holds {

  private static final Duration LONGEST = Duration.ofDays(3653);
  private static final int MAX_NUMBER = 80;

  @EJB private AccessDecisions access;
  @EJB private OwnPassword ownPassword;
  @EJB private Patients patients;
  @Inject private ForgettingRegister register;
  @Inject private ForgettingTexts texts;
  @Inject private ForgettingTimes times;
  @Inject private RandomSource random;

  /** Sets one, also before anybody asks that the patient be forgotten. */
  public void set(
      Caller administrator, String number, String reason, Instant until, char[] password) {
    PatientFacts patient = patient(administrator, number);
    access.require(
        administrator, Act.HOLD_PATIENT_DATA, Subject.of(patient.account(), patient.hospital()));
    Instant now = times.now();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      throw new RefusedException(ErrorCode.LEGAL_HOLD_DATES);
    }
    // Locked: a release beside this one has committed, and is seen, or waits, and sees the hold.
    Optional<ForgettingCase> goesOn = register.takeWaiting(patient.account());
    if (goesOn.filter(each -> each.state() == ForgettingState.RELEASED).isPresent()) {
      throw new RefusedException(ErrorCode.FORGETTING_UNDER_WAY);
    }
    String id = HexFormat.of().formatHex(random.bytes(Asking.ID_LENGTH));
    byte[] kept = texts.protect(administrator, id, reason);
    ownPassword.require(administrator, password);
    register.add(
        new LegalHold(
            id,
            patient.hospital(),
            patient.account(),
            kept,
            administrator.accountId(),
            now,
            until));
    register.flush();
  }

  /** Lifts one; again, it changes nothing. */
  public void lift(Caller administrator, String id, char[] password) {
    LegalHold hold =
        register
            .takeHold(id)
            .filter(found -> found.hospital().equals(administrator.party()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    access.require(
        administrator, Act.HOLD_PATIENT_DATA, Subject.of(hold.account(), hold.hospital()));
    ownPassword.require(administrator, password);
    hold.lift(administrator.accountId(), times.now());
  }

  private PatientFacts patient(Caller administrator, String typed) {
    String number = typed.strip();
    return Optional.of(number)
        .filter(given -> !given.isEmpty() && given.length() <= MAX_NUMBER)
        .flatMap(given -> patients.byNumber(administrator.party(), given))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }
}
