package org.epione.outbox.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.epione.testing.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private Container container;
  private Outbox outbox;
  private OutboxDelivery delivery;

  @BeforeEach
  void start() {
    container = Container.start();
    outbox = container.bean(Outbox.class);
    delivery = container.bean(OutboxDelivery.class);
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void put_shouldBeRefused_whenThereIsNoTransaction() {
    assertThatThrownBy(() -> put("q", Optional.empty()))
        .isInstanceOf(jakarta.ejb.EJBTransactionRequiredException.class);
  }

  @Test
  void next_shouldGiveWhatWasPut_inOrder() {
    container.inTransaction(
        () -> {
          outbox.put(
              "epione.parties.local",
              DestinationKind.QUEUE,
              new byte[] {1, 2, 3},
              Map.of("epione_type", "team.turn", "epione_to", "HOSPITAL-A=1"),
              Optional.of("g"));
          put("second", Optional.empty());
        });

    List<WaitingMessage> next = delivery.next("one", 10);

    assertThat(next)
        .extracting(WaitingMessage::destination)
        .containsExactly("epione.parties.local", "second");
    WaitingMessage first = next.get(0);
    assertThat(first.body()).containsExactly(1, 2, 3);
    assertThat(first.properties())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("epione_type", "team.turn", "epione_to", "HOSPITAL-A=1"));
    assertThat(first.group()).contains("g");
    assertThat(delivery.backlog().messages()).isEqualTo(2);
    assertThat(delivery.backlog().oldest()).contains(container.clock().instant());
  }

  @Test
  void next_shouldGiveNothing_whenTheTransactionWasRolledBack() {
    assertThatThrownBy(
            () ->
                container.inTransaction(
                    () -> {
                      put("q", Optional.empty());
                      throw new IllegalStateException("fails after the put");
                    }))
        .isNotNull();

    assertThat(delivery.next("one", 10)).isEmpty();
  }

  @Test
  void next_shouldGiveAMessageAgain_untilItWasSent() {
    container.inTransaction(() -> put("q", Optional.empty()));
    long id = delivery.next("one", 10).get(0).id();
    assertThat(delivery.next("one", 10)).hasSize(1);

    delivery.sent(List.of(id));

    assertThat(delivery.next("one", 10)).isEmpty();
    assertThat(delivery.backlog().oldest()).isEmpty();
  }

  @Test
  void next_shouldGiveNothingToASecondInstance_whileTheFirstHoldsTheLease() {
    container.inTransaction(() -> put("q", Optional.empty()));
    assertThat(delivery.next("one", 10)).hasSize(1);
    assertThat(delivery.next("two", 10)).isEmpty();

    container.clock().advance(OutboxDelivery.LEASE);
    assertThat(delivery.next("two", 10)).hasSize(1);
    assertThat(delivery.next("one", 10)).isEmpty();

    delivery.release("two");
    assertThat(delivery.next("one", 10)).hasSize(1);
  }

  @Test
  void failed_shouldHoldBackItsGroupOnly() {
    container.inTransaction(
        () -> {
          put("a1", Optional.of("a"));
          put("a2", Optional.of("a"));
          put("b1", Optional.of("b"));
        });
    delivery.failed(delivery.next("one", 10).get(0).id());

    assertThat(delivery.next("one", 10))
        .extracting(WaitingMessage::destination)
        .containsExactly("b1");

    container.clock().advance(Duration.ofSeconds(1));
    assertThat(delivery.next("one", 10))
        .extracting(WaitingMessage::destination)
        .containsExactly("a1", "a2", "b1");
  }

  @Test
  void onCommit_shouldBeCalledOncePerCommit_andNotOnRollback() {
    AtomicInteger calls = new AtomicInteger();
    delivery.onCommit(calls::incrementAndGet);

    container.inTransaction(
        () -> {
          put("q", Optional.empty());
          put("q", Optional.empty());
          assertThat(calls).hasValue(0);
        });
    assertThat(calls).hasValue(1);

    assertThatThrownBy(
            () ->
                container.inTransaction(
                    () -> {
                      put("q", Optional.empty());
                      throw new IllegalStateException("fails after the put");
                    }))
        .isNotNull();
    assertThat(calls).hasValue(1);
  }

  @Test
  void put_shouldRefuseProperties_thatCouldNotBeReadBack() {
    for (Map<String, String> bad :
        List.of(Map.of("a\nb", "x"), Map.of("ok", "x\ny"), Map.of("", "x"), Map.of("a=b", "x"))) {
      assertThatThrownBy(
              () ->
                  container.inTransaction(
                      () ->
                          outbox.put(
                              "q", DestinationKind.QUEUE, new byte[0], bad, Optional.empty())))
          .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }
    assertThat(delivery.backlog().messages()).isZero();
  }

  @Test
  void failed_shouldDropMessage_whenItsAttemptsAreUsedUp() {
    container.inTransaction(
        () ->
            outbox.put(
                "gone",
                DestinationKind.QUEUE,
                new byte[0],
                Map.of(Outbox.MOST_ATTEMPTS, "2"),
                Optional.empty()));
    long id = delivery.next("one", 1).get(0).id();

    delivery.failed(id);
    assertThat(delivery.backlog().messages()).isEqualTo(1);
    delivery.failed(id);
    assertThat(delivery.backlog().messages()).isZero();
  }

  private void put(String destination, Optional<String> group) {
    outbox.put(destination, DestinationKind.QUEUE, new byte[] {1}, Map.of(), group);
  }
}
