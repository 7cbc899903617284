package org.epione.matching.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.epione.account.boundary.Caller;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.identity.Pid;
import org.epione.matching.boundary.Due;
import org.epione.matching.boundary.EndedBy;
import org.epione.matching.boundary.StepForm;
import org.epione.matching.entity.Exchange;
import org.epione.matching.entity.Search;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * The comparisons. Hospitals carry the browsers' messages, each once and in its turn, and count;
 * they look into none, and whether a confirmation is right they cannot see.
 */
@ApplicationScoped
public class Exchanges {

  @EJB private Post post;
  @Inject private MatchRegister register;
  @Inject private Blocks blocks;
  @Inject private Clock clock;

  /** Takes what this side's browser says; the very same again changes nothing. */
  public void step(Caller patient, UUID id, StepForm form) {
    Searches.requireSealed(form.sealed());
    Optional<byte[]> share = bytes(form.share());
    Optional<byte[]> confirmation = bytes(form.confirmation());
    // The search first: its lock keeps two pages from counting one try.
    Optional<Search> running = register.takeRunning(patient.accountId());
    Exchange exchange =
        register
            .take(patient.accountId(), id)
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    boolean nothing = share.isEmpty() && confirmation.isEmpty();
    if (!nothing && exchange.gave(share, confirmation)) {
      return;
    }
    if (exchange.isEnded()) {
      throw new RefusedException(ErrorCode.MATCHING_OVER);
    }
    Due due = exchange.due();
    require(share.isPresent() == (due == Due.BEGIN || due == Due.ANSWER));
    require(confirmation.isPresent() == (due == Due.ANSWER || due == Due.CONFIRM));
    require(!nothing);
    Instant now = clock.instant();
    share.ifPresent(
        each -> {
          requireTry(exchange, running, now);
          exchange.give(each, now);
        });
    confirmation.ifPresent(exchange::confirm);
    exchange.keep(form.sealed().bytes());
    send(exchange, form);
  }

  /** Keeps what a browser notes for itself, for example that nothing came of it. */
  public void note(Caller patient, UUID id, ByteString sealed) {
    Searches.requireSealed(sealed);
    Exchange exchange =
        register
            .take(patient.accountId(), id)
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (exchange.isEnded()) {
      throw new RefusedException(ErrorCode.MATCHING_OVER);
    }
    require(exchange.ownShare().isPresent());
    exchange.keep(sealed.bytes());
  }

  private void send(Exchange exchange, StepForm form) {
    List<ByteString> tags =
        exchange.isBeginner() && form.share().isPresent()
            ? blocks.tags(
                exchange.account(),
                exchange.hospital(),
                exchange.peerHospital(),
                exchange.own(),
                exchange.peer())
            : List.of();
    StepMessage message =
        new StepMessage(
            new Pair(exchange.own(), exchange.peer()), form.share(), form.confirmation(), tags);
    post.send(
        exchange.hospital(),
        exchange.peerHospital(),
        StepMessage.TYPE,
        message.encode(),
        Optional.empty());
  }

  /** Counts before anything is said: a try that comes to nothing was one. */
  private void requireTry(Exchange exchange, Optional<Search> running, Instant now) {
    if (running.filter(each -> each.pseudonym().equals(exchange.own())).isEmpty()) {
      throw new RefusedException(ErrorCode.MATCHING_OVER);
    }
    if (register.triesOf(exchange.own()) >= Limits.TRIES_OF_SEARCH
        || isFullWith(exchange.own(), exchange.hospital(), exchange.peerHospital())) {
      throw new RefusedException(ErrorCode.MATCHING_TRIES_OF_SEARCH);
    }
    if (register.triesSince(exchange.account(), now.minus(Limits.DAY)) >= Limits.TRIES_A_DAY) {
      throw RefusedException.forNow(ErrorCode.MATCHING_TRIES_OF_DAY, Duration.ofHours(1));
    }
  }

  /** Whether a search can try nobody more of that hospital; of its own there is no such limit. */
  private boolean isFullWith(Pid search, PartyCode own, PartyCode peerHospital) {
    return !peerHospital.equals(own)
        && register.triesWith(search, peerHospital) >= Limits.TRIES_WITH_HOSPITAL;
  }

  /** Those of a search that could be begun or answered now, at most so many. */
  List<Exchange> possible(Search search, int most) {
    if (register.triesOf(search.pseudonym()) >= Limits.TRIES_OF_SEARCH
        || register.triesSince(search.account(), clock.instant().minus(Limits.DAY))
            >= Limits.TRIES_A_DAY) {
      return List.of();
    }
    return register.possiblePeers(search).stream()
        .filter(each -> !isFullWith(search.pseudonym(), search.hospital(), each))
        .flatMap(each -> register.possibleWith(search, each, most).stream())
        // Who waits for an answer first.
        .sorted(Comparator.comparing(Exchange::due).reversed())
        .limit(most)
        .toList();
  }

  /** {@code matching.step}, from the other side's hospital. */
  void stepped(ReceivedEnvelope envelope) throws MessageRejectedException {
    StepMessage message = StepMessage.decode(envelope.payload());
    Exchange exchange = side(envelope, message.pair());
    if (exchange.isEnded()) {
      return;
    }
    if (message.share().isPresent()) {
      takeShare(exchange, message);
    }
    if (message.confirmation().isPresent() && !exchange.isEnded()) {
      takeConfirmation(exchange, message.confirmation().get().bytes());
    }
  }

  /** The receiving hospital's side of the pair that a message is about. */
  Exchange side(ReceivedEnvelope envelope, Pair pair) throws MessageRejectedException {
    return register
        .take(envelope.to(), pair.to(), pair.from(), envelope.from())
        .orElseThrow(() -> new MessageRejectedException("No such pair is compared here."));
  }

  private void takeShare(Exchange exchange, StepMessage message) throws MessageRejectedException {
    byte[] share = message.share().orElseThrow().bytes();
    if (exchange.peerShare().isPresent()) {
      requireSame(exchange.peerShare().get(), share);
      return;
    }
    boolean answer = message.confirmation().isPresent();
    if (exchange.isBeginner() != answer || (answer && exchange.ownShare().isEmpty())) {
      throw new MessageRejectedException("It is not this side's turn.");
    }
    if (!exchange.isBeginner() && blocks.isBlocked(exchange, message.blocks())) {
      exchange.end(EndedBy.OVER, clock.instant());
      return;
    }
    exchange.takeShare(share);
  }

  private static void takeConfirmation(Exchange exchange, byte[] confirmation)
      throws MessageRejectedException {
    if (exchange.peerConfirmation().isPresent()) {
      requireSame(exchange.peerConfirmation().get(), confirmation);
      return;
    }
    if (exchange.peerShare().isEmpty() || exchange.ownShare().isEmpty()) {
      throw new MessageRejectedException("It is not this side's turn.");
    }
    exchange.takeConfirmation(confirmation);
  }

  private static void requireSame(byte[] before, byte[] again) throws MessageRejectedException {
    if (!Arrays.equals(before, again)) {
      throw new MessageRejectedException("It said something else before.");
    }
  }

  private static Optional<byte[]> bytes(Optional<ByteString> message) {
    message.ifPresent(
        each -> {
          if (each.size() == 0 || each.size() > StepMessage.MOST) {
            throw new RefusedException(
                ErrorCode.INVALID_INPUT, "This is no message of a comparison.");
          }
        });
    return message.map(ByteString::bytes);
  }

  private static void require(boolean due) {
    if (!due) {
      throw new RefusedException(ErrorCode.MATCHING_NOT_DUE);
    }
  }
}
