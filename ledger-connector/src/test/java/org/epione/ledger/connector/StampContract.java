package org.epione.ledger.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.tsp.TimeStampRequest;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.port.StampService;
import org.epione.ledger.connector.stamp.Stamping;
import org.epione.ledger.connector.store.OutsideService;
import org.epione.ledger.connector.store.StampRow;
import org.epione.ledger.connector.store.StandingRow;
import org.epione.ledger.stamp.BadStampException;
import org.epione.ledger.stamp.StampAuthorities;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.world.StampingAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Heads of hospital A's log stamped by an authority, honest or not. */
abstract class StampContract extends ConnectorOnDatabase {

  private static final Duration INTERVAL = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Answers to a request. */
  @FunctionalInterface
  private interface Answers {
    byte[] to(byte[] request) throws IOException;
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Instant start = world.now();
  private final StampingAuthority authority = authority();
  private HttpServer server;
  private volatile Answers answers = this::honest;
  private volatile int status = 200;
  private Stamping stamping;

  private StampingAuthority authority() {
    return new StampingAuthority(start.minus(Duration.ofDays(1)), start.plus(Duration.ofDays(10)));
  }

  private byte[] honest(byte[] request) {
    return authority.stamp(request, world.now());
  }

  @BeforeEach
  void listen() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] answer = answers.to(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.setExecutor(threads);
    server.start();
    stamping = by(PATIENCE);
  }

  @AfterEach
  void stopListening() {
    server.stop(0);
    threads.shutdownNow();
  }

  private Stamping by(Duration patience) throws BadStampException {
    URI address =
        URI.create(
            "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort());
    return new Stamping(
        node::run,
        new StampService(address, StampAuthorities.parse(authority.pem()), INTERVAL),
        patience);
  }

  private void look() {
    world.clock().move(INTERVAL);
    stamping.step(A);
  }

  private Checkpoint head() {
    return Checkpoint.parse(node.run(c -> c.store().checkpoints().latest(A)).orElseThrow().text());
  }

  private Optional<StampRow> stamp() {
    return node.run(c -> c.store().stamps().newest(A));
  }

  private StandingRow standing() {
    return node.run(c -> c.store().standings().of(A, OutsideService.STAMP));
  }

  private static byte[] imprint(Checkpoint head) {
    return Digest.of(head.text().getBytes(UTF_8)).bytes();
  }

  @Test
  void head_shouldBeStamped_whenItGrewAndTheIntervalPassed() throws Exception {
    look();
    StampRow first = stamp().orElseThrow();
    assertThat(first.size()).isEqualTo(head().size());
    assertThat(first.stamp().verify(head(), StampAuthorities.parse(authority.pem())))
        .isEqualTo(first.time());

    look();
    assertThat(stamp()).map(StampRow::kept).contains(first.kept());
    enrol(List.of(world.doctor(0)));
    look();
    assertThat(stamp()).map(StampRow::size).contains(head().size());
    enrol(List.of(world.doctor(1)));
    stamping.step(A);
    assertThat(stamp().orElseThrow().size()).as("too early").isLessThan(head().size());
    assertThat(standing().problem()).isEmpty();
  }

  /** What a hostile or broken authority answers. */
  private enum Lie {
    OTHER_NONCE("another question"),
    OTHER_HASH("something else"),
    OTHER_AUTHORITY("does not count"),
    EXPIRED("does not hold"),
    REFUSED("gave no time stamp"),
    EMPTY("malformed"),
    TEXT("malformed"),
    CUT("malformed"),
    HUGE("too many bytes"),
    ERROR("HTTP status 503");

    final String problem;

    Lie(String problem) {
      this.problem = problem;
    }
  }

  private byte[] lie(Lie lie, byte[] request) throws IOException {
    BigInteger nonce = new TimeStampRequest(request).getNonce();
    return switch (lie) {
      case OTHER_NONCE -> authority.stamp(imprint(head()), nonce.add(BigInteger.ONE), world.now());
      case OTHER_HASH -> authority.stamp(new byte[32], nonce, world.now());
      case OTHER_AUTHORITY -> authority().stamp(request, world.now());
      case EXPIRED -> authority.stamp(request, start.plus(Duration.ofDays(11)));
      case REFUSED -> authority.refusal();
      case EMPTY -> new byte[0];
      case TEXT -> "<html>Sign in</html>".getBytes(UTF_8);
      case CUT -> Arrays.copyOf(honest(request), 500);
      case HUGE -> new byte[65_537];
      case ERROR -> honest(request);
    };
  }

  @ParameterizedTest
  @EnumSource(Lie.class)
  void stamp_shouldBeRefused_whenItIsNotTheAuthoritysAnswer(Lie lie) {
    status = lie == Lie.ERROR ? 503 : 200;
    answers = request -> lie(lie, request);
    look();
    assertThat(stamp()).isEmpty();
    assertThat(standing().problem().orElseThrow()).contains(lie.problem);
    status = 200;
    answers = this::honest;
    look();
    assertThat(stamp()).isPresent();
    assertThat(standing().problem()).isEmpty();
  }

  @Test
  void stamping_shouldNotWait_forAnAuthorityThatDoesNotAnswer() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    answers =
        request -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          return honest(request);
        };
    stamping = by(Duration.ofMillis(200));
    look();
    assertThat(standing().problem().orElseThrow()).contains("in time");
    assertThat(stamp()).isEmpty();
    end.countDown();
  }

  @Test
  void server_shouldNotStamp_whenAnotherHasTheLease() throws Exception {
    Node second = new Node(world, node.database, world.hospital(), world.cloud(), world.manager());
    Stamping other =
        new Stamping(
            second::run,
            new StampService(
                URI.create("http://127.0.0.1:1"),
                StampAuthorities.parse(authority.pem()),
                INTERVAL),
            PATIENCE);
    other.step(A);
    assertThat(standing()).isEqualTo(StandingRow.NEVER);
  }
}
