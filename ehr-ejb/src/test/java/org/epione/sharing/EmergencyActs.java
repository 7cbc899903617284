package org.epione.sharing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.AccountEventView;
import org.epione.account.boundary.Role;
import org.epione.account.boundary.SecondFactor;
import org.epione.chain.boundary.ChainRecords;
import org.epione.crypto.codec.ByteString;
import org.epione.emergency.boundary.EmergencyAccess;
import org.epione.emergency.boundary.EmergencyCaseView;
import org.epione.emergency.boundary.EmergencyCases;
import org.epione.emergency.boundary.EmergencyDesk;
import org.epione.emergency.boundary.EmergencyForm;
import org.epione.emergency.boundary.EmergencyPatientView;
import org.epione.emergency.boundary.EmergencyReason;
import org.epione.emergency.boundary.EmergencyReviews;
import org.epione.emergency.boundary.EmergencyView;
import org.epione.emergency.boundary.OwnEmergencies;
import org.epione.emergency.boundary.Refusal;
import org.epione.ledger.record.RecordType;
import org.epione.sharing.boundary.InquiryView;
import org.epione.sharing.boundary.ReadingView;
import org.epione.sharing.boundary.SharedRecord;

/** What people do in an emergency, each with all messages delivered; the doctor is the treating. */
final class EmergencyActs {

  static final String TEXT = "Found unconscious in the waiting room";

  private final World world;
  final Person administrator;

  EmergencyActs(World world) {
    this.world = world;
    this.administrator = world.person(World.A, Role.HOSPITAL_ADMINISTRATOR, "Admin");
  }

  EmergencyPatientView look(Person patient) throws Exception {
    return world.as(world.treating, () -> access().patient(world.numberOf(patient)));
  }

  EmergencyView ask() throws Exception {
    return ask(world.patient);
  }

  EmergencyView ask(Person patient) throws Exception {
    return askAs(world.treating, patient);
  }

  EmergencyView askAs(Person doctor, Person patient) throws Exception {
    EmergencyForm form =
        new EmergencyForm(world.numberOf(patient), EmergencyReason.CANNOT_SPEAK, TEXT);
    EmergencyView made = world.as(doctor, () -> access().ask(form, Person.password()));
    world.delivery.all();
    return made;
  }

  List<EmergencyView> toConfirm(Person colleague) throws Exception {
    return world.as(colleague, () -> world.bean(EmergencyDesk.class).requests());
  }

  void confirm(Person colleague, String id) throws Exception {
    world.run(colleague, () -> world.bean(EmergencyDesk.class).confirm(id, Person.password()));
    world.delivery.all();
  }

  void refuse(Person colleague, String id) throws Exception {
    world.run(colleague, () -> world.bean(EmergencyDesk.class).refuse(id));
    world.delivery.all();
  }

  void release(String id) throws Exception {
    world.run(
        world.officer,
        () -> world.bean(EmergencyCases.class).release(id, "Rang back", Person.password()));
    world.delivery.all();
  }

  void withhold(String id) throws Exception {
    world.run(
        world.officer, () -> world.bean(EmergencyCases.class).refuse(id, "Nobody answers there"));
    world.delivery.all();
  }

  /** Asks, confirms and releases. */
  EmergencyView open() throws Exception {
    EmergencyView asked = ask();
    confirm(world.second, asked.id());
    release(asked.id());
    return mine();
  }

  EmergencyView mine() throws Exception {
    return world.as(world.treating, () -> access().mine()).get(0);
  }

  EmergencyCaseView onlyCase() throws Exception {
    return world.as(world.officer, () -> world.bean(EmergencyCases.class).cases()).get(0);
  }

  List<EmergencyView> toReview() throws Exception {
    return world.as(administrator, () -> world.bean(EmergencyReviews.class).emergencies());
  }

  void review(String id, boolean justified, String words) throws Exception {
    reviewAs(administrator, id, justified, words);
  }

  void reviewAs(Person reviewer, String id, boolean justified, String words) throws Exception {
    world.run(
        reviewer,
        () -> world.bean(EmergencyReviews.class).close(id, justified, words, Person.password()));
    world.delivery.all();
  }

  Refusal refusal() throws Exception {
    return world.as(world.patient, () -> own().refusal());
  }

  void refuseBeforehand() throws Exception {
    world.run(world.patient, () -> own().refuse(Person.password()));
    world.delivery.all();
  }

  void allowAgain() throws Exception {
    world.run(world.patient, () -> own().allow(Person.password()));
    world.delivery.all();
  }

  EmergencyView ofPatient() throws Exception {
    return world.as(world.patient, () -> own().emergencies()).get(0);
  }

  InquiryView inquiry(FinishedEpisode episode) throws Exception {
    return new Steps(world).requireDecided(episode.reference());
  }

  List<AccountEventKind> noticesOfPatient() throws Exception {
    return world.as(world.patient, () -> world.bean(SecondFactor.class).events()).stream()
        .filter(AccountEventView::notice)
        .map(AccountEventView::kind)
        .toList();
  }

  /** The request of the latest emergency for that record. */
  String requestFor(FinishedEpisode episode) throws Exception {
    return mine().records().stream()
        .filter(each -> each.reference().equals(episode.reference()))
        .findFirst()
        .orElseThrow()
        .request();
  }

  ReadingView tryToRead(FinishedEpisode episode) throws Exception {
    return tryToReadAs(world.treating, requestFor(episode));
  }

  ReadingView tryToReadAs(Person doctor, String request) throws Exception {
    Steps steps = new Steps(world);
    ReadingView begun = world.as(doctor, () -> steps.requests().read(request, Person.password()));
    world.delivery.all();
    return world.as(doctor, () -> steps.requests().reading(begun.id()));
  }

  List<String> read(FinishedEpisode episode) throws Exception {
    ReadingView reading = tryToRead(episode);
    SharedRecord shared =
        world.as(
            world.treating,
            () -> new Steps(world).requests().open(reading.id(), world.keysOf(world.treating)));
    return shared.parts().stream().map(SharedRecord.Part::text).toList();
  }

  List<RecordType> types(FinishedEpisode episode) {
    return world.container.transaction(
        () ->
            world.bean(ChainRecords.class).ofEpisode(World.A, episode.facts().episode()).stream()
                .map(each -> each.record().type())
                .toList());
  }

  List<ByteString> salts() throws SQLException {
    List<ByteString> salts = new ArrayList<>();
    try (var connection = world.container.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select finding_salt from emergency_record")) {
      while (rows.next()) {
        salts.add(ByteString.of(rows.getBytes(1)));
      }
    }
    return salts;
  }

  private EmergencyAccess access() {
    return world.bean(EmergencyAccess.class);
  }

  private OwnEmergencies own() {
    return world.bean(OwnEmergencies.class);
  }
}
