package org.epione.benchmark.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.epione.demo.DemonstrationData.Hospital;
import org.epione.demo.Stage;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.PatientDesk;
import org.epione.demo.client.PortalClient;
import org.epione.demo.client.PortalSession;
import org.epione.demo.client.RegistrarDesk;

/** Makes teams, each of doctors and with a patient of its own; those of an earlier run first. */
final class Teams {

  /** Doctors of a team. */
  static final int SIZE = 3;

  private final Stage stage;
  private final Hospital hospital;

  /** At the first hospital of that stage. */
  Teams(Stage stage) {
    this.stage = stage;
    this.hospital = stage.data().hospitals().get(0);
  }

  /** So many. */
  List<Team> make(int number) {
    List<Clinician> doctors = new Clinicians(stage).enrol(number * SIZE);
    List<Team> teams = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      teams.add(team(i, doctors.subList(i * SIZE, (i + 1) * SIZE)));
    }
    return teams;
  }

  private Team team(int number, List<Clinician> members) {
    String userName = hospital.registrar().userName();
    RegistrarDesk registrar =
        new RegistrarDesk(
            new PortalClient(stage.target().portal()).signIn(userName, stage.password(userName)));
    RegistrarDesk.Patient patient = patient(registrar, number);
    List<String> ids = members.stream().map(each -> idOf(registrar, each)).toList();
    return new Team(
        registrar,
        patient.id(),
        new PatientDesk(signedIn(registrar, patient, number)),
        ids,
        members.stream().map(each -> new DoctorDesk(each.session())).toList(),
        stage.waiting());
  }

  private static RegistrarDesk.Patient patient(RegistrarDesk registrar, int number) {
    String hospitalNumber = String.format(Locale.ROOT, "LOAD-%03d", number);
    return registrar
        .patient(hospitalNumber)
        .orElseGet(
            () -> registrar.register(hospitalNumber, "Load", "Patient " + number, "1980-01-01"));
  }

  private PortalSession signedIn(
      RegistrarDesk registrar, RegistrarDesk.Patient patient, int number) {
    String userName = String.format(Locale.ROOT, "load.patient.%03d", number);
    PortalClient portal = new PortalClient(stage.target().portal());
    if (!patient.active()) {
      portal.activate(
          registrar.patientCode(patient.id()).orElseThrow(), userName, Clinicians.PASSPHRASE);
    }
    return portal.signIn(userName, Clinicians.PASSPHRASE);
  }

  /** A doctor can be put in a team once her certificate is on the chain. */
  private String idOf(RegistrarDesk registrar, Clinician doctor) {
    return stage
        .waiting()
        .until(
            "the certificate of " + doctor.name(),
            "the administrator's staff page",
            () ->
                registrar.doctors().stream()
                    .filter(each -> each.displayName().equals(doctor.name()))
                    .findFirst())
        .id();
  }
}
