package org.epione.emergency.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Caller;
import org.epione.emergency.boundary.EmergencyRecordView;
import org.epione.emergency.boundary.EmergencyState;
import org.epione.emergency.boundary.EmergencyView;
import org.epione.emergency.entity.Emergency;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.Patients;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.identity.AccountId;
import org.epione.sharing.boundary.EmergencyRequests;

/** Emergencies as the people of the hospital see them, and the patient. */
@ApplicationScoped
public class EmergencyViews {

  @EJB private AccessDecisions access;
  @EJB private Accounts accounts;
  @EJB private Patients patients;
  @EJB private EmergencyRequests requests;
  @EJB private SealedTexts texts;
  @Inject private EmergencyRegister register;
  @Inject private EmergencyTimes times;

  /** The doctor's own, newest first. */
  public List<EmergencyView> ofDoctor(Caller doctor) {
    return register.ofAsker(doctor.accountId()).stream().map(each -> of(doctor, each)).toList();
  }

  /** What colleagues ask for, those that wait first. */
  public List<EmergencyView> toConfirm(Caller colleague) {
    access.require(colleague, Act.CONFIRM_EMERGENCY, Subject.of(colleague.party()));
    return register.ofHospital(colleague.party()).stream()
        .filter(each -> !each.asker().equals(colleague.accountId()))
        .filter(each -> each.state(times.now()) == EmergencyState.ASKED)
        .map(each -> of(colleague, each))
        .toList();
  }

  /** How many of these wait. */
  public long countToConfirm(Caller colleague) {
    return register.countAsked(colleague.party(), colleague.accountId(), times.now());
  }

  /** All of the hospital, those whose review is open first, the oldest of them first. */
  public List<EmergencyView> toReview(Caller reviewer) {
    access.require(reviewer, Act.REVIEW_EMERGENCY, Subject.of(reviewer.party()));
    List<EmergencyView> all =
        register.ofHospital(reviewer.party()).stream().map(each -> of(reviewer, each)).toList();
    return Stream.concat(
            all.stream()
                .filter(EmergencyView::toReview)
                .sorted(Comparator.comparing(EmergencyView::asked)),
            all.stream().filter(each -> !each.toReview()))
        .toList();
  }

  /** How many reviews are open. */
  public long countToReview(Caller reviewer) {
    return register.countToReview(reviewer.party());
  }

  /** Those in which the patient's records were opened, newest first. */
  public List<EmergencyView> ofPatient(Caller caller, AccountId patient) {
    access.require(caller, Act.READ_OWN_EMERGENCIES, Subject.of(patient, caller.party()));
    return register.ofPatient(patient).stream()
        .filter(each -> each.opened().isPresent())
        .map(each -> of(caller, each))
        .toList();
  }

  /** One, for whoever just changed it. */
  public EmergencyView of(Caller caller, Emergency emergency) {
    Optional<PatientFacts> patient = patients.byAccount(emergency.patient());
    return new EmergencyView(
        emergency.id(),
        patient.map(PatientFacts::displayName).orElse(""),
        patient.map(PatientFacts::number).orElse(""),
        name(Optional.of(emergency.asker())),
        emergency.reason(),
        written(emergency, Optional.of(emergency.protectedReason())).reason(),
        emergency.state(times.now()),
        emergency.asked(),
        emergency.expires(),
        name(emergency.confirmer()),
        emergency.confirmed(),
        written(emergency, emergency.protectedAnswer()).reason(),
        emergency.opened(),
        emergency.until(),
        records(emergency),
        name(emergency.reviewer()),
        emergency.reviewed(),
        emergency.justified(),
        written(emergency, emergency.protectedFinding()).reason(),
        isHandled(caller, emergency),
        emergency.reviewed().isEmpty()
            && emergency.opened().filter(times.reviewLimit()::isAfter).isPresent());
  }

  private List<EmergencyRecordView> records(Emergency emergency) {
    return register.records(emergency).stream()
        .map(
            each ->
                new EmergencyRecordView(
                    each.id().hex(), each.reference(), requests.readings(each.id())))
        .toList();
  }

  private static boolean isHandled(Caller caller, Emergency emergency) {
    return emergency.asker().equals(caller.accountId())
        || emergency.confirmer().filter(caller.accountId()::equals).isPresent();
  }

  private String name(Optional<AccountId> account) {
    return account.map(accounts::name).orElse("");
  }

  private Written written(Emergency emergency, Optional<byte[]> kept) {
    return kept.map(
            bytes ->
                texts.unprotect(
                    EmergencyAskedMessage.TOPIC, emergency.hospital(), emergency.id(), bytes))
        .orElse(Written.NOTHING);
  }
}
