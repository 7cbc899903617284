package org.epione.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.cloud.boundary.SearchFound;
import org.epione.cloud.boundary.SearchRequest;
import org.epione.custody.boundary.KeySession;
import org.epione.enrolment.boundary.PatientId;
import org.epione.history.boundary.FoundRecord;
import org.epione.history.boundary.HistorySearch;
import org.epione.history.boundary.SearchView;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.PartyCode;
import org.epione.team.Clinic;
import org.epione.team.Treatment;

/** A clinic with two patients whose finished records a cloud keeps, and what they search for. */
final class Searching implements AutoCloseable {

  static final String CHEST = "R07.4";
  static final String COUGH = "R05";

  /** So small that a few records are several. */
  private static final int PORTION = 2;

  final Clinic clinic;
  final Treatment treatment;
  final Clinic.Person ann;
  final Clinic.Person bob;
  private final PatientId bobsId;

  Searching(Path home) throws Exception {
    this(home, PORTION);
  }

  Searching(Path home, int portion) throws Exception {
    clinic = new Clinic(home, 1, Map.of("EPIONE_CLOUD_SEARCH_PORTION", String.valueOf(portion)));
    treatment = new Treatment(clinic);
    ann = clinic.patient;
    bob = clinic.patient("Bob Cole");
    bobsId = clinic.register(bob);
  }

  /** A finished record of that patient with that symptom. */
  String record(Clinic.Person patient, String symptomCode) throws Exception {
    PatientId id = patient.equals(ann) ? clinic.patientId : bobsId;
    return treatment.finish(patient, id, symptomCode);
  }

  /** Begins a search and delivers everything. */
  SearchView search(Clinic.Person patient, String symptomCode) throws Exception {
    SearchView begun = begin(patient, symptomCode);
    clinic.wire.deliverAll();
    return one(patient, begun.id());
  }

  /** Begins a search; she has just signed in. */
  SearchView begin(Clinic.Person patient, String symptomCode) throws Exception {
    KeySession keys = clinic.open(patient.account());
    return clinic.as(patient, () -> history().begin(keys, patient.account(), symptomCode));
  }

  SearchView one(Clinic.Person patient, String search) throws Exception {
    return clinic.as(patient, () -> history().one(patient.account(), search));
  }

  List<SearchView> all(Clinic.Person patient) throws Exception {
    return clinic.as(patient, () -> history().of(patient.account()));
  }

  HistorySearch history() {
    return clinic.bean(HistorySearch.class);
  }

  static KeySession keys(Clinic.Person patient) {
    return patient.keys().orElseThrow();
  }

  static List<String> ids(SearchView view) {
    return view.found().stream().map(FoundRecord::id).toList();
  }

  /** Sends a message as that party; it is not delivered yet. */
  void send(PartyCode from, PartyCode to, String type, byte[] payload) {
    clinic.container.inTransaction(
        () -> clinic.bean(Post.class).send(from, to, type, payload, Optional.empty()));
  }

  /** The last request that went to the cloud. */
  SearchRequest lastRequest() {
    List<byte[]> sent = clinic.wire.payloads(SearchRequest.TYPE);
    return SearchRequest.decode(sent.get(sent.size() - 1));
  }

  /** All answers of the cloud so far. */
  List<SearchFound> answers() {
    return clinic.wire.payloads(SearchFound.TYPE).stream().map(SearchFound::decode).toList();
  }

  /** Changes rows directly. */
  void execute(String... statements) throws Exception {
    try (Connection connection = clinic.container.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  @Override
  public void close() {
    clinic.close();
  }
}
