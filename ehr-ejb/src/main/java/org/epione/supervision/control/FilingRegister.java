package org.epione.supervision.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.MatterId;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.boundary.MatterKind;
import org.epione.supervision.entity.Filing;

/** The hospital's rows. What is taken to be changed is locked until the transaction ends. */
@ApplicationScoped
public class FilingRegister {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  void add(Filing filing) {
    entities.persist(filing);
  }

  Optional<Filing> take(MatterId id) {
    return Optional.ofNullable(
        entities.find(Filing.class, id.hex(), LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<Filing> byRecord(Digest ledgerRecord) {
    return entities
        .createNamedQuery("Filing.byRecord", Filing.class)
        .setParameter("record", ledgerRecord.hex())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** What a doctor made, newest first. */
  List<Filing> of(AccountId account) {
    return entities
        .createNamedQuery("Filing.ofAccount", Filing.class)
        .setParameter("account", account.toString())
        .setParameter("hospitals", MatterKind.HOSPITAL_APPEAL)
        .getResultList();
  }

  /** What was made for the hospital, newest first. */
  List<Filing> ofHospital(PartyCode hospital) {
    return entities
        .createNamedQuery("Filing.ofHospital", Filing.class)
        .setParameter("hospital", hospital.value())
        .setParameter("hospitals", MatterKind.HOSPITAL_APPEAL)
        .getResultList();
  }
}
