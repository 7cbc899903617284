package org.epione.team;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.custody.boundary.KeySession;
import org.epione.enrolment.boundary.PatientId;
import org.epione.record.boundary.MyRecords;
import org.epione.record.boundary.OpeningView;
import org.epione.record.boundary.RecordView;
import org.epione.team.Clinic.Person;
import org.epione.team.boundary.EpisodeDesk;
import org.epione.team.boundary.EpisodeView;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.OpenEpisode;
import org.epione.team.boundary.SigningView;
import org.epione.team.boundary.TeamDesk;
import org.epione.team.boundary.TeamEdit;
import org.epione.team.boundary.TurnEntry;
import org.epione.team.boundary.TurnView;
import org.epione.team.boundary.Turns;

/**
 * What the people of a {@link Clinic} do in one treatment; messages are delivered after each act.
 */
public final class Treatment {

  private final Clinic clinic;

  public Treatment(Clinic clinic) {
    this.clinic = clinic;
  }

  /** The registrar opens an episode with all doctors of the clinic. */
  public String open() throws Exception {
    return open(clinic.doctors.stream().map(each -> each.account().toString()).toList());
  }

  public String open(List<String> team) throws Exception {
    return open(new OpenEpisode(clinic.patientId.toString(), "cough for three weeks", "r05", team));
  }

  private String open(OpenEpisode order) throws Exception {
    return clinic.as(clinic.registrar, () -> clinic.bean(EpisodeDesk.class).open(order).id());
  }

  /** A treatment of that patient for that symptom by the first doctor, from opening to its end. */
  public String finish(Person patient, PatientId patientId, String symptomCode) throws Exception {
    String id =
        open(
            new OpenEpisode(
                patientId.toString(),
                "what the registrar wrote",
                symptomCode,
                List.of(doctor(1).account().toString())));
    clinic.as(patient, () -> clinic.bean(MyTreatments.class).authorise(id, Clinic.PASSWORD));
    clinic.wire.deliverAll();
    sign(id, 1, "what the doctor found");
    return id;
  }

  public void authorise(String id) throws Exception {
    clinic.as(clinic.patient, () -> clinic.bean(MyTreatments.class).authorise(id, Clinic.PASSWORD));
    clinic.wire.deliverAll();
  }

  public void decline(String id) throws Exception {
    clinic.as(clinic.patient, () -> clinic.bean(MyTreatments.class).decline(id));
  }

  public List<TurnEntry> inbox(int place) throws Exception {
    return clinic.as(doctor(place), () -> clinic.bean(Turns.class).inbox());
  }

  public TurnView read(String id, int place) throws Exception {
    return clinic.as(doctor(place), () -> clinic.bean(Turns.class).open(keys(place), id));
  }

  public void sign(String id, int place, String text) throws Exception {
    signOnly(id, place, text);
    clinic.wire.deliverAll();
  }

  /** Signs; the messages are not delivered yet. */
  public void signOnly(String id, int place, String text) throws Exception {
    clinic.later(Duration.ofMinutes(1));
    clinic.as(
        doctor(place),
        () -> {
          Turns turns = clinic.bean(Turns.class);
          int step = turns.open(keys(place), id).step();
          SigningView shown =
              turns.prepare(keys(place), id, step, turns.draftVersion(keys(place), id), text);
          turns.sign(keys(place), id, step, shown.contentDigest(), Clinic.PASSWORD);
          return null;
        });
  }

  public void sendBack(String id, int place, String reason) throws Exception {
    sendBack(id, place, place - 1, reason);
  }

  public void sendBack(String id, int place, int to, String reason) throws Exception {
    clinic.later(Duration.ofMinutes(1));
    clinic.as(
        doctor(place),
        () -> {
          Turns turns = clinic.bean(Turns.class);
          int step = turns.open(keys(place), id).step();
          turns.sendBack(keys(place), id, step, to, reason);
          return null;
        });
    clinic.wire.deliverAll();
  }

  /** Proposes a change of the team. */
  public EpisodeView propose(Person by, String id, TeamEdit edit, String reason) throws Exception {
    return clinic.as(by, () -> clinic.bean(TeamDesk.class).propose(id, edit, reason));
  }

  /** The patient agrees to it; the messages are not delivered yet. */
  public void agreeOnly(String id) throws Exception {
    clinic.later(Duration.ofMinutes(1));
    clinic.as(
        clinic.patient, () -> clinic.bean(MyTreatments.class).agreeToChange(id, Clinic.PASSWORD));
  }

  public void agree(String id) throws Exception {
    agreeOnly(id);
    clinic.wire.deliverAll();
  }

  public EpisodeView episode(String id) throws Exception {
    return clinic.as(clinic.registrar, () -> clinic.bean(EpisodeDesk.class).episode(id));
  }

  public RecordView readAsPatient(String id) throws Exception {
    return readAs(clinic.patient, id);
  }

  public RecordView readAs(Person reader, String id) throws Exception {
    MyRecords records = clinic.bean(MyRecords.class);
    OpeningView asked = clinic.as(reader, () -> records.ask(id));
    clinic.wire.deliverAll();
    KeySession keys = reader.keys().orElseThrow();
    return clinic.as(reader, () -> records.read(keys, id, asked.id())).record().orElseThrow();
  }

  public List<String> texts(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "finding " + i).toList();
  }

  public long count(String query) throws Exception {
    try (Connection connection = clinic.container.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  public Person doctor(int place) {
    return clinic.doctors.get(place - 1);
  }

  public KeySession keys(int place) {
    return doctor(place).keys().orElseThrow();
  }
}
