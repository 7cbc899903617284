package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.ReadId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.entity.Delivery;
import org.epione.sharing.entity.GrantCase;
import org.epione.sharing.entity.PieceOnTheWay;
import org.epione.sharing.entity.Withdrawal;

/** The system manager's rows. What is taken to be changed is locked until the transaction ends. */
@ApplicationScoped
public class CaseRegister {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  void add(GrantCase grantCase) {
    entities.persist(grantCase);
  }

  void add(Delivery delivery) {
    entities.persist(delivery);
  }

  void add(Withdrawal withdrawal) {
    entities.persist(withdrawal);
  }

  /** A case, to look at. */
  public Optional<GrantCase> find(Digest grant) {
    return Optional.ofNullable(entities.find(GrantCase.class, grant.hex()));
  }

  /** All cases, newest first. */
  public List<GrantCase> all() {
    return entities.createNamedQuery("GrantCase.all", GrantCase.class).getResultList();
  }

  /** The readings under a grant, newest first. */
  public List<Delivery> deliveries(String grant) {
    return entities
        .createNamedQuery("Delivery.ofGrant", Delivery.class)
        .setParameter("digest", grant)
        .getResultList();
  }

  Optional<GrantCase> take(Digest grant) {
    return Optional.ofNullable(
        entities.find(GrantCase.class, grant.hex(), LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<GrantCase> caseDecidedBy(Digest ledgerRecord) {
    return first(
        entities
            .createNamedQuery("GrantCase.byDecision", GrantCase.class)
            .setParameter("record", ledgerRecord.hex()));
  }

  Optional<Withdrawal> withdrawal(Digest grant) {
    return Optional.ofNullable(entities.find(Withdrawal.class, grant.hex()));
  }

  Optional<Delivery> take(ReadId id) {
    return Optional.ofNullable(
        entities.find(Delivery.class, id.hex(), LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<Delivery> deliveryFetchedBy(EnvelopeId envelope) {
    return first(
        entities
            .createNamedQuery("Delivery.byFetch", Delivery.class)
            .setParameter("envelope", envelope.hex()));
  }

  Optional<Delivery> deliveryRefusedBy(Digest ledgerRecord) {
    return first(
        entities
            .createNamedQuery("Delivery.byRefusal", Delivery.class)
            .setParameter("record", ledgerRecord.hex()));
  }

  void add(PieceOnTheWay piece) {
    entities.persist(piece);
  }

  Optional<PieceOnTheWay> pieceAskedBy(EnvelopeId envelope) {
    return Optional.ofNullable(entities.find(PieceOnTheWay.class, envelope.hex()));
  }

  void remove(PieceOnTheWay piece) {
    entities.remove(piece);
  }

  /** Pieces that never came. */
  void removePieces(Instant before) {
    entities
        .createNamedQuery("PieceOnTheWay.removeOld")
        .setParameter("before", before)
        .executeUpdate();
  }

  List<GrantCase> ofEmergency(String emergency) {
    return entities
        .createNamedQuery("GrantCase.ofEmergency", GrantCase.class)
        .setParameter("emergency", emergency)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  List<GrantCase> ofEpisode(PartyCode hospital, String episode) {
    return entities
        .createNamedQuery("GrantCase.ofEpisode", GrantCase.class)
        .setParameter("hospital", hospital.value())
        .setParameter("episode", episode)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  List<GrantCase> over(Instant now) {
    return entities
        .createNamedQuery("GrantCase.over", GrantCase.class)
        .setParameter("now", now)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private static <T> Optional<T> first(TypedQuery<T> query) {
    return query.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
  }
}
