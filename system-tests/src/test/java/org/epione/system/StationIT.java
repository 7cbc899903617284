package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.Waiting;
import org.epione.ledger.identity.StationIdentity;
import org.epione.ledger.station.BlocksWanted;
import org.epione.ledger.station.TrustAnchor;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.verification.VerificationReport;
import org.epione.station.StationFolder;
import org.epione.station.StationProgram;
import org.epione.system.RawRequest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Doctors' stations with the real server and broker. */
class StationIT {
  /** So long that whatever a station learns within the test came by the topic. */
  private static final Duration TOPIC_ONLY = Duration.ofMinutes(10);

  private final World world = World.played();
  private final CryptoSuite crypto = World.crypto();
  private final Waiting waiting = new Waiting(Clock.systemUTC(), Duration.ofSeconds(60));
  @TempDir Path home;

  @Test
  void export_shouldBeFinalByDelegates_whereTheDemonstrationsStationsRun() throws IOException {
    byte[] export = world.stage().auditor().exportChain("HOSPITAL-A");
    VerificationReport report =
        new ChainVerifier(crypto).verify(new ByteArrayInputStream(export), ProgressListener.NONE);

    assertThat(report.fault()).isEmpty();
    assertThat(report.finalByDelegates().orElse(-1)).isGreaterThan(10);
  }

  @Test
  void station_shouldCountersignWhatComesByTheTopic_andCatchUpAfterItWasAway() throws Exception {
    DoctorDesk soraya = world.stage().doctor("soraya.bergstrom");
    DoctorDesk tendai = world.stage().doctor("tendai.marchetti");
    try (StationFolder folder = StationFolder.open(home.resolve("soraya"), crypto.ed25519());
        StationFolder other = StationFolder.open(home.resolve("tendai"), crypto.ed25519())) {
      enrol(soraya, "soraya.bergstrom", folder);
      try (Running first = new Running(soraya, folder)) {
        waiting.untilTrue(
            "the station's copy", "the station", () -> folder.height() == number(soraya, "height"));
        enrol(tendai, "tendai.marchetti", other);
        waiting.untilTrue(
            "the countersignature", "the station", () -> lastVote(soraya) == height(soraya));
        assertThat(first.said).anyMatch(line -> line.startsWith("Countersigned up to"));
      }
      long before = height(soraya);
      withdraw(tendai, "tendai.marchetti");
      assertThat(height(soraya)).isGreaterThan(before);
      assertThat(lastVote(soraya)).isEqualTo(before);
      try (Running again = new Running(soraya, folder)) {
        waiting.untilTrue(
            "the missed countersignature", "the station", () -> lastVote(soraya) == height(soraya));
        assertThat(again.said).noneMatch(line -> line.startsWith("Waiting"));
      }
      withdraw(soraya, "soraya.bergstrom");
    }
  }

  @Test
  void message_shouldBeRefused_whenNoDoctorEnrolledItsStation() {
    try (StationFolder stranger = StationFolder.open(home.resolve("x"), crypto.ed25519())) {
      Envelope envelope =
          new Envelope(
              EnvelopeId.random(crypto.random()),
              BlocksWanted.TYPE,
              stranger.key().identity().name(),
              "HOSPITAL-A",
              Instant.now(),
              Optional.empty(),
              ByteString.of(new BlocksWanted(0).encode()));
      byte[] message = envelope.signed(stranger.key().sign(envelope.toSign())).encode();

      Answer unknown = post(message);
      assertThat(unknown.status()).isEqualTo(409);
      assertThat(unknown.body()).contains("EHR-4620");
    }
    for (byte[] bad :
        List.of(new byte[0], "{}".getBytes(StandardCharsets.UTF_8), new byte[100_000])) {
      Answer answer = post(bad);
      assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
      assertThat(answer.body()).doesNotContain("Exception");
    }
    assertThat(post(new byte[1 << 20]).status()).isBetween(400, 499);
  }

  private Answer post(byte[] message) {
    return RawRequest.octets("/ehr/api/stations", message).send(world.installation());
  }

  private void enrol(DoctorDesk desk, String userName, StationFolder folder) {
    StationIdentity station = folder.key().identity();
    desk.enrolStation(station.text(), world.stage().password(userName));
    waiting.untilTrue(
        "the enrolment",
        "the chain",
        () -> desk.station().name().equals(Optional.of(station.name())));
  }

  private void withdraw(DoctorDesk desk, String userName) {
    desk.withdrawStation(world.stage().password(userName));
    waiting.untilTrue("the withdrawal", "the chain", () -> desk.station().name().isEmpty());
  }

  private static long height(DoctorDesk desk) {
    return number(desk, "height");
  }

  private static long lastVote(DoctorDesk desk) {
    return number(desk, "lastVote");
  }

  private static long number(DoctorDesk desk, String field) {
    JsonObject station = desk.session().get("api/station");
    JsonNumber number = station.getJsonNumber(field);
    return number == null ? -1 : number.longValueExact();
  }

  /** A station that runs until it is closed. */
  private final class Running implements AutoCloseable {
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final StationProgram program;
    private final Thread thread;

    Running(DoctorDesk doctor, StationFolder folder) {
      program =
          new StationProgram(
              folder,
              new TrustAnchor("HOSPITAL-B", ByteString.ofHex(doctor.station().systemManagerKey())),
              world.installation().target().portal(),
              world.installation().target().stations(),
              crypto,
              Clock.systemUTC(),
              TOPIC_ONLY,
              said::add);
      thread = new Thread(this::go, "station under test");
      thread.start();
    }

    private void go() {
      try {
        program.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      program.stop();
      thread.interrupt();
      assertThat(thread).satisfies(each -> each.join(Duration.ofSeconds(30).toMillis()));
      assertThat(thread.isAlive()).isFalse();
    }
  }
}
