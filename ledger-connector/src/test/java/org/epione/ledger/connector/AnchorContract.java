package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.epione.ledger.connector.anchor.Anchoring;
import org.epione.ledger.connector.anchor.TestAnchorage;
import org.epione.ledger.connector.anchor.TestNode;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.context.LedgerTransactions;
import org.epione.ledger.connector.store.AnchorRow;
import org.epione.ledger.connector.store.AnchorState;
import org.epione.ledger.connector.store.AnchorTransactionRow;
import org.epione.ledger.connector.store.OutsideService;
import org.epione.ledger.connector.store.StandingRow;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.HeadAnchor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.utils.Numeric;

/** Checkpoints of hospital A anchored in a network. */
abstract class AnchorContract extends ConnectorOnDatabase {

  private static final Duration POLL = Duration.ofSeconds(11);
  private static final Duration LATE = Duration.ofHours(2);
  private static final BigInteger GWEI = BigInteger.valueOf(1_000_000_000);

  private TestNode network;
  private TestAnchorage anchorage;
  private Anchoring anchoring;
  private int enrolled;

  abstract TestNode network();

  @BeforeEach
  void connect() {
    network = network();
    anchorage = new TestAnchorage(network.address());
    anchoring = on(node::run);
  }

  @AfterEach
  void disconnect() {
    network.close();
  }

  private Anchoring on(LedgerTransactions transactions) {
    return new Anchoring(
        transactions, anchorage.network().orElseThrow(), anchorage, Duration.ofSeconds(10));
  }

  /** What the timer does, when the pause is over. */
  private void look() {
    world.clock().move(POLL);
    anchoring.step(A);
  }

  private void grow() {
    enrol(List.of(world.doctor(enrolled++)));
  }

  private Checkpoint head() {
    return Checkpoint.parse(node.run(c -> c.store().checkpoints().latest(A)).orElseThrow().text());
  }

  private List<AnchorRow> anchors() {
    return node.run(c -> c.store().anchors().newest(A, 100));
  }

  private AnchorRow anchor() {
    assertThat(anchors()).hasSize(1);
    return anchors().get(0);
  }

  private List<AnchorTransactionRow> transactions() {
    AnchorRow row = anchor();
    return node.run(c -> c.store().anchors().transactions(row));
  }

  private StandingRow standing() {
    return node.run(c -> c.store().standings().of(A, OutsideService.ANCHOR));
  }

  private List<Checkpoint> inBlocks() {
    return network.dataInBlocks().stream()
        .filter(data -> data.length() > 40)
        .map(data -> HeadAnchor.decode(Numeric.hexStringToByteArray(data)).head())
        .toList();
  }

  private void settle(int blocks) {
    network.mine(blocks);
    look();
  }

  @Test
  void anchor_shouldBeConfirmed_whenItsBlockIsDeepEnough() {
    look();
    assertThat(anchor().state()).isEqualTo(AnchorState.SENT);

    settle(1);
    assertThat(anchor().state()).isEqualTo(AnchorState.INCLUDED);
    assertThat(anchor().confirmations()).isEqualTo(1);
    assertThat(inBlocks()).containsExactly(head());

    settle(TestAnchorage.CONFIRMATIONS - 1);
    assertThat(anchor().state()).isEqualTo(AnchorState.CONFIRMED);
    assertThat(anchor().size()).isEqualTo(head().size());
    assertThat(standing().problem()).isEmpty();
  }

  @Test
  void anchor_shouldBeMadeAgain_onlyWhenTheLogGrewAndTheIntervalPassed() {
    look();
    settle(TestAnchorage.CONFIRMATIONS);
    world.clock().move(LATE);
    look();
    assertThat(anchors()).as("nothing new").hasSize(1);

    grow();
    grow();
    look();
    settle(TestAnchorage.CONFIRMATIONS);
    assertThat(inBlocks()).hasSize(2).last().isEqualTo(head());

    grow();
    look();
    assertThat(anchors()).as("too early").hasSize(2);
    world.clock().move(TestAnchorage.INTERVAL);
    look();
    assertThat(anchors()).hasSize(3);
  }

  /** Dies as a killed server does, at one point of its work. */
  private final class DyingServer {
    private final boolean beforeSending;
    private boolean signed;

    DyingServer(boolean beforeSending) {
      this.beforeSending = beforeSending;
    }

    <T> T run(Function<LedgerContext, T> work) {
      if (signed) {
        throw new IllegalStateException("killed");
      }
      T result = node.run(work);
      signed = !anchors().isEmpty();
      if (signed && beforeSending) {
        throw new IllegalStateException("killed");
      }
      return result;
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void transaction_shouldBeTheSame_whenTheServerIsKilledAroundSending(boolean beforeSending) {
    DyingServer server = new DyingServer(beforeSending);
    Anchoring dying = on(server::run);
    world.clock().move(POLL);
    assertThatThrownBy(() -> dying.step(A)).hasMessage("killed");
    assertThat(anchor().state()).isEqualTo(AnchorState.SIGNED);
    String signed = anchor().hash();

    node.restart();
    look();
    look();
    settle(TestAnchorage.CONFIRMATIONS);

    assertThat(transactions()).hasSize(1);
    assertThat(anchor().hash()).isEqualTo(signed);
    assertThat(anchor().state()).isEqualTo(AnchorState.CONFIRMED);
    assertThat(inBlocks()).containsExactly(head());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, TestAnchorage.CONFIRMATIONS})
  void transaction_shouldBeSentAgain_whenItsBlockIsReorganisedAway(int depth) {
    look();
    settle(depth);
    assertThat(anchor().confirmations()).isEqualTo(depth);

    network.reorganise(depth);
    world.clock().move(LATE);
    look();
    assertThat(anchor().state()).isEqualTo(AnchorState.SENT);
    assertThat(anchor().block()).isEmpty();

    settle(TestAnchorage.CONFIRMATIONS);
    assertThat(anchor().state()).isEqualTo(AnchorState.CONFIRMED);
    assertThat(transactions()).hasSize(1);
    assertThat(inBlocks()).containsExactly(head());
  }

  @Test
  void anchors_shouldBeInTheChainAgain_whenTheNetworkBeganAnew() {
    look();
    settle(TestAnchorage.CONFIRMATIONS);
    Checkpoint first = head();
    grow();
    world.clock().move(TestAnchorage.INTERVAL);
    network.reorganise(TestAnchorage.CONFIRMATIONS);
    // The first is not due for a check: that its nonce is free says that it is gone.
    look();
    look();
    settle(TestAnchorage.CONFIRMATIONS);
    look();
    settle(TestAnchorage.CONFIRMATIONS);

    assertThat(inBlocks()).containsExactly(first, head());
    assertThat(anchors()).extracting(AnchorRow::state).containsOnly(AnchorState.CONFIRMED);
  }

  @Test
  void transaction_shouldBeReplacedByOneThatBidsMore_whenItIsStuck() {
    look();
    network.baseFee(GWEI.multiply(BigInteger.valueOf(20)));
    settle(1);
    assertThat(anchor().state()).isEqualTo(AnchorState.SENT);

    world.clock().move(Duration.ofMinutes(5));
    look();
    assertThat(transactions()).hasSize(2);
    settle(TestAnchorage.CONFIRMATIONS);

    assertThat(anchor().state()).isEqualTo(AnchorState.CONFIRMED);
    assertThat(anchor().hash()).isEqualTo(transactions().get(0).hash());
    assertThat(inBlocks()).containsExactly(head());
  }

  @Test
  void bid_shouldStayWithinTheLimit_whenGasCostsMore() {
    look();
    network.baseFee(GWEI.multiply(BigInteger.valueOf(150)));
    settle(1);
    world.clock().move(Duration.ofMinutes(5));
    look();
    assertThat(transactions()).hasSize(1);
    assertThat(standing().problem().orElseThrow()).contains("above the set limit");

    network.baseFee(GWEI);
    world.clock().move(LATE);
    look();
    settle(TestAnchorage.CONFIRMATIONS);
    world.clock().move(LATE);
    look();
    assertThat(anchor().state()).isEqualTo(AnchorState.CONFIRMED);
    assertThat(inBlocks()).containsExactly(head());
  }

  @Test
  void anchoring_shouldGoOn_whenTheNodeWasAway() {
    network.stop();
    look();
    assertThat(standing().attempts()).isEqualTo(1);
    assertThat(standing().problem().orElseThrow()).contains("cannot be reached");
    assertThat(anchors()).isEmpty();
    look();
    assertThat(standing().attempts()).isEqualTo(2);
    anchoring.step(A);
    assertThat(standing().attempts()).as("asked without a pause").isEqualTo(2);

    network.goOn();
    look();
    assertThat(anchor().state()).isEqualTo(AnchorState.SENT);
    assertThat(standing().problem()).isEmpty();
    network.stop();
    look();
    network.goOn();
    world.clock().move(LATE);
    look();
    settle(TestAnchorage.CONFIRMATIONS);
    assertThat(anchor().state()).isEqualTo(AnchorState.CONFIRMED);
    assertThat(inBlocks()).containsExactly(head());
  }

  @Test
  void checkpoint_shouldBeAnchoredAnew_onlyWhenAnotherTransactionHasItsPlaceForGood() {
    look();
    network.dropWaiting();
    network.useNonceElsewhere();
    look();
    assertThat(transactions()).as("may still be reorganised").hasSize(1);

    settle(TestAnchorage.CONFIRMATIONS);
    assertThat(transactions()).hasSize(2);
    settle(TestAnchorage.CONFIRMATIONS);
    assertThat(anchor().state()).isEqualTo(AnchorState.CONFIRMED);
    assertThat(inBlocks()).containsExactly(head());
  }

  @Test
  void server_shouldNotAnchor_whenAnotherHasTheLease() throws Exception {
    Node second = new Node(world, node.database, world.hospital(), world.cloud(), world.manager());
    world.clock().move(POLL);
    on(second::run).step(A);
    assertThat(anchors()).isEmpty();
    look();
    on(second::run).step(A);
    assertThat(transactions()).hasSize(1);
  }
}
