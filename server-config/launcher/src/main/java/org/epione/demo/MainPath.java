package org.epione.demo;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.demo.DemonstrationData.Hospital;
import org.epione.demo.DemonstrationData.Patient;

/** The main job as a list of steps, in order. */
public final class MainPath {
  private final Stage stage;
  private final DemonstrationData data;
  private final CryptoSuite crypto;

  /** The main job on that stage. */
  public MainPath(Stage stage, CryptoSuite crypto) {
    this.stage = stage;
    this.data = stage.data();
    this.crypto = crypto;
  }

  /** Hospitals and people. */
  public List<Step> enrolment() {
    Enrolment enrolment = new Enrolment(stage);
    List<Step> steps = new ArrayList<>();
    for (Hospital hospital : data.hospitals()) {
      steps.add(new Step("admit " + hospital.code(), () -> enrolment.admit(hospital)));
      steps.add(
          new Step(
              "administrator of " + hospital.code(),
              () -> enrolment.activateAdministrator(hospital)));
      steps.add(new Step("staff of " + hospital.code(), () -> enrolment.staff(hospital)));
    }
    steps.add(new Step("auditor", enrolment::inviteAuditor));
    for (Hospital hospital : data.hospitals()) {
      steps.add(
          new Step(
              "doctors of " + hospital.code() + " on the chain",
              () -> enrolment.certificates(hospital)));
    }
    return steps;
  }

  /** Doctors' stations begin to countersign; they run until this process ends. */
  public List<Step> stations(DoctorStations stations) {
    Hospital first = data.hospitals().get(0);
    return List.of(new Step("stations of " + first.code(), () -> stations.start(first)));
  }

  /** Patients arrive as messages, and those who do something activate their accounts. */
  public List<Step> registration(List<Patient> active) {
    Registration registration = new Registration(stage);
    List<Step> steps = new ArrayList<>();
    for (Patient patient : data.patients()) {
      steps.add(new Step("messages of " + patient.number(), () -> registration.arrive(patient)));
    }
    Patient first = data.patients().get(0);
    steps.add(new Step("message again", () -> registration.arriveAgain(first)));
    for (Patient patient : active) {
      steps.add(new Step("activate " + patient.number(), () -> registration.activate(patient)));
    }
    return steps;
  }

  /** The patient makes an appointment. */
  public List<Step> appointment(Treatment treatment) {
    Booking booking = new Booking(stage, crypto, treatment);
    return List.of(
        new Step("set the appointment password", booking::password),
        new Step("try with a wrong password", booking::wrongPassword),
        new Step("offer times", booking::offer),
        new Step("book an appointment", booking::book),
        new Step("move the appointment", booking::move));
  }

  /** An episode from its opening to its sealed record. */
  public List<Step> treatment(Treatment treatment) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("open the episode", treatment::open));
    steps.add(new Step("sign the warrants", treatment::warrants));
    TeamAtWork team = new TeamAtWork(stage, treatment);
    for (int i = 0; i < treatment.story().signers().size(); i++) {
      int position = i;
      if (team.isCorrected(position)) {
        steps.add(new Step("a mistake in turn " + (i + 1), () -> team.signFirst(position)));
        steps.add(new Step("send turn " + (i + 1) + " back", () -> team.sendBack(position)));
      }
      if (team.isAbsentBefore(position)) {
        steps.add(new Step("propose to change the team", () -> team.proposeToLeaveOut(position)));
        steps.add(new Step("agree to the change", team::agree));
      }
      steps.add(new Step("turn " + (i + 1), () -> treatment.turn(position)));
    }
    steps.add(new Step("seal the record", treatment::sealed));
    steps.add(new Step("read the own record", treatment::ownRecord));
    return steps;
  }

  /** A doctor elsewhere asks for the record; the patient consents, and later withdraws. */
  public List<Step> sharing(Sharing sharing) {
    return List.of(
        new Step("ask for the record", sharing::ask),
        new Step("try to read without consent", sharing::cannotRead),
        new Step("consent", sharing::decide),
        new Step("issue the re-encryption key", sharing::issue),
        new Step("read the record", sharing::read),
        new Step("withdraw the consent", sharing::withdraw),
        new Step("try to read after withdrawal", sharing::readAfterWithdrawal));
  }

  /** A doctor elsewhere asks for the record; the patient refuses. */
  public List<Step> refusal(Sharing sharing) {
    return List.of(
        new Step("ask for the record", sharing::ask),
        new Step("refuse", sharing::decide),
        new Step("try to read after refusal", sharing::cannotRead));
  }

  /** A doctor opens a patient's records in an emergency; it is reviewed. */
  public List<Step> emergency(BrokenGlass emergency) {
    return List.of(
        new Step("ask in an emergency", emergency::ask),
        new Step("confirm the emergency", emergency::confirm),
        new Step("release the share", emergency::release),
        new Step("read in the emergency", emergency::read),
        new Step("tell the patient", emergency::tell),
        new Step("review the emergency", emergency::review),
        new Step("try to read after the review", emergency::readAfterReview));
  }

  /** Patients with the same symptom find each other. */
  public List<Step> sameSymptom() {
    SameSymptom same = new SameSymptom(stage, crypto);
    List<Step> steps = new ArrayList<>();
    for (String number : data.meeting().everybody()) {
      steps.add(new Step(number + " looks", () -> same.look(data.patient(number))));
    }
    steps.add(new Step("compare symptoms", same::compare));
    steps.add(new Step("talk", same::talk));
    steps.add(new Step("end the searches", same::end));
    return steps;
  }

  /** What was done is final by delegates. */
  public List<Step> finality(DoctorStations stations) {
    Hospital first = data.hospitals().get(0);
    return List.of(new Step("finality of " + first.code(), () -> stations.reach(first)));
  }

  /** The auditor's checks, and the verification offline. */
  public List<Step> checks(List<Treatment> treatments) {
    Checking checking = new Checking(stage);
    OfflineCheck offline = new OfflineCheck(stage, crypto);
    List<Step> steps = new ArrayList<>();
    for (Treatment treatment : treatments) {
      steps.add(new Step("audit " + treatment.story().name(), () -> checking.episode(treatment)));
      steps.add(
          new Step(
              "prove " + treatment.story().name() + " offline", () -> offline.proof(treatment)));
    }
    treatments.stream()
        .findFirst()
        .ifPresent(
            first ->
                steps.add(
                    new Step("report on " + first.story().name(), () -> offline.report(first))));
    for (Hospital hospital : data.hospitals()) {
      String code = hospital.code();
      steps.add(new Step("audit the chain of " + code, () -> checking.chain(code)));
      steps.add(new Step("verify " + code + " offline", () -> offline.play(code)));
    }
    return steps;
  }
}
