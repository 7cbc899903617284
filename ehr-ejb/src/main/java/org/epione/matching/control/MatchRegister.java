package org.epione.matching.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.epione.ledger.identity.Pid;
import org.epione.matching.entity.Exchange;
import org.epione.matching.entity.KnownSearch;
import org.epione.matching.entity.Said;
import org.epione.matching.entity.Search;
import org.epione.matching.entity.Vault;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The rows of searches, comparisons and conversations. */
@ApplicationScoped
public class MatchRegister {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  void add(Object row) {
    entities.persist(row);
  }

  void flush() {
    entities.flush();
  }

  void remove(Object row) {
    entities.remove(row);
  }

  Optional<Vault> vault(AccountId account) {
    return Optional.ofNullable(entities.find(Vault.class, account.toString()));
  }

  /** The search under that pseudonym, which must be known. */
  Search search(Pid pseudonym) {
    return Optional.ofNullable(entities.find(Search.class, pseudonym.hex())).orElseThrow();
  }

  /** The search that runs, locked for what counts. */
  Optional<Search> takeRunning(AccountId account) {
    return running(account)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  Optional<Search> findRunning(AccountId account) {
    return running(account).getResultStream().findFirst();
  }

  private TypedQuery<Search> running(AccountId account) {
    return entities
        .createNamedQuery("Search.running", Search.class)
        .setParameter("account", account.toString());
  }

  List<Search> searchesOf(PartyCode hospital) {
    return entities
        .createNamedQuery("Search.ofHospital", Search.class)
        .setParameter("hospital", hospital.value())
        .getResultList();
  }

  List<Search> running(Instant now) {
    return entities
        .createNamedQuery("Search.allRunning", Search.class)
        .setParameter("now", now)
        .getResultList();
  }

  List<Search> overdue(Instant now) {
    return entities
        .createNamedQuery("Search.overdue", Search.class)
        .setParameter("now", now)
        .getResultList();
  }

  long searchesBegunSince(AccountId account, Instant since) {
    return entities
        .createNamedQuery("Search.begunSince", Long.class)
        .setParameter("account", account.toString())
        .setParameter("since", since)
        .getSingleResult();
  }

  /** Whom the search's hospital was told of, and who is in no pair with it. */
  List<KnownSearch> notPaired(Search own, Instant now) {
    return entities
        .createNamedQuery("KnownSearch.notPaired", KnownSearch.class)
        .setParameter("hospital", own.hospital().value())
        .setParameter("own", own.pseudonym().hex())
        .setParameter("now", now)
        .getResultList();
  }

  Optional<KnownSearch> known(PartyCode hospital, Pid pseudonym) {
    return Optional.ofNullable(
        entities.find(KnownSearch.class, KnownSearch.idOf(hospital, pseudonym)));
  }

  long knownFrom(PartyCode hospital, PartyCode peer) {
    return entities
        .createNamedQuery("KnownSearch.count", Long.class)
        .setParameter("hospital", hospital.value())
        .setParameter("peer", peer.value())
        .getSingleResult();
  }

  void removeKnown(Instant now) {
    entities.createNamedQuery("KnownSearch.over").setParameter("now", now).executeUpdate();
  }

  /** The exchange of that id, if it is that patient's; locked. */
  Optional<Exchange> take(AccountId account, UUID id) {
    return Optional.ofNullable(
            entities.find(Exchange.class, id.toString(), LockModeType.PESSIMISTIC_WRITE))
        .filter(each -> each.account().equals(account));
  }

  /** The side of {@code hospital} of a pair; locked. */
  Optional<Exchange> take(PartyCode hospital, Pid own, Pid peer, PartyCode peerHospital) {
    return entities
        .createNamedQuery("Exchange.ofPair", Exchange.class)
        .setParameter("hospital", hospital.value())
        .setParameter("own", own.hex())
        .setParameter("peer", peer.hex())
        .setParameter("peerHospital", peerHospital.value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  List<Exchange> begun(AccountId account) {
    return entities
        .createNamedQuery("Exchange.begun", Exchange.class)
        .setParameter("account", account.toString())
        .getResultList();
  }

  /** Hospitals with whose patients a search could begin or answer a comparison. */
  List<PartyCode> possiblePeers(Search search) {
    return entities
        .createNamedQuery("Exchange.possiblePeers", String.class)
        .setParameter("search", search.pseudonym().hex())
        .getResultList()
        .stream()
        .map(PartyCode::new)
        .toList();
  }

  /** Those with one hospital, at most so many. */
  List<Exchange> possibleWith(Search search, PartyCode peerHospital, int most) {
    return entities
        .createNamedQuery("Exchange.possibleWith", Exchange.class)
        .setParameter("search", search.pseudonym().hex())
        .setParameter("peer", peerHospital.value())
        .setMaxResults(most)
        .getResultList();
  }

  List<Exchange> openOf(Search search) {
    return entities
        .createNamedQuery("Exchange.ofSearch", Exchange.class)
        .setParameter("search", search.pseudonym().hex())
        .getResultList();
  }

  List<Exchange> openWith(PartyCode hospital, Pid peer, PartyCode peerHospital) {
    return entities
        .createNamedQuery("Exchange.withPeer", Exchange.class)
        .setParameter("hospital", hospital.value())
        .setParameter("peer", peer.hex())
        .setParameter("peerHospital", peerHospital.value())
        .getResultList();
  }

  long triesSince(AccountId account, Instant since) {
    return entities
        .createNamedQuery("Exchange.triesSince", Long.class)
        .setParameter("account", account.toString())
        .setParameter("since", since)
        .getSingleResult();
  }

  long triesOf(Pid search) {
    return entities
        .createNamedQuery("Exchange.triesOfSearch", Long.class)
        .setParameter("search", search.hex())
        .getSingleResult();
  }

  long triesWith(Pid search, PartyCode peerHospital) {
    return entities
        .createNamedQuery("Exchange.triesWith", Long.class)
        .setParameter("search", search.hex())
        .setParameter("peer", peerHospital.value())
        .getSingleResult();
  }

  long unseen(AccountId account) {
    return entities
        .createNamedQuery("Exchange.unseen", Long.class)
        .setParameter("account", account.toString())
        .getSingleResult();
  }

  Optional<Said> said(Exchange exchange, boolean outgoing, int number) {
    return Optional.ofNullable(entities.find(Said.class, Said.idOf(exchange, outgoing, number)));
  }

  List<Said> said(Exchange exchange) {
    return entities
        .createNamedQuery("Said.of", Said.class)
        .setParameter("exchange", exchange.id().toString())
        .getResultList();
  }

  void removeSaid(Exchange exchange) {
    entities
        .createNamedQuery("Said.delete")
        .setParameter("exchange", exchange.id().toString())
        .executeUpdate();
  }
}
