package org.epione.emergency.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.crypto.random.RandomSource;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.emergency.boundary.EmergencyForm;
import org.epione.emergency.boundary.EmergencyPatientView;
import org.epione.emergency.boundary.EmergencyState;
import org.epione.emergency.boundary.Readiness;
import org.epione.emergency.entity.Emergency;
import org.epione.emergency.entity.EmergencyRecord;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.Patients;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.EmergencyRequest;
import org.epione.sharing.boundary.EmergencyRequests;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.EpisodeFacts;

/** A doctor asks. */
@ApplicationScoped
public class Asking {

  private static final int MAX_NUMBER = 80;

  @EJB private AccessDecisions access;
  @EJB private Patients patients;
  @EJB private EpisodeDirectory episodes;
  @EJB private PersonKeys personKeys;
  @EJB private EmergencyRequests requests;
  @EJB private SealedTexts texts;
  @Inject private EmergencyRegister register;
  @Inject private ShareRegister shares;
  @Inject private EmergencyTimes times;
  @Inject private RandomSource random;

  /** The patient of a number, and whether she could be asked about. */
  public EmergencyPatientView look(Caller doctor, String number) {
    PatientFacts patient = patient(doctor, number);
    List<EpisodeFacts> records = records(patient);
    return new EmergencyPatientView(
        patient.number(),
        patient.displayName(),
        patient.birthDate(),
        readiness(doctor, patient, records),
        records.size());
  }

  /** Asks, and signs a request for each record. */
  public Emergency ask(Caller doctor, EmergencyForm form, char[] password)
      throws WrongPasswordException {
    PatientFacts patient = patient(doctor, form.number());
    if (register.isUnreviewed(doctor.accountId(), times.reviewLimit())) {
      throw new RefusedException(ErrorCode.EMERGENCY_UNREVIEWED);
    }
    List<EpisodeFacts> records = records(patient);
    require(readiness(doctor, patient, records));
    Written text = texts.of(doctor.displayName(), form.text());
    List<EmergencyRequest> signed = requests.sign(doctor, records, times.asksUntil(), password);
    String id = HexFormat.of().formatHex(random.bytes(EmergencyAskedMessage.ID_LENGTH));
    Emergency made =
        new Emergency(
            id,
            doctor.party(),
            patient.account(),
            doctor.accountId(),
            form.reason(),
            texts.protect(EmergencyAskedMessage.TOPIC, doctor.party(), id, text),
            personKeys.escrowEpoch(patient.account()),
            times.now(),
            times.waits());
    expireBefore(doctor, patient);
    register.add(made);
    signed.forEach(each -> register.add(new EmergencyRecord(id, each)));
    return made;
  }

  private PatientFacts patient(Caller doctor, String typed) {
    String number = typed.strip();
    PatientFacts patient =
        Optional.of(number)
            .filter(given -> !given.isEmpty() && given.length() <= MAX_NUMBER)
            .flatMap(given -> patients.byNumber(doctor.party(), given))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    access.require(doctor, Act.ASK_IN_EMERGENCY, Subject.of(patient.account(), patient.hospital()));
    return patient;
  }

  private Readiness readiness(Caller doctor, PatientFacts patient, List<EpisodeFacts> records) {
    if (isUnderWay(doctor, patient)) {
      return Readiness.UNDER_WAY;
    }
    if (shares.isRefused(patient.account())) {
      return Readiness.REFUSED;
    }
    if (!shares.isPrepared(
        patient.hospital(), patient.account(), personKeys.escrowEpoch(patient.account()))) {
      return Readiness.NOT_PREPARED;
    }
    return records.isEmpty() ? Readiness.NOTHING : Readiness.READY;
  }

  private boolean isUnderWay(Caller doctor, PatientFacts patient) {
    return register.ofAsker(doctor.accountId()).stream()
        .filter(each -> each.patient().equals(patient.account()))
        .map(each -> each.state(times.now()))
        .anyMatch(state -> state.isWaiting() || state == EmergencyState.OPEN);
  }

  /** Of those that nobody decided in time, though no timer has looked yet. */
  private void expireBefore(Caller doctor, PatientFacts patient) {
    register.ofAsker(doctor.accountId()).stream()
        .filter(each -> each.patient().equals(patient.account()))
        .filter(each -> each.isExpired(times.now()))
        .forEach(each -> register.end(each, EmergencyState.EXPIRED, times.now()));
    register.flush();
  }

  private List<EpisodeFacts> records(PatientFacts patient) {
    return episodes.finished(patient.account(), patient.hospital());
  }

  private static void require(Readiness readiness) {
    switch (readiness) {
      case READY -> {}
      case REFUSED -> throw new RefusedException(ErrorCode.EMERGENCY_REFUSED_BEFOREHAND);
      case NOT_PREPARED -> throw new RefusedException(ErrorCode.EMERGENCY_NOT_PREPARED);
      case NOTHING -> throw new RefusedException(ErrorCode.EMERGENCY_NOTHING);
      case UNDER_WAY -> throw new RefusedException(ErrorCode.EMERGENCY_UNDER_WAY);
    }
  }
}
