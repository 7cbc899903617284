package org.epione.emergency.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.emergency.boundary.EmergencyState;
import org.epione.emergency.entity.Emergency;
import org.epione.emergency.entity.EmergencyRecord;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The hospital's rows. What is taken to be changed is locked until the transaction ends. */
@ApplicationScoped
public class EmergencyRegister {

  private static final int MOST = 200;
  private static final Set<EmergencyState> WAITING =
      EnumSet.of(EmergencyState.ASKED, EmergencyState.CONFIRMED);

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  void add(Object row) {
    entities.persist(row);
  }

  /** So that a name that is free again can be used. */
  void flush() {
    entities.flush();
  }

  Optional<Emergency> find(String id) {
    return Optional.ofNullable(entities.find(Emergency.class, id));
  }

  Optional<Emergency> take(String id) {
    return Optional.ofNullable(entities.find(Emergency.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<EmergencyRecord> takeRecord(RequestId request) {
    return Optional.ofNullable(
        entities.find(EmergencyRecord.class, request.hex(), LockModeType.PESSIMISTIC_WRITE));
  }

  List<EmergencyRecord> records(Emergency emergency) {
    return entities
        .createNamedQuery("EmergencyRecord.ofEmergency", EmergencyRecord.class)
        .setParameter("emergency", emergency.id())
        .getResultList();
  }

  /** Nobody can decide on it any more: its key and the signed requests go. */
  void end(Emergency emergency, EmergencyState how, Instant now) {
    emergency.end(how, now);
    records(emergency).forEach(each -> each.forgetRequest());
  }

  List<Emergency> ofHospital(PartyCode hospital) {
    return entities
        .createNamedQuery("Emergency.ofHospital", Emergency.class)
        .setParameter("hospital", hospital.value())
        .setMaxResults(MOST)
        .getResultList();
  }

  List<Emergency> ofAsker(AccountId asker) {
    return entities
        .createNamedQuery("Emergency.ofAsker", Emergency.class)
        .setParameter("asker", asker.toString())
        .setMaxResults(MOST)
        .getResultList();
  }

  List<Emergency> ofPatient(AccountId patient) {
    return entities
        .createNamedQuery("Emergency.ofPatient", Emergency.class)
        .setParameter("patient", patient.toString())
        .setMaxResults(MOST)
        .getResultList();
  }

  /** How many of a hospital somebody else than the caller can confirm. */
  long countAsked(PartyCode hospital, AccountId caller, Instant now) {
    return entities
        .createNamedQuery("Emergency.countAsked", Long.class)
        .setParameter("hospital", hospital.value())
        .setParameter("caller", caller.toString())
        .setParameter("state", EmergencyState.ASKED)
        .setParameter("now", now)
        .getSingleResult();
  }

  long countToReview(PartyCode hospital) {
    return entities
        .createNamedQuery("Emergency.countToReview", Long.class)
        .setParameter("hospital", hospital.value())
        .getSingleResult();
  }

  /** Whether a doctor opened something before then that nobody has reviewed. */
  boolean isUnreviewed(AccountId asker, Instant before) {
    return entities
            .createNamedQuery("Emergency.unreviewed", Long.class)
            .setParameter("asker", asker.toString())
            .setParameter("before", before)
            .getSingleResult()
        > 0;
  }

  List<Emergency> overdue(Instant now) {
    return entities
        .createNamedQuery("Emergency.overdue", Emergency.class)
        .setParameter("states", WAITING)
        .setParameter("now", now)
        .setMaxResults(MOST)
        .getResultList();
  }
}
