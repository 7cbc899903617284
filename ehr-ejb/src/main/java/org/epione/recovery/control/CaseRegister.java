package org.epione.recovery.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.boundary.CaseState;
import org.epione.recovery.entity.RecoveryCase;
import org.epione.recovery.entity.SecondShare;

/** The system manager's rows. What is taken to be changed is locked until the transaction ends. */
@ApplicationScoped
public class CaseRegister {

  private static final int MOST = 500;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  void add(Object row) {
    entities.persist(row);
  }

  Optional<SecondShare> share(PartyCode hospital, AccountId account) {
    return Optional.ofNullable(entities.find(SecondShare.class, SecondShare.id(hospital, account)));
  }

  Optional<RecoveryCase> take(String id) {
    return Optional.ofNullable(
        entities.find(RecoveryCase.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Destroys the share of a patient who is forgotten, and what was written about her recoveries.
   *
   * @return how many entries there were
   */
  int forget(PartyCode hospital, AccountId account) {
    Optional<SecondShare> held = share(hospital, account);
    held.ifPresent(entities::remove);
    return (held.isPresent() ? 1 : 0)
        + entities
            .createNamedQuery("RecoveryCase.forget")
            .setParameter("hospital", hospital.value())
            .setParameter("account", account.toString())
            .executeUpdate();
  }

  List<RecoveryCase> latest() {
    return entities
        .createNamedQuery("RecoveryCase.latest", RecoveryCase.class)
        .setMaxResults(MOST)
        .getResultList();
  }

  long countWaiting(Instant now) {
    return entities
        .createNamedQuery("RecoveryCase.countWaiting", Long.class)
        .setParameter("state", CaseState.WAITING)
        .setParameter("now", now)
        .getSingleResult();
  }
}
