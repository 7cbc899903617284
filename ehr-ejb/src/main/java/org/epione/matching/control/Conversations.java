package org.epione.matching.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.epione.account.boundary.Caller;
import org.epione.crypto.codec.ByteString;
import org.epione.matching.boundary.Due;
import org.epione.matching.boundary.EndedBy;
import org.epione.matching.boundary.SaidView;
import org.epione.matching.entity.Exchange;
import org.epione.matching.entity.Said;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/**
 * Conversations: numbered ciphertexts, the first of each side being its agreement to meet. What the
 * other sent is shown to who agreed herself, so that nobody learns an answer before giving hers.
 * Who does not want to meet sends nothing: her silence looks like not having looked.
 */
@ApplicationScoped
public class Conversations {

  @EJB private Post post;
  @Inject private MatchRegister register;
  @Inject private Exchanges exchanges;
  @Inject private Blocks book;
  @Inject private Clock clock;

  /** Sends the next message; the very same again changes nothing. */
  public void say(Caller patient, UUID id, int number, ByteString sealed) {
    if (sealed.size() == 0 || sealed.size() > SaidMessage.MOST || number > Limits.MESSAGES) {
      throw new RefusedException(ErrorCode.MATCHING_TOO_LONG);
    }
    Exchange exchange = own(patient, id);
    Optional<Said> before = register.said(exchange, true, number);
    if (before.isPresent() && Arrays.equals(before.get().sealed(), sealed.bytes())) {
      return;
    }
    if (exchange.isEnded()) {
      throw new RefusedException(ErrorCode.MATCHING_OVER);
    }
    boolean agrees = number == 1 && exchange.due() == Due.DONE;
    if (number != exchange.sentCount() + 1 || !(agrees || exchange.isTogether())) {
      throw new RefusedException(ErrorCode.MATCHING_MESSAGE);
    }
    exchange.sent();
    register.add(new Said(exchange, true, number, sealed.bytes(), clock.instant()));
    send(exchange, SaidMessage.TYPE, new SaidMessage(pair(exchange), number, sealed).encode());
  }

  /** {@code matching.said}. */
  void said(ReceivedEnvelope envelope) throws MessageRejectedException {
    SaidMessage message = SaidMessage.decode(envelope.payload());
    Exchange exchange = exchanges.side(envelope, message.pair());
    Optional<Said> before = register.said(exchange, false, message.number());
    if (before.isPresent()) {
      if (!Arrays.equals(before.get().sealed(), message.sealed().bytes())) {
        throw new MessageRejectedException("Another message had this number.");
      }
      return;
    }
    if (exchange.isEnded()) {
      return;
    }
    boolean confirmed = exchange.due() == Due.DONE || exchange.due() == Due.WAIT;
    boolean agrees = message.number() == 1 && confirmed && exchange.ownShare().isPresent();
    if (message.number() != exchange.receivedCount() + 1
        || message.number() > Limits.MESSAGES
        || !(agrees || exchange.isTogether())) {
      throw new MessageRejectedException("It is not the message that is due.");
    }
    exchange.received();
    register.add(
        new Said(exchange, false, message.number(), message.sealed().bytes(), clock.instant()));
  }

  /** What was said, oldest first; nothing before the patient agreed to meet. */
  public List<SaidView> read(Caller patient, UUID id) {
    Exchange exchange = own(patient, id);
    if (!exchange.hasAgreed()) {
      return List.of();
    }
    exchange.saw();
    return register.said(exchange).stream()
        .map(
            each ->
                new SaidView(
                    each.outgoing(), each.number(), ByteString.of(each.sealed()), each.saidAt()))
        .toList();
  }

  /** Leaves a conversation; the other is told. */
  public void leave(Caller patient, UUID id, boolean forEver) {
    Exchange exchange = own(patient, id);
    if (!exchange.isTogether()) {
      throw new RefusedException(ErrorCode.MATCHING_NOT_DUE);
    }
    boolean forGood = forEver && exchange.block(EndedBy.OWN);
    if (exchange.isEnded() && !forGood) {
      return;
    }
    exchange.end(EndedBy.OWN, clock.instant());
    Optional<ByteString> secret = forGood ? Optional.of(book.newSecret()) : Optional.empty();
    secret.ifPresent(each -> book.keep(exchange, each));
    send(exchange, LeftMessage.TYPE, new LeftMessage(pair(exchange), secret).encode());
  }

  /** {@code matching.left}. */
  void left(ReceivedEnvelope envelope) throws MessageRejectedException {
    LeftMessage message = LeftMessage.decode(envelope.payload());
    Exchange exchange = exchanges.side(envelope, message.pair());
    exchange.end(EndedBy.PEER, clock.instant());
    // One of each side, of a conversation that was: more would only push others out.
    message
        .block()
        .filter(each -> exchange.isTogether() && exchange.block(EndedBy.PEER))
        .ifPresent(each -> book.keep(exchange, each));
  }

  /** Takes away for good what this side has of all conversations. */
  public void forgetAll(AccountId patient) {
    Instant now = clock.instant();
    for (Exchange each : register.begun(patient)) {
      if (!each.isEnded() && each.isTogether()) {
        send(each, LeftMessage.TYPE, new LeftMessage(pair(each), Optional.empty()).encode());
      }
      each.end(EndedBy.OWN, now);
      each.forget();
      register.removeSaid(each);
    }
  }

  private Exchange own(Caller patient, UUID id) {
    return register
        .take(patient.accountId(), id)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private static Pair pair(Exchange exchange) {
    return new Pair(exchange.own(), exchange.peer());
  }

  private void send(Exchange exchange, String type, byte[] payload) {
    post.send(exchange.hospital(), exchange.peerHospital(), type, payload, Optional.empty());
  }
}
