package org.epione.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.World;
import org.epione.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a portal that has the archive of one epoch. */
class ArchiveEpochCommandTest {

  private static final Duration EPOCH = Duration.ofDays(30);
  private static final byte[] ARCHIVE = archive();

  @TempDir Path folder;
  private final Said said = new Said();
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private volatile byte[] served = ARCHIVE;
  private volatile boolean closed = true;
  private HttpServer portal;
  private Path file;

  private static byte[] archive() {
    World world = new World("archive of an epoch");
    GrowingChain chain = new GrowingChain(world);
    chain.add(
        world.founding(
            new BlockRules(50, Duration.ZERO, Duration.ofDays(3), Duration.ofMinutes(2), EPOCH)));
    chain.add(world.doctors().stream().map(world::enrolment).toArray(LedgerRecord[]::new));
    world.clock().move(EPOCH);
    chain.add(world.closing(chain.state()));
    return chain.export();
  }

  private static String end() {
    return Digest.decode(Arrays.copyOfRange(ARCHIVE, ARCHIVE.length - 32, ARCHIVE.length)).hex();
  }

  @BeforeEach
  void serve() throws IOException {
    portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    portal.createContext("/ehr/api/", this::answer);
    portal.start();
    file = folder.resolve("a-2026.chain");
    environment.put("EPIONE_HOME", folder.resolve("home").toString());
    environment.put("EPIONE_HTTP_PORT", Integer.toString(portal.getAddress().getPort()));
    environment.put("EPIONE_USER", "nadia");
    environment.put("EPIONE_PASSWORD", "correct horse battery");
  }

  @AfterEach
  void stop() {
    portal.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(exchange.getRequestMethod() + " " + path.replaceFirst("/ehr/api/", ""));
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.endsWith("/removal")) {
      bodies.add(new String(body, StandardCharsets.UTF_8));
    }
    boolean refused = !closed && !path.endsWith("/session");
    byte[] sent = path.endsWith("/archive") ? served : new byte[0];
    if (refused) {
      sent = "{\"code\":\"EHR-4603\",\"title\":\"Not yet.\"}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
    }
    int status = refused ? 409 : sent.length == 0 ? 204 : 200;
    exchange.sendResponseHeaders(status, sent.length == 0 ? -1 : sent.length);
    exchange.getResponseBody().write(sent);
    exchange.close();
  }

  private int run(String... options) throws InterruptedException {
    List<String> words =
        new ArrayList<>(List.of("archive-epoch", "HOSPITAL-A", "1", file.toString()));
    words.addAll(List.of(options));
    return new EpioneCommandLine(new Settings(name -> null, environment::get), said.terminal)
        .run(words);
  }

  @Test
  void archive_shouldBeWrittenAndVerified_andNothingDeleted() throws Exception {
    assertThat(run()).isZero();

    assertThat(file).hasBinaryContent(ARCHIVE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(said.output()).contains("VALID", end(), "--delete");
    assertThat(requests)
        .containsExactly(
            "POST session", "GET chains/HOSPITAL-A/epochs/1/archive", "DELETE session");
  }

  @Test
  void records_shouldBeDeletedByTheFilesDigest_afterTheFileIsThere() throws Exception {
    assertThat(run("--delete", "--yes")).isZero();

    assertThat(bodies).containsExactly("{\"name\":\"a-2026.chain\",\"digest\":\"" + end() + "\"}");
    assertThat(file).hasBinaryContent(ARCHIVE);
    assertThat(said.output()).contains("has deleted the records of epoch 1 of HOSPITAL-A");
  }

  @Test
  void command_shouldGoOn_whereItWasKilled() throws Exception {
    Files.write(folder.resolve("a-2026.chain.part"), new byte[] {1});
    assertThat(run()).isZero();
    requests.clear();

    assertThat(run("--delete", "--yes")).isZero();

    assertThat(requests)
        .containsExactly(
            "POST session", "POST chains/HOSPITAL-A/epochs/1/removal", "DELETE session");
    assertThat(folder.resolve("a-2026.chain.part")).doesNotExist();
  }

  @Test
  void nothing_shouldBeDeleted_whenAByteOfTheFileIsFlipped() throws Exception {
    for (int at : new int[] {40, ARCHIVE.length / 2, ARCHIVE.length - 1}) {
      byte[] altered = ARCHIVE.clone();
      altered[at] ^= 1;
      Files.write(file, altered);

      assertThat(run("--delete", "--yes")).isEqualTo(1);

      assertThat(said.complaints()).contains("NOT VALID", "Nothing was deleted.");
      assertThat(file).hasBinaryContent(altered);
    }
    assertThat(requests).isEmpty();
  }

  @Test
  void nothing_shouldBeDeleted_whenTheFetchedFileDoesNotHold() throws Exception {
    served = Arrays.copyOf(ARCHIVE, ARCHIVE.length - 1);
    assertThat(run("--delete", "--yes")).isEqualTo(1);
    assertThat(said.complaints()).contains("NOT VALID");
    assertThat(bodies).isEmpty();
  }

  @Test
  void nothing_shouldBeDeleted_whenTheFileIsOfAnotherEpoch() throws Exception {
    Files.write(file, ARCHIVE);
    int status =
        new EpioneCommandLine(new Settings(name -> null, environment::get), said.terminal)
            .run(List.of("archive-epoch", "HOSPITAL-A", "2", file.toString(), "--delete", "--yes"));
    assertThat(status).isEqualTo(1);
    assertThat(said.complaints()).contains("EHR-9117", "not epoch 2 of HOSPITAL-A");
    assertThat(requests).isEmpty();
  }

  @Test
  void nothing_shouldBeDeleted_whenNobodyCanBeAsked() throws Exception {
    assertThat(run("--delete")).isEqualTo(1);
    assertThat(said.complaints()).contains("EHR-9111", "--yes");
    assertThat(bodies).isEmpty();
  }

  @Test
  void refusal_shouldBeSaid_andLeaveNoFile() throws Exception {
    closed = false;
    assertThat(run()).isEqualTo(1);
    assertThat(said.complaints()).contains("EHR-9113", "EHR-4603", "Not yet.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void arguments_shouldBeUnderstood_orTheUsageSaid() throws Exception {
    for (String line :
        List.of(
            "",
            "HOSPITAL-A 1",
            "HOSPITAL-A 0 f",
            "a 1 f",
            "HOSPITAL-A 1 f --yes",
            "HOSPITAL-A 1 --force",
            "HOSPITAL-A 1 f g")) {
      Said other = new Said();
      List<String> words = new ArrayList<>(List.of("archive-epoch"));
      Arrays.stream(line.split(" ")).filter(word -> !word.isEmpty()).forEach(words::add);
      assertThat(
              new EpioneCommandLine(new Settings(name -> null, environment::get), other.terminal)
                  .run(words))
          .isEqualTo(1);
      assertThat(other.complaints()).as(line).startsWith("EHR-9100 Usage");
    }
  }
}
