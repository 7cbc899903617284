package org.epione.matching.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.matching.boundary.ExchangeView;
import org.epione.matching.boundary.MatchingView;
import org.epione.matching.boundary.SearchView;
import org.epione.matching.boundary.VaultView;
import org.epione.matching.entity.Exchange;
import org.epione.matching.entity.Search;
import org.epione.platform.identity.AccountId;

/** What a patient's browser is told. */
@ApplicationScoped
public class MatchingViews {

  /** A page begins these, then asks again. */
  private static final int AT_A_TIME = 20;

  @Inject private MatchRegister register;
  @Inject private Exchanges exchanges;

  /** Where all of a patient's stands. */
  public MatchingView of(AccountId account) {
    Optional<Search> search = register.findRunning(account);
    Stream<Exchange> possible =
        search.stream().flatMap(each -> exchanges.possible(each, AT_A_TIME).stream());
    Stream<Exchange> begun =
        register.begun(account).stream()
            .filter(each -> !each.isEnded() || each.sealed().isPresent());
    return new MatchingView(
        register
            .vault(account)
            .map(each -> new VaultView(ByteString.of(each.salt()), ByteString.of(each.probe()))),
        search.map(this::view),
        Stream.concat(begun, possible).map(this::view).toList());
  }

  /** In how many conversations something is new. */
  public long unseen(AccountId account) {
    return register.unseen(account);
  }

  private SearchView view(Search search) {
    return new SearchView(
        search.reach(),
        search.sealed().map(ByteString::of).orElseThrow(),
        search.begunAt(),
        search.endsAt(),
        register.triesOf(search.pseudonym()),
        Limits.TRIES_OF_SEARCH);
  }

  private ExchangeView view(Exchange exchange) {
    boolean together = exchange.isTogether();
    return new ExchangeView(
        exchange.id().toString(),
        ByteString.of(exchange.own().bytes()),
        certificate(exchange),
        ByteString.of(exchange.peer().bytes()),
        ByteString.of(exchange.peerCertificate().bytes()),
        exchange.isBeginner(),
        exchange.due(),
        exchange.peerShare().map(ByteString::of),
        exchange.peerConfirmation().map(ByteString::of),
        exchange.sealed().map(ByteString::of),
        exchange.hasAgreed(),
        together,
        exchange.sentCount(),
        together ? exchange.receivedCount() : 0,
        exchange.endedBy());
  }

  private ByteString certificate(Exchange exchange) {
    return ByteString.of(Digest.of(register.search(exchange.own()).certificate()).bytes());
  }
}
