package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.AccountId;
import org.epione.sharing.entity.AddendumNotice;
import org.epione.sharing.entity.Offer;
import org.epione.sharing.entity.Reading;
import org.epione.sharing.entity.RecordRequest;
import org.epione.sharing.entity.RequestState;

/** The asking hospital's rows. What is taken to be changed is locked until the transaction ends. */
@ApplicationScoped
public class RequestRegister {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  void add(RecordRequest request) {
    entities.persist(request);
  }

  void add(Reading reading) {
    entities.persist(reading);
  }

  /** A request, to look at. */
  public Optional<RecordRequest> find(RequestId id) {
    return Optional.ofNullable(entities.find(RecordRequest.class, id.hex()));
  }

  /** A reading, to look at. */
  public Optional<Reading> find(ReadId id) {
    return Optional.ofNullable(entities.find(Reading.class, id.hex()));
  }

  Optional<RecordRequest> take(RequestId id) {
    return Optional.ofNullable(
        entities.find(RecordRequest.class, id.hex(), LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<Reading> take(ReadId id) {
    return Optional.ofNullable(
        entities.find(Reading.class, id.hex(), LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<Reading> byRecord(Digest ledgerRecord) {
    return entities
        .createNamedQuery("Reading.byRecord", Reading.class)
        .setParameter("record", ledgerRecord.hex())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** What a doctor asked for, newest first. */
  public List<RecordRequest> of(AccountId doctor) {
    return entities
        .createNamedQuery("RecordRequest.ofDoctor", RecordRequest.class)
        .setParameter("doctor", doctor.toString())
        .getResultList();
  }

  /** How many acts of a doctor there are of which something waits for a patient. */
  long openBundles(AccountId doctor, Instant now) {
    return entities
        .createNamedQuery("RecordRequest.openBundles", Long.class)
        .setParameter("doctor", doctor.toString())
        .setParameter("states", List.of(RequestState.SENT, RequestState.WITH_PATIENT))
        .setParameter("now", now)
        .getSingleResult();
  }

  /** What was asked in one act, by reference. */
  public List<RecordRequest> together(Digest bundle) {
    return entities
        .createNamedQuery("RecordRequest.together", RecordRequest.class)
        .setParameter("bundle", bundle.hex())
        .getResultList();
  }

  /**
   * Whether patients are known to be forgotten of all records that were asked for in an act: then
   * nobody else can have offered anything in answer to it.
   */
  boolean isOfForgotten(Digest bundle) {
    Set<RequestState> states =
        together(bundle).stream().map(RecordRequest::state).collect(Collectors.toSet());
    return states.contains(RequestState.FORGOTTEN)
        && Set.of(RequestState.FORGOTTEN, RequestState.UNAVAILABLE).containsAll(states);
  }

  /** Deletes what was offered in answer to an act. */
  void removeOffers(Digest bundle) {
    entities
        .createNamedQuery("Offer.removeOfBundle")
        .setParameter("bundle", bundle.hex())
        .executeUpdate();
  }

  /** Deletes what can be asked for no more, because the day of the act has passed. */
  void removeOldOffers(Instant now) {
    entities.createNamedQuery("Offer.removeOld").setParameter("now", now).executeUpdate();
  }

  void add(Offer offer) {
    entities.persist(offer);
  }

  Optional<Offer> findOffer(Digest bundle, String reference) {
    return Optional.ofNullable(entities.find(Offer.class, Offer.idOf(bundle, reference)));
  }

  /** What was offered in answer to an act, by reference. */
  List<Offer> offers(Digest bundle) {
    return ofBundle(bundle).getResultList();
  }

  List<Offer> takeOffers(Digest bundle) {
    return ofBundle(bundle).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
  }

  private TypedQuery<Offer> ofBundle(Digest bundle) {
    return entities
        .createNamedQuery("Offer.ofBundle", Offer.class)
        .setParameter("bundle", bundle.hex());
  }

  /** What was offered to a doctor and not asked for, while it can be, newest first. */
  public List<Offer> offersFor(AccountId doctor, Instant now) {
    return entities
        .createNamedQuery("Offer.toAskFor", Offer.class)
        .setParameter("doctor", doctor.toString())
        .setParameter("now", now)
        .getResultList();
  }

  /** The readings of a request, newest first. */
  public List<Reading> readings(RequestId request) {
    return entities
        .createNamedQuery("Reading.ofRequest", Reading.class)
        .setParameter("request", request.hex())
        .getResultList();
  }

  void add(AddendumNotice notice) {
    entities.persist(notice);
  }

  Optional<AddendumNotice> takeNotice(RequestId request, String reference) {
    return Optional.ofNullable(
        entities.find(
            AddendumNotice.class,
            AddendumNotice.idOf(request, reference),
            LockModeType.PESSIMISTIC_WRITE));
  }

  /** What was added to the record of a request, the latest first. */
  public List<AddendumNotice> notices(RequestId request) {
    return entities
        .createNamedQuery("AddendumNotice.ofRequest", AddendumNotice.class)
        .setParameter("request", request.hex())
        .getResultList();
  }

  /** How many addenda to records that a doctor may read now she has not asked for. */
  public long addendaToAskFor(AccountId doctor, Instant now) {
    return entities
        .createNamedQuery("AddendumNotice.toAskFor", Long.class)
        .setParameter("doctor", doctor.toString())
        .setParameter("state", RequestState.READY)
        .setParameter("now", now)
        .getSingleResult();
  }

  List<Reading> overdue(Instant now) {
    return entities
        .createNamedQuery("Reading.overdue", Reading.class)
        .setParameter("now", now)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }
}
