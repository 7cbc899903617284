package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.entity.FurtherQuestion;
import org.epione.sharing.entity.Inquiry;
import org.epione.sharing.entity.InquiryState;

/** The asked hospital's rows. What is taken to be changed is locked until the transaction ends. */
@ApplicationScoped
public class InquiryRegister {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  void add(Inquiry inquiry) {
    entities.persist(inquiry);
  }

  /** An inquiry, to look at. */
  public Optional<Inquiry> find(RequestId id) {
    return Optional.ofNullable(entities.find(Inquiry.class, id.hex()));
  }

  Optional<Inquiry> take(RequestId id) {
    return Optional.ofNullable(
        entities.find(Inquiry.class, id.hex(), LockModeType.PESSIMISTIC_WRITE));
  }

  /** The inquiry that a record of the chain belongs to: the request, the decision, or the end. */
  Optional<Inquiry> byRecord(Digest ledgerRecord) {
    return entities
        .createNamedQuery("Inquiry.byRecord", Inquiry.class)
        .setParameter("record", ledgerRecord.hex())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The inquiry with that grant. */
  public Optional<Inquiry> byGrant(String digest) {
    return entities
        .createNamedQuery("Inquiry.byGrant", Inquiry.class)
        .setParameter("digest", digest)
        .getResultStream()
        .findFirst();
  }

  Optional<Inquiry> takeByGrant(Digest grant) {
    return entities
        .createNamedQuery("Inquiry.byGrant", Inquiry.class)
        .setParameter("digest", grant.hex())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** What was asked about an episode. */
  List<Inquiry> ofEpisode(PartyCode hospital, RecordId episode) {
    return entities
        .createNamedQuery("Inquiry.ofEpisode", Inquiry.class)
        .setParameter("hospital", hospital.value())
        .setParameter("episode", episode.hex())
        .getResultList();
  }

  /** What waits for a patient's decision, newest first. */
  public List<Inquiry> waiting(AccountId patient) {
    return waiting("Inquiry.waiting", Inquiry.class, patient).getResultList();
  }

  /** How many there are. */
  public long countWaiting(AccountId patient) {
    return waiting("Inquiry.countWaiting", Long.class, patient).getSingleResult();
  }

  private <T> TypedQuery<T> waiting(String query, Class<T> result, AccountId patient) {
    return entities
        .createNamedQuery(query, result)
        .setParameter("patient", patient.toString())
        .setParameter("waiting", InquiryState.WAITING)
        .setParameter("recording", InquiryState.RECORDING);
  }

  /** How many records that a hospital's doctors asked together a patient has yet to decide on. */
  long undecidedTogether(AccountId patient, PartyCode asking, Instant now) {
    return entities
        .createNamedQuery("Inquiry.undecidedTogether", Long.class)
        .setParameter("patient", patient.toString())
        .setParameter("asking", asking.value())
        .setParameter("states", List.of(InquiryState.RECORDING, InquiryState.WAITING))
        .setParameter("now", now)
        .getSingleResult();
  }

  /** What was asked of a patient in one act. */
  List<Inquiry> together(Digest bundle, AccountId patient) {
    return of(patient).stream()
        .filter(each -> each.bundle().equals(Optional.of(bundle.hex())))
        .toList();
  }

  void add(FurtherQuestion question) {
    entities.persist(question);
  }

  Optional<FurtherQuestion> findFurther(Digest bundle, AccountId patient) {
    return Optional.ofNullable(
        entities.find(FurtherQuestion.class, FurtherQuestion.idOf(bundle, patient)));
  }

  Optional<FurtherQuestion> takeFurther(Digest bundle, AccountId patient) {
    return Optional.ofNullable(
        entities.find(
            FurtherQuestion.class,
            FurtherQuestion.idOf(bundle, patient),
            LockModeType.PESSIMISTIC_WRITE));
  }

  /** What was asked of a patient, newest first. */
  public List<Inquiry> of(AccountId patient) {
    return entities
        .createNamedQuery("Inquiry.ofPatient", Inquiry.class)
        .setParameter("patient", patient.toString())
        .getResultList();
  }
}
