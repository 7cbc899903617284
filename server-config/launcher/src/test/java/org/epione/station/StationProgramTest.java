package org.epione.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.block.Block;
import org.epione.ledger.finality.Equivocation;
import org.epione.ledger.station.BlockBatch;
import org.epione.ledger.station.BlocksWanted;
import org.epione.ledger.station.StationAlarm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A station and a hospital that shows two histories, over HTTP. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StationProgramTest {

  private final CryptoSuite crypto = CryptoSuite.create(new SecureRandomSource());
  private final TwoHistories hospital = new TwoHistories(crypto);
  private final List<Envelope> alarms = Collections.synchronizedList(new ArrayList<>());
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private volatile List<Block> shown = hospital.first();
  private final AtomicInteger refusals = new AtomicInteger();
  private HttpServer portal;
  @TempDir Path home;

  @BeforeEach
  void serve() throws IOException {
    portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    portal.createContext("/ehr/api/stations", this::answer);
    portal.start();
  }

  @AfterEach
  void stop() {
    portal.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Envelope envelope = SignedEnvelope.decode(exchange.getRequestBody().readAllBytes()).envelope();
    byte[] body = new byte[0];
    int status = 204;
    if (refusals.get() > 0) {
      status = 409;
      body = "{\"code\":\"EHR-4620\"}".getBytes(StandardCharsets.UTF_8);
    } else if (envelope.type().equals(BlocksWanted.TYPE)) {
      int from = (int) BlocksWanted.decode(envelope.payload().bytes()).from();
      List<Block> all = shown;
      List<ByteString> blocks =
          all.subList(Math.min(from, all.size()), all.size()).stream()
              .map(block -> ByteString.of(block.encode()))
              .toList();
      status = 200;
      body = new BlockBatch(all.size() - 1, blocks).encode();
    } else if (envelope.type().equals(StationAlarm.TYPE)) {
      alarms.add(envelope);
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private StationProgram program(StationFolder folder) {
    return new StationProgram(
        folder,
        hospital.anchor(),
        URI.create("http://127.0.0.1:" + portal.getAddress().getPort() + "/ehr/"),
        Optional.empty(),
        crypto,
        Clock.systemUTC(),
        Duration.ofMillis(20),
        line -> {
          said.add(line);
          if (line.startsWith("Not enrolled yet")) {
            refusals.set(0);
          }
        });
  }

  private void follow(StationFolder folder, int height) throws InterruptedException {
    StationProgram program = program(folder);
    Thread thread =
        new Thread(
            () -> {
              try {
                program.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    Path last = home.resolve("station/blocks").resolve(String.format(Locale.ROOT, "%012d", height));
    while (!Files.exists(last)) {
      Thread.onSpinWait();
    }
    program.stop();
    thread.join();
  }

  @Test
  void run_shouldRaiseTheAlarmAndEnd_whenTheHospitalShowsAnotherHistory() throws Exception {
    try (StationFolder folder = StationFolder.open(home.resolve("station"), crypto.ed25519())) {
      follow(folder, 1);
      shown = hospital.second();

      assertThat(program(folder).run()).isFalse();

      assertThat(said).anyMatch(line -> line.startsWith("ALARM"));
      assertThat(alarms).hasSize(1);
      assertThat(alarms.get(0).from()).isEqualTo(folder.key().identity().name());
      Equivocation proof = Equivocation.decode(alarms.get(0).payload().bytes());
      assertThat(proof.first()).isEqualTo(hospital.first().get(1).signedHeader());
      assertThat(proof.second()).isEqualTo(hospital.second().get(1).signedHeader());
      assertThat(folder.evidenceFile()).hasBinaryContent(proof.encode());
      shown = hospital.first();
      assertThat(program(folder).run()).isFalse();
    }
  }

  @Test
  void run_shouldShowTheEnrolmentCode_untilTheHospitalKnowsTheStation() throws Exception {
    refusals.set(1);
    try (StationFolder folder = StationFolder.open(home.resolve("station"), crypto.ed25519())) {
      follow(folder, 1);

      assertThat(said).anyMatch(line -> line.endsWith(folder.key().identity().text()));
      assertThat(folder.height()).isEqualTo(1);
      assertThat(alarms).isEmpty();
    }
  }
}
