package org.epione.supervision.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.MatterId;
import org.epione.supervision.entity.SupervisionCase;

/** The system manager's rows. What is taken to be changed is locked until the transaction ends. */
@ApplicationScoped
public class CaseRegister {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  void add(SupervisionCase made) {
    entities.persist(made);
  }

  Optional<SupervisionCase> find(MatterId id) {
    return Optional.ofNullable(entities.find(SupervisionCase.class, id.hex()));
  }

  Optional<SupervisionCase> take(MatterId id) {
    return Optional.ofNullable(
        entities.find(SupervisionCase.class, id.hex(), LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<SupervisionCase> byDecision(Digest ledgerRecord) {
    return entities
        .createNamedQuery("SupervisionCase.byDecision", SupervisionCase.class)
        .setParameter("record", ledgerRecord.hex())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** All, newest first. */
  List<SupervisionCase> all() {
    return entities.createNamedQuery("SupervisionCase.all", SupervisionCase.class).getResultList();
  }
}
