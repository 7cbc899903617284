package org.epione.ledger.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.epione.ledger.connector.anchor.Anchoring;
import org.epione.ledger.connector.anchor.PlayedNode;
import org.epione.ledger.connector.anchor.TestAnchorage;
import org.epione.ledger.connector.store.AnchorRow;
import org.epione.ledger.connector.store.AnchorState;
import org.epione.ledger.connector.store.OutsideService;
import org.epione.ledger.connector.store.StandingRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a node may answer, and what comes of it: a problem for people, and nothing wrong is kept.
 */
abstract class HostileNodeContract extends ConnectorOnDatabase {

  private static final Duration LATE = Duration.ofHours(2);
  private static final String HASH = "0x" + "ab".repeat(32);

  private final PlayedNode network = new PlayedNode();
  private final TestAnchorage anchorage = new TestAnchorage(network.address());
  private Anchoring anchoring;

  @BeforeEach
  void connect() {
    anchoring = withPatience(Duration.ofSeconds(20));
  }

  private Anchoring withPatience(Duration patience) {
    return new Anchoring(node::run, anchorage.network().orElseThrow(), anchorage, patience);
  }

  @AfterEach
  void disconnect() {
    network.close();
  }

  private void look() {
    world.clock().move(LATE);
    anchoring.step(A);
  }

  private List<AnchorRow> anchors() {
    return node.run(c -> c.store().anchors().newest(A, 100));
  }

  private StandingRow standing() {
    return node.run(c -> c.store().standings().of(A, OutsideService.ANCHOR));
  }

  private void lie(String method, String answer) {
    network.answer(
        (asked, id) -> asked.equals(method) ? answer.replace("ID", id).getBytes(UTF_8) : null);
  }

  private void beHonest() {
    network.answer((method, id) -> null);
  }

  private void goOnWell() {
    beHonest();
    look();
    network.mine(TestAnchorage.CONFIRMATIONS);
    look();
    assertThat(anchors()).hasSize(1);
    assertThat(anchors().get(0).state()).isEqualTo(AnchorState.CONFIRMED);
    assertThat(standing().problem()).isEmpty();
    assertThat(network.dataInBlocks()).hasSize(1);
  }

  private static String result(String json) {
    return "{\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":" + json + "}";
  }

  static Stream<Arguments> liesBeforeSigning() {
    return Stream.of(
        Arguments.of("eth_chainId", result("\"0x1\""), "is of chain 1 instead of 31337"),
        Arguments.of("eth_chainId", result("31337"), "makes no sense"),
        Arguments.of("eth_chainId", result("\"0x07a69\""), "makes no sense"),
        Arguments.of("eth_chainId", result("\"-0x7a69\""), "makes no sense"),
        Arguments.of("eth_chainId", result("null"), "makes no sense"),
        Arguments.of("eth_chainId", "", "is not JSON"),
        Arguments.of("eth_chainId", "<html>Sign in</html>", "is not JSON"),
        Arguments.of("eth_chainId", "[]", "is no object"),
        Arguments.of("eth_chainId", "{}", "another question"),
        Arguments.of("eth_chainId", "{\"id\":ID}", "is none"),
        Arguments.of("eth_chainId", "{\"id\":\"ID\",\"result\":\"0x7a69\"}", "another question"),
        Arguments.of("eth_chainId", "{\"id\":999999,\"result\":\"0x7a69\"}", "another question"),
        Arguments.of("eth_chainId", "[".repeat(900_000), "is not JSON"),
        Arguments.of("eth_chainId", result("9".repeat(1_900_000)), "eth_chainId"),
        Arguments.of("eth_chainId", "{\"id\":1e999999999,\"result\":1}", "another question"),
        Arguments.of("eth_chainId", " ".repeat(2_000_001), "too many bytes"),
        Arguments.of(
            "eth_chainId",
            "{\"id\":ID,\"error\":{\"code\":-32000,\"message\":\"<b>\\u0000\\u202e"
                + "x".repeat(100_000)
                + "\"}}",
            "the node refuses eth_chainId: -32000 <b>??xxx"),
        Arguments.of("eth_chainId", "{\"id\":ID,\"error\":{\"code\":1e99}}", "eth_chainId: 0 "),
        Arguments.of("eth_getTransactionCount", result("\"0x" + "f".repeat(64) + "\""), "sense"),
        Arguments.of("eth_getTransactionCount", result("\"0x" + "f".repeat(65) + "\""), "sense"),
        Arguments.of("eth_estimateGas", result("\"0xffffffff\""), "wants 4294967295 gas"),
        Arguments.of("eth_maxPriorityFeePerGas", result("\"0xfffffffffff\""), "above the set"),
        Arguments.of("eth_feeHistory", result("{\"baseFeePerGas\":[]}"), "makes no sense"),
        Arguments.of("eth_feeHistory", result("{\"baseFeePerGas\":{}}"), "makes no sense"),
        Arguments.of("eth_feeHistory", result("[]"), "makes no sense"),
        Arguments.of("eth_feeHistory", result("null"), "makes no sense"),
        Arguments.of(
            "eth_feeHistory", result("{\"baseFeePerGas\":[\"0xffffffffffff\"]}"), "above the set"));
  }

  @ParameterizedTest
  @MethodSource("liesBeforeSigning")
  void answer_shouldBeRefused_beforeAnythingIsSigned(String method, String lie, String problem) {
    lie(method, lie);
    look();
    assertThat(anchors()).isEmpty();
    assertThat(standing().problem().orElseThrow()).contains(problem).hasSizeLessThan(200);
    goOnWell();
  }

  static Stream<Arguments> liesAboutWhatWasSent() {
    String other =
        "{\"transactionHash\":\"" + HASH + "\",\"blockNumber\":\"0x1\",\"blockHash\":\"X\"}";
    return Stream.of(
        Arguments.of("eth_getTransactionReceipt", result(other)),
        Arguments.of("eth_getTransactionReceipt", result("{}")),
        Arguments.of("eth_getTransactionReceipt", result("\"0x1\"")),
        Arguments.of("eth_getTransactionReceipt", result("{\"transactionHash\":\"0x1\"}")),
        Arguments.of("eth_getTransactionByHash", result("{\"hash\":\"" + HASH + "\"}")),
        Arguments.of("eth_sendRawTransaction", result("\"" + HASH + "\"")),
        Arguments.of("eth_sendRawTransaction", result("\"0x1\"")),
        Arguments.of("eth_sendRawTransaction", result("null")));
  }

  @ParameterizedTest
  @MethodSource("liesAboutWhatWasSent")
  void anchor_shouldNotBeTakenForIncluded_whenTheNodeTellsOfAnother(String method, String lie) {
    look();
    network.dropWaiting();
    lie(method, lie);
    look();
    assertThat(anchors()).extracting(AnchorRow::state).containsExactly(AnchorState.SENT);
    goOnWell();
  }

  @Test
  void anchor_shouldNotBeTakenForIncluded_whenItsBlockIsNotTheOneOfThatHeight() {
    look();
    network.mine(1);
    lie("eth_getBlockByNumber", result("{\"number\":\"0x1\",\"hash\":\"" + HASH + "\"}"));
    look();
    assertThat(anchors()).extracting(AnchorRow::state).containsExactly(AnchorState.SENT);
    lie("eth_getBlockByNumber", result("{\"number\":\"0x2\",\"hash\":\"" + HASH + "\"}"));
    look();
    assertThat(anchors()).extracting(AnchorRow::state).containsExactly(AnchorState.SENT);
    assertThat(standing().problem().orElseThrow()).contains("makes no sense");
    lie("eth_blockNumber", result("\"0x0\""));
    look();
    assertThat(anchors()).extracting(AnchorRow::state).containsExactly(AnchorState.SENT);
    goOnWell();
  }

  @Test
  void anchoring_shouldNotWait_forANodeThatNeverEndsItsAnswer() {
    CountDownLatch end = new CountDownLatch(1);
    network.answer(
        (method, id) -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          return null;
        });
    anchoring = withPatience(Duration.ofMillis(200));
    look();
    assertThat(standing().problem().orElseThrow()).contains("in time");
    assertThat(anchors()).isEmpty();
    end.countDown();
    anchoring = withPatience(Duration.ofSeconds(20));
    goOnWell();
  }

  @Test
  void problem_shouldNotTellAddressAndToken() {
    network.stop();
    look();
    assertThat(standing().problem().orElseThrow())
        .doesNotContain("127.0.0.1")
        .doesNotContain("key")
        .doesNotContain("token");
    assertThat(anchorage.network().orElseThrow().toString())
        .doesNotContain("127.0.0.1")
        .doesNotContain("the-token");
    network.goOn();
    goOnWell();
    assertThat(network.authorisations()).containsOnly("Bearer the-token");
  }
}
