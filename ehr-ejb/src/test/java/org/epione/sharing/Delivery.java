package org.epione.sharing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.ledger.connector.Ledger;
import org.epione.outbox.boundary.OutboxDelivery;
import org.epione.outbox.boundary.WaitingMessage;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Reception;
import org.epione.testing.Container;
import org.epione.testing.DueBlocks;
import org.jspecify.annotations.Nullable;

/** In place of relay, broker and message-driven beans: brings each message to its receiver. */
final class Delivery {

  private final Container container;
  private final OutboxDelivery outbox;
  private final FakeCloud cloud;
  private final List<byte[]> delivered = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();
  private Predicate<Envelope> held = envelope -> false;
  private final List<byte[]> waiting = new ArrayList<>();
  private @Nullable Random disorder;

  Delivery(Container container, FakeCloud cloud) {
    this.container = container;
    this.outbox = container.bean(OutboxDelivery.class);
    this.cloud = cloud;
  }

  /** Until nothing is left to deliver. */
  void all() {
    while (round() || step()) {
      // each round may cause the next
    }
  }

  /** From now on each message comes twice, and those under way in any order. */
  void disorderly(long seed) {
    disorder = new Random(seed);
  }

  /** Holds back what matches until {@link #release}. */
  void hold(Predicate<Envelope> which) {
    held = which;
  }

  /** Delivers what was held back. */
  void release() {
    held = envelope -> false;
    List<byte[]> late = List.copyOf(waiting);
    waiting.clear();
    late.forEach(this::toParty);
    all();
  }

  /** The last message that is held back. */
  byte[] lastHeld() {
    return waiting.get(waiting.size() - 1).clone();
  }

  /** What is in a signed message. */
  static byte[] payload(byte[] message) {
    return SignedEnvelope.decode(message).envelope().payload().bytes();
  }

  /** Why messages were rejected, oldest first. */
  List<String> rejected() {
    return List.copyOf(rejected);
  }

  /** The last message of that type that was delivered. */
  byte[] last(String type) {
    for (int i = delivered.size() - 1; i >= 0; i--) {
      if (SignedEnvelope.decode(delivered.get(i)).envelope().type().equals(type)) {
        return delivered.get(i).clone();
      }
    }
    throw new AssertionError("no message of type " + type);
  }

  /** The bytes of all messages that were delivered to a party. */
  List<byte[]> deliveredTo(String party) {
    return delivered.stream()
        .filter(body -> SignedEnvelope.decode(body).envelope().to().equals(party))
        .toList();
  }

  /** Delivers a message once more, or one that an attacker made. */
  void again(byte[] message) {
    toParty(message);
    all();
  }

  private boolean round() {
    List<WaitingMessage> batch = new ArrayList<>(outbox.next("test", 100));
    outbox.sent(batch.stream().map(WaitingMessage::id).toList());
    Random order = disorder;
    if (order != null) {
      batch.addAll(List.copyOf(batch));
      Collections.shuffle(batch, order);
    }
    batch.forEach(this::route);
    return !batch.isEmpty();
  }

  private void route(WaitingMessage message) {
    if (message.destination().startsWith("epione.ledger.")) {
      Ledger ledger = container.bean(Ledger.class);
      ledger
          .receive(List.of(message.body()))
          .get(0)
          .ifPresent(hospital -> DueBlocks.make(ledger, hospital));
    } else if (message.destination().startsWith("epione.parties.")) {
      toParty(message.body());
    }
  }

  private void toParty(byte[] body) {
    Envelope envelope = SignedEnvelope.decode(body).envelope();
    if (held.test(envelope)) {
      waiting.add(body);
      return;
    }
    delivered.add(body);
    if (envelope.to().equals("CLOUD") && !FakeCloud.leavesToTheReal(envelope)) {
      cloud.answer(envelope);
      return;
    }
    try {
      container.bean(Reception.class).receive(body);
    } catch (MessageRejectedException e) {
      rejected.add(String.valueOf(e.getMessage()));
    }
  }

  /** Whether a block maker had something to do. */
  private boolean step() {
    Ledger ledger = container.bean(Ledger.class);
    ledger.hospitals().forEach(hospital -> DueBlocks.make(ledger, hospital));
    return outbox.backlog().messages() > 0;
  }
}
