package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.RequestId;
import org.epione.party.boundary.Parties;
import org.epione.sharing.boundary.CaseView;
import org.epione.sharing.boundary.Consents;
import org.epione.sharing.boundary.InquiryView;
import org.epione.sharing.boundary.Purpose;
import org.epione.sharing.boundary.ReEncryptionDesk;
import org.epione.sharing.boundary.ReadingView;
import org.epione.sharing.boundary.RecordRequests;
import org.epione.sharing.boundary.RequestForm;
import org.epione.sharing.boundary.RequestView;
import org.epione.sharing.boundary.SharedRecord;
import org.epione.sharing.control.InquiryRegister;
import org.epione.sharing.entity.Inquiry;

/** The steps of the honest path, each with all messages delivered. */
final class Steps {

  private final World world;

  Steps(World world) {
    this.world = world;
  }

  RecordRequests requests() {
    return world.bean(RecordRequests.class);
  }

  Consents consents() {
    return world.bean(Consents.class);
  }

  ReEncryptionDesk desk() {
    return world.bean(ReEncryptionDesk.class);
  }

  String ask(FinishedEpisode episode) throws Exception {
    return ask(episode.reference());
  }

  String ask(String reference) throws Exception {
    RequestForm form =
        new RequestForm(
            "HOSPITAL-A", reference, Purpose.TREAT, world.now().plus(Duration.ofDays(7)));
    RequestView made = world.as(world.asking, () -> requests().ask(form, Person.password()));
    world.delivery.all();
    return made.id();
  }

  void consent(String request) throws Exception {
    world.run(world.patient, () -> consents().consent(request, Person.password()));
    world.delivery.all();
  }

  void withdraw(String request) throws Exception {
    world.run(world.patient, () -> consents().withdraw(request, Person.password()));
    world.delivery.all();
  }

  void issue() throws Exception {
    String id = onlyCase().id();
    world.run(world.officer, () -> desk().issue(id));
    world.delivery.all();
  }

  String readyToRead(FinishedEpisode episode) throws Exception {
    String request = ask(episode);
    consent(request);
    issue();
    return request;
  }

  ReadingView read(String request) throws Exception {
    ReadingView begun = world.as(world.asking, () -> requests().read(request, Person.password()));
    world.delivery.all();
    return world.as(world.asking, () -> requests().reading(begun.id()));
  }

  SharedRecord open(ReadingView reading) throws Exception {
    return world.as(world.asking, () -> requests().open(reading.id(), world.keysOf(world.asking)));
  }

  RequestView request(String id) throws Exception {
    return world.as(world.asking, () -> requests().request(id));
  }

  RequestView onlyRequest() throws Exception {
    return world.as(world.asking, () -> requests().mine()).get(0);
  }

  InquiryView waiting() throws Exception {
    return world.as(world.patient, () -> consents().waiting()).get(0);
  }

  InquiryView decided() throws Exception {
    return world.as(world.patient, () -> consents().decided()).get(0);
  }

  /** What became of the patient's record of that reference. */
  InquiryView requireDecided(String reference) throws Exception {
    return world.as(world.patient, () -> consents().decided()).stream()
        .filter(each -> each.reference().equals(reference))
        .findFirst()
        .orElseThrow();
  }

  CaseView onlyCase() throws Exception {
    return world.as(world.officer, () -> desk().cases()).get(0);
  }

  /** Brings a doctor below the floor: she signs what the rules refuse through her own fault. */
  void expel(Person doctor, FinishedEpisode episode) throws Exception {
    for (int i = 0; i < 5; i++) {
      world.later(Duration.ofSeconds(1));
      AccessRequestedBody overBeforeItBegins =
          new AccessRequestedBody(
              RequestId.random(world.crypto.random()),
              EpisodeReference.of(episode.facts().episode()),
              world.doctor(doctor).certificate(),
              world.bean(Parties.class).certificate(doctor.party()).orElseThrow(),
              "TREAT",
              world.now().minusSeconds(60));
      world.submit(doctor.party(), World.A, world.byDoctor(doctor, World.A, overBeforeItBegins));
      world.delivery.all();
    }
    assertThat(
            world.bean(Chains.class).state("HOSPITAL-A").inGoodStanding(world.doctor(doctor).pid()))
        .isFalse();
  }

  /** The digest of the grant that answered a request. */
  String grantOf(String request) {
    return world.container.transaction(
        () ->
            world
                .bean(InquiryRegister.class)
                .find(RequestId.ofHex(request))
                .flatMap(Inquiry::grantDigest)
                .orElseThrow());
  }

  /** Rows of a table, straight from the database. */
  static long count(World world, String table, String condition) throws SQLException {
    try (var connection = world.container.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select count(*) from " + table + " where " + condition)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
