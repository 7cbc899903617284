package org.epione.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.demo.DemonstrationData.Hospital;
import org.epione.demo.DemonstrationData.Person;
import org.epione.demo.client.DoctorDesk;
import org.epione.ledger.identity.StationIdentity;
import org.epione.ledger.station.TrustAnchor;
import org.epione.station.StationFolder;
import org.epione.station.StationProgram;

/**
 * Stations of doctors, which run in this process until it ends: each in a thread of its own, on a
 * folder of its own below the home.
 */
public final class DoctorStations {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Stage stage;
  private final CryptoSuite crypto;

  /** Stations on that stage. */
  public DoctorStations(Stage stage, CryptoSuite crypto) {
    this.stage = stage;
    this.crypto = crypto;
  }

  /** Two thirds of a hospital's doctors start a station and enrol it. */
  public void start(Hospital hospital) {
    int needed = stage.doctor(hospital.doctors().get(0).userName()).station().needed();
    hospital.doctors().stream().limit(needed).forEach(doctor -> start(hospital, doctor));
  }

  private void start(Hospital hospital, Person doctor) {
    DoctorDesk desk = stage.doctor(doctor.userName());
    Path home = stage.target().home().resolve("stations").resolve(doctor.userName());
    StationFolder folder = StationFolder.open(home, crypto.ed25519());
    run(hospital, doctor, desk.station(), folder);
    StationIdentity station = folder.key().identity();
    if (desk.station().name().isEmpty()) {
      desk.enrolStation(station.text(), stage.password(doctor.userName()));
    }
    stage
        .waiting()
        .untilTrue(
            "the enrolment of the station of " + doctor.displayName(),
            "My station in the doctor's portal, and the chain's state",
            () -> desk.station().name().equals(Optional.of(station.name())));
    stage
        .progress()
        .verified("station enrolled", doctor.userName(), "", station.name() + " countersigns");
  }

  private void run(
      Hospital hospital, Person doctor, DoctorDesk.Station known, StationFolder folder) {
    StationProgram program =
        new StationProgram(
            folder,
            new TrustAnchor(hospital.code(), ByteString.ofHex(known.systemManagerKey())),
            stage.target().portal(),
            stage.target().stations(),
            crypto,
            stage.clock(),
            LOOK_AGAIN,
            // What it says is for its doctor; that it countersigns is verified at the end.
            line -> {});
    Thread thread = new Thread(() -> run(program, folder), "station of " + doctor.userName());
    thread.setDaemon(true);
    thread.start();
  }

  private static void run(StationProgram program, StationFolder folder) {
    try (folder) {
      program.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Two thirds of the delegates countersign up to the head. */
  public void reach(Hospital hospital) {
    long height =
        stage
            .waiting()
            .until(
                "the countersignatures of two thirds of the delegates",
                "the chain in the auditor's portal, and the stations' folders",
                () -> stage.auditor().finalByDelegates(hospital.code()));
    stage
        .progress()
        .verified(
            "final by delegates",
            hospital.code(),
            "0-" + height,
            "two thirds of the doctors' stations checked and countersigned every block");
  }
}
