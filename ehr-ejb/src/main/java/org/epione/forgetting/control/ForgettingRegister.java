package org.epione.forgetting.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.forgetting.boundary.ForgettingState;
import org.epione.forgetting.entity.ForgettingCase;
import org.epione.forgetting.entity.ForgettingStep;
import org.epione.forgetting.entity.HeldReceipt;
import org.epione.forgetting.entity.LegalHold;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The rows of forgetting. What is taken to be changed is locked until the transaction ends. */
@ApplicationScoped
public class ForgettingRegister {

  private static final int MOST = 200;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private ErasedRows rows;

  void add(Object row) {
    entities.persist(row);
  }

  /** So that a second one for the same patient fails here. */
  void flush() {
    entities.flush();
  }

  Optional<ForgettingCase> take(String id) {
    return Optional.ofNullable(
        entities.find(ForgettingCase.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<ForgettingCase> find(String id) {
    return Optional.ofNullable(entities.find(ForgettingCase.class, id));
  }

  /** The one that goes on for a patient. */
  Optional<ForgettingCase> takeWaiting(AccountId account) {
    return entities
        .createNamedQuery("ForgettingCase.waitingFor", ForgettingCase.class)
        .setParameter("account", account.toString())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  Optional<ForgettingCase> takeByOrder(PartyCode hospital, Digest order) {
    return entities
        .createNamedQuery("ForgettingCase.byOrder", ForgettingCase.class)
        .setParameter("hospital", hospital.value())
        .setParameter("digest", order.hex())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The latest of a patient. */
  Optional<ForgettingCase> latest(AccountId account) {
    return entities
        .createNamedQuery("ForgettingCase.ofAccount", ForgettingCase.class)
        .setParameter("account", account.toString())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  List<ForgettingCase> ofHospital(PartyCode hospital) {
    return entities
        .createNamedQuery("ForgettingCase.ofHospital", ForgettingCase.class)
        .setParameter("hospital", hospital.value())
        .setMaxResults(MOST)
        .getResultList();
  }

  long count(PartyCode hospital, ForgettingState state) {
    return entities
        .createNamedQuery("ForgettingCase.count", Long.class)
        .setParameter("hospital", hospital.value())
        .setParameter("state", state)
        .getSingleResult();
  }

  /** Those of all hospitals here that are being destroyed, the oldest first. */
  List<String> released() {
    return entities.createNamedQuery("ForgettingCase.released", String.class).getResultList();
  }

  List<ForgettingStep> steps(ForgettingCase of) {
    return entities
        .createNamedQuery("ForgettingStep.ofCase", ForgettingStep.class)
        .setParameter("case", of.id())
        .getResultList();
  }

  boolean isHeld(PartyCode hospital, AccountId account, Instant now) {
    return entities
            .createNamedQuery("LegalHold.holding", Long.class)
            .setParameter("hospital", hospital.value())
            .setParameter("account", account.toString())
            .setParameter("now", now)
            .getSingleResult()
        > 0;
  }

  List<LegalHold> holds(PartyCode hospital) {
    return entities
        .createNamedQuery("LegalHold.ofHospital", LegalHold.class)
        .setParameter("hospital", hospital.value())
        .setMaxResults(MOST)
        .getResultList();
  }

  Optional<LegalHold> takeHold(String id) {
    return Optional.ofNullable(entities.find(LegalHold.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Holds that are over, with the reasons that were written. */
  void removeHolds(AccountId account) {
    rows.change("delete from LegalHold h where h.account = :of", account.toString());
  }

  Optional<HeldReceipt> takeReceipt(PartyCode hospital, AccountId account) {
    return Optional.ofNullable(
        entities.find(
            HeldReceipt.class, HeldReceipt.id(hospital, account), LockModeType.PESSIMISTIC_WRITE));
  }
}
