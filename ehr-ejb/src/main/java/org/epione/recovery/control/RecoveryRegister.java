package org.epione.recovery.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.account.boundary.Role;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.boundary.RecoveryState;
import org.epione.recovery.entity.HospitalShare;
import org.epione.recovery.entity.RecoveryRequest;

/** The hospital's rows. What is taken to be changed is locked until the transaction ends. */
@ApplicationScoped
public class RecoveryRegister {

  private static final int MOST = 100;
  private static final int AT_ONCE = 200;
  private static final Set<RecoveryState> OPEN =
      EnumSet.of(RecoveryState.ASKED, RecoveryState.APPROVED, RecoveryState.RELEASED);

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  void add(Object row) {
    entities.persist(row);
  }

  Optional<HospitalShare> hospitalShare(AccountId account) {
    return Optional.ofNullable(entities.find(HospitalShare.class, account.toString()));
  }

  Optional<RecoveryRequest> take(String id) {
    return Optional.ofNullable(
        entities.find(RecoveryRequest.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<RecoveryRequest> takeByFingerprint(Collection<String> fingerprints) {
    return fingerprints.isEmpty()
        ? Optional.empty()
        : entities
            .createNamedQuery("RecoveryRequest.ofFingerprints", RecoveryRequest.class)
            .setParameter("fingerprints", fingerprints)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst();
  }

  boolean isOpen(String subject, Instant now) {
    return !entities
        .createNamedQuery("RecoveryRequest.ofSubject", RecoveryRequest.class)
        .setParameter("subject", subject)
        .setParameter("states", OPEN)
        .setParameter("now", now)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  List<RecoveryRequest> openOf(AccountId account) {
    return entities
        .createNamedQuery("RecoveryRequest.ofAccount", RecoveryRequest.class)
        .setParameter("account", account.toString())
        .setParameter("states", OPEN)
        .getResultList();
  }

  List<RecoveryRequest> latest(PartyCode party, Set<Role> roles) {
    return entities
        .createNamedQuery("RecoveryRequest.ofParty", RecoveryRequest.class)
        .setParameter("party", party.value())
        .setParameter("roles", roles)
        .setMaxResults(MOST)
        .getResultList();
  }

  long countAsked(PartyCode party, Set<Role> roles, Instant now) {
    return entities
        .createNamedQuery("RecoveryRequest.countWaiting", Long.class)
        .setParameter("party", party.value())
        .setParameter("roles", roles)
        .setParameter("state", RecoveryState.ASKED)
        .setParameter("now", now)
        .getSingleResult();
  }

  List<RecoveryRequest> overdue(Instant now) {
    return entities
        .createNamedQuery("RecoveryRequest.overdue", RecoveryRequest.class)
        .setParameter("states", OPEN)
        .setParameter("now", now)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  void remove(RecoveryRequest row) {
    entities.remove(row);
  }
}
