package org.epione.team;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.ledger.connector.Ledger;
import org.epione.outbox.boundary.DestinationKind;
import org.epione.outbox.boundary.OutboxDelivery;
import org.epione.outbox.boundary.WaitingMessage;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Reception;
import org.epione.testing.Container;
import org.epione.testing.DueBlocks;

/**
 * The broker of a test: carries messages from the outbox to where they belong, keeps them, and can
 * carry each several times, or old ones again.
 */
public final class Wire {

  private static final int ROUNDS = 200;

  private final Container container;
  private final List<WaitingMessage> carried = new ArrayList<>();

  /** What was rejected, with the reason. */
  public final List<String> rejected = new ArrayList<>();

  /** How often each message is delivered. */
  public int copies = 1;

  /** Types of messages that are lost on the way. */
  public final Set<String> heldBack = new HashSet<>();

  /** A broker for the beans of that container. */
  public Wire(Container container) {
    this.container = container;
  }

  /** Delivers until nothing is waiting and no chain has anything to do. */
  public void deliverAll() {
    for (int round = 0; round < ROUNDS; round++) {
      List<WaitingMessage> waiting = container.bean(OutboxDelivery.class).next("test", 50);
      for (WaitingMessage message : waiting) {
        carried.add(message);
        boolean held = heldBack.contains(message.properties().get("epione_type"));
        for (int copy = 0; copy < copies && !held; copy++) {
          deliver(message);
        }
      }
      container.bean(OutboxDelivery.class).sent(waiting.stream().map(WaitingMessage::id).toList());
      container.clock().advance(Duration.ofMillis(20));
      Ledger ledger = container.bean(Ledger.class);
      ledger.hospitals().forEach(hospital -> DueBlocks.make(ledger, hospital));
      if (waiting.isEmpty() && container.bean(OutboxDelivery.class).next("test", 1).isEmpty()) {
        return;
      }
    }
    throw new IllegalStateException("the messages do not come to an end");
  }

  /** Delivers everything that was ever carried once more, latest first. */
  public void repeatAllBackwards() {
    List<WaitingMessage> old = new ArrayList<>(carried);
    java.util.Collections.reverse(old);
    old.forEach(this::deliver);
    deliverAll();
  }

  public List<WaitingMessage> carried() {
    return List.copyOf(carried);
  }

  /** The payloads of all envelopes of a type so far. */
  public List<byte[]> payloads(String type) {
    return carried.stream()
        .filter(message -> type.equals(message.properties().get("epione_type")))
        .map(message -> SignedEnvelope.decode(message.body()).envelope().payload().bytes())
        .toList();
  }

  public void deliver(WaitingMessage message) {
    if (message.kind() == DestinationKind.TOPIC) {
      return;
    }
    if (message.destination().startsWith("epione.ledger.")) {
      Ledger ledger = container.bean(Ledger.class);
      ledger
          .receive(List.of(message.body()))
          .get(0)
          .ifPresent(hospital -> DueBlocks.make(ledger, hospital));
      return;
    }
    try {
      container.bean(Reception.class).receive(message.body());
    } catch (MessageRejectedException rejection) {
      rejected.add(rejection.getMessage());
    }
  }
}
