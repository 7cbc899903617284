package org.epione.demo;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.epione.demo.DemonstrationData.Hospital;
import org.epione.demo.DemonstrationData.Patient;
import org.epione.demo.client.Hl7Answer;
import org.epione.demo.client.HospitalIntegration;
import org.epione.demo.client.RegistrarDesk;

/** Second part of the path: patients arrive as HL7 messages and activate their accounts. */
public final class Registration {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
  private static final int CONTROL_ID = 9;

  private final Stage stage;

  /** Registration on that stage. */
  public Registration(Stage stage) {
    this.stage = stage;
  }

  /** The hospital's own system hands in all messages of a patient. */
  public void arrive(Patient patient) throws IOException, JMSException {
    try (var integration = new HospitalIntegration(stage.target().broker())) {
      for (String file : patient.messages()) {
        accepted(integration, file);
      }
    }
    RegistrarDesk.Patient registered = registered(patient);
    stage
        .progress()
        .verified(
            "patient registered",
            patient.number(),
            "",
            patient.messages().size() + " HL7 message(s) answered AA");
    Verified.that(
        registered.displayName().contains(patient.familyName()),
        "the registrar finds " + patient.number() + " under the name of the message");
  }

  /** The same message again gets the same answer and changes nothing. */
  public void arriveAgain(Patient patient) throws IOException, JMSException {
    String file = patient.messages().get(0);
    RegistrarDesk desk = stage.registrar(stage.data().hospital(patient.hospital()));
    String id = registered(patient).id();
    try (var integration = new HospitalIntegration(stage.target().broker())) {
      String before = desk.details(id).toString();
      Hl7Answer first = accepted(integration, file);
      Hl7Answer second = accepted(integration, file);
      Verified.that(first.text().equals(second.text()), "a resent message gets the same answer");
      Verified.that(desk.details(id).toString().equals(before), "a resent message changes nothing");
    }
    stage
        .progress()
        .verified("message resent", patient.number(), "", "same answer, nothing registered twice");
  }

  /** The patient activates the account with the code that the registrar prints. */
  public void activate(Patient patient) {
    Hospital hospital = stage.data().hospital(patient.hospital());
    RegistrarDesk desk = stage.registrar(hospital);
    RegistrarDesk.Patient registered = registered(patient);
    stage.activate(
        patient.userName(),
        patient.displayName() + ", patient " + patient.number() + ", " + hospital.name(),
        () -> desk.patientCode(registered.id()));
    stage.as(patient.userName());
    Verified.that(registered(patient).active(), "the patient's account is active");
    stage
        .progress()
        .verified("patient activated", patient.number(), "", "signed in with printed code");
  }

  /** The registration of a patient of the demonstration. */
  public RegistrarDesk.Patient registered(Patient patient) {
    RegistrarDesk desk = stage.registrar(stage.data().hospital(patient.hospital()));
    return stage
        .waiting()
        .until(
            "the registration of " + patient.number(),
            "the registrar's patients and the administrator's HL7 messages",
            () -> desk.patient(patient.number()));
  }

  private static Hl7Answer accepted(HospitalIntegration integration, String file)
      throws IOException, JMSException {
    byte[] message = DemonstrationData.file(file);
    Hl7Answer answer =
        integration
            .send(message, ANSWER_WITHIN)
            .orElseThrow(
                () ->
                    new StepFailed(
                        file + " was not answered. Look at failed messages in the portal."));
    Verified.that(answer.code().equals("AA"), file + " is answered AA, not " + answer.code());
    Verified.that(
        answer.answers().equals(controlId(message)), file + " is answered under its own id");
    return answer;
  }

  private static String controlId(byte[] message) {
    String header = new String(message, StandardCharsets.UTF_8).split("\r", 2)[0];
    return header.split("\\|", -1)[CONTROL_ID];
  }
}
