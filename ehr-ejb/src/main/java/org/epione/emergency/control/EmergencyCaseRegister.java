package org.epione.emergency.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.emergency.boundary.EmergencyCaseState;
import org.epione.emergency.entity.EmergencyCase;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The system manager's rows. What is taken to be changed is locked until the transaction ends. */
@ApplicationScoped
public class EmergencyCaseRegister {

  private static final int MOST = 500;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  void add(EmergencyCase row) {
    entities.persist(row);
  }

  Optional<EmergencyCase> take(String id) {
    return Optional.ofNullable(
        entities.find(EmergencyCase.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Destroys what is kept of a patient's emergencies; says how many there were. */
  int forget(PartyCode hospital, AccountId account) {
    return entities
        .createNamedQuery("EmergencyCase.forget")
        .setParameter("hospital", hospital.value())
        .setParameter("account", account.toString())
        .executeUpdate();
  }

  List<EmergencyCase> latest() {
    return entities
        .createNamedQuery("EmergencyCase.latest", EmergencyCase.class)
        .setMaxResults(MOST)
        .getResultList();
  }

  List<EmergencyCase> released(PartyCode hospital) {
    return entities
        .createNamedQuery("EmergencyCase.ofHospital", EmergencyCase.class)
        .setParameter("hospital", hospital.value())
        .setParameter("state", EmergencyCaseState.RELEASED)
        .getResultList();
  }

  long countWaiting(Instant now) {
    return entities
        .createNamedQuery("EmergencyCase.countWaiting", Long.class)
        .setParameter("state", EmergencyCaseState.WAITING)
        .setParameter("now", now)
        .getSingleResult();
  }
}
