package org.epione.cloud.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.cloud.boundary.SearchFound;
import org.epione.cloud.boundary.SearchId;
import org.epione.cloud.boundary.SearchRequest;
import org.epione.cloud.boundary.SearchState;
import org.epione.cloud.boundary.Trapdoors;
import org.epione.cloud.entity.CloudObject;
import org.epione.cloud.entity.CloudSearch;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.scheme.pre.ScopedHeader;
import org.epione.crypto.scheme.pre.Trapdoor;
import org.epione.custody.boundary.NotOpenedException;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.PartyCode;
import org.epione.settings.Settings;

/**
 * Tests a trapdoor against all records that a hospital stored at a cloud hosted here. The cloud
 * sees which of them match; not for whom, nor for which symptom. Each portion has a transaction of
 * its own, ordered by a message of the cloud to itself: what was begun survives a crash, and a
 * portion has its effect once. When all is tested, the trapdoor is deleted.
 */
@ApplicationScoped
public class HeaderSearch {

  /** Most searches of one hospital at one time. */
  static final int MOST_AT_ONCE = 20;

  /** What has not come to its end by then is not gone on with, and its trapdoor is deleted. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private CloudStorage storage;
  @Inject private Trapdoors trapdoors;
  @Inject private CryptoSuite suite;
  @Inject private Settings settings;
  @Inject private Clock clock;
  @EJB private Post post;

  /** {@code cloud.search}. That it comes again while the search goes on changes nothing. */
  void begin(PartyCode cloud, PartyCode hospital, SearchRequest request)
      throws MessageRejectedException {
    Trapdoor trapdoor = open(cloud, hospital, request);
    if (find(cloud, hospital, request.search()).isPresent()) {
      return;
    }
    if (running(cloud, hospital) >= MOST_AT_ONCE) {
      tell(
          cloud, hospital, new SearchFound(request.search(), SearchState.BUSY, 0, 0, 0, List.of()));
      return;
    }
    CloudSearch begun =
        new CloudSearch(
            cloud,
            hospital,
            request.search(),
            trapdoors.protect(
                cloud, label(CloudSearch.idOf(cloud, hospital, request.search())), trapdoor),
            storage.count(cloud, hospital),
            clock.instant());
    entities.persist(begun);
    order(cloud, begun);
  }

  /** {@code cloud.search-on}: the next portion. One that was done before is no news. */
  void goOn(PartyCode cloud, SearchOn order) {
    Optional<CloudSearch> waiting =
        find(cloud, order.hospital(), order.search())
            .filter(each -> each.portion() == order.portion());
    if (waiting.isEmpty()) {
      return;
    }
    CloudSearch search = waiting.get();
    Trapdoor trapdoor = trapdoors.unprotect(cloud, label(search.id()), search.protectedTrapdoor());
    List<CloudObject> objects =
        storage.after(cloud, search.hospital(), search.lastObject(), portion());
    for (CloudObject object : objects) {
      header(object)
          .ifPresentOrElse(
              header -> search.tested(object, suite.reEncryption().matches(trapdoor, header)),
              () -> search.unreadable(object));
    }
    if (objects.size() < portion()) {
      tell(cloud, search.hospital(), search.soFar(SearchState.DONE));
      entities.remove(search);
    } else {
      tell(cloud, search.hospital(), search.soFar(SearchState.SEARCHING));
      search.next();
      order(cloud, search);
    }
  }

  /** Deletes searches that do not come to an end. */
  void removeAbandoned() {
    entities
        .createNamedQuery("CloudSearch.removeOld")
        .setParameter("before", clock.instant().minus(ABANDONED))
        .executeUpdate();
  }

  private Trapdoor open(PartyCode cloud, PartyCode hospital, SearchRequest request)
      throws MessageRejectedException {
    try {
      return trapdoors.open(cloud, hospital, request);
    } catch (NotOpenedException | MalformedEncodingException e) {
      throw new MessageRejectedException("there is no trapdoor in the search", e);
    }
  }

  private static String label(String id) {
    return "cloud.search:" + id;
  }

  /** What is tested of a record; read from the ciphertext where it was not kept apart. */
  private Optional<ScopedHeader> header(CloudObject object) {
    if (object.header().isPresent()) {
      return object.header().map(suite.reEncryption()::decodeHeader);
    }
    Optional<ScopedHeader> read =
        storage.intact(object).map(bytes -> suite.reEncryption().decodeCiphertext(bytes).header());
    read.ifPresent(header -> object.keepHeader(header.encode()));
    return read;
  }

  private Optional<CloudSearch> find(PartyCode cloud, PartyCode hospital, SearchId search) {
    return Optional.ofNullable(
        entities.find(
            CloudSearch.class,
            CloudSearch.idOf(cloud, hospital, search),
            LockModeType.PESSIMISTIC_WRITE));
  }

  private long running(PartyCode cloud, PartyCode hospital) {
    return entities
        .createNamedQuery("CloudSearch.running", Long.class)
        .setParameter("cloud", cloud.value())
        .setParameter("hospital", hospital.value())
        .setParameter("since", clock.instant().minus(ABANDONED))
        .getSingleResult();
  }

  private int portion() {
    return settings.number("epione.cloud.search.portion", 500, 1, 5000);
  }

  private void order(PartyCode cloud, CloudSearch search) {
    post.send(
        cloud,
        cloud,
        SearchOn.TYPE,
        new SearchOn(search.hospital(), search.search(), search.portion()).encode(),
        Optional.empty());
  }

  private void tell(PartyCode cloud, PartyCode hospital, SearchFound found) {
    post.send(cloud, hospital, SearchFound.TYPE, found.encode(), Optional.empty());
  }
}
