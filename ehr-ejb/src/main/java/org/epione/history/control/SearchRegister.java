package org.epione.history.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.history.entity.HistoryAnswer;
import org.epione.history.entity.SymptomSearch;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/** Searches and answers in the database. */
@ApplicationScoped
public class SearchRegister {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  /**
   * Keeps a new one.
   *
   * @throws RefusedException EHR-4861 when one of the same patient goes on
   */
  void add(SymptomSearch search, List<HistoryAnswer> answers) {
    try {
      entities.persist(search);
      answers.forEach(entities::persist);
      entities.flush();
    } catch (PersistenceException begunJustNow) {
      throw new RefusedException(ErrorCode.SEARCH_RUNNING);
    }
  }

  /** So that what follows sees what was changed. */
  void flush() {
    entities.flush();
  }

  Optional<SymptomSearch> find(String id) {
    return Optional.ofNullable(entities.find(SymptomSearch.class, id));
  }

  /** The search for changing it and its answers: one transaction at a time. */
  Optional<SymptomSearch> take(String id) {
    return Optional.ofNullable(
        entities.find(SymptomSearch.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The one that has not been ended. */
  Optional<SymptomSearch> running(AccountId patient) {
    return entities
        .createNamedQuery("SymptomSearch.running", SymptomSearch.class)
        .setParameter("patient", patient.toString())
        .getResultStream()
        .findFirst();
  }

  /** Latest first. */
  List<SymptomSearch> of(AccountId patient, Instant since) {
    return entities
        .createNamedQuery("SymptomSearch.of", SymptomSearch.class)
        .setParameter("patient", patient.toString())
        .setParameter("since", since)
        .getResultList();
  }

  /** Those that have not been ended and of which nothing was heard since then. */
  List<SymptomSearch> silent(Instant before) {
    return entities
        .createNamedQuery("SymptomSearch.silent", SymptomSearch.class)
        .setParameter("before", before)
        .getResultList();
  }

  /** By cloud. */
  List<HistoryAnswer> answers(String search) {
    return entities
        .createNamedQuery("HistoryAnswer.of", HistoryAnswer.class)
        .setParameter("search", search)
        .getResultList();
  }

  /** Deletes those that began until then, with their answers. */
  void remove(Instant before) {
    for (String query : List.of("SymptomSearch.removeAnswers", "SymptomSearch.remove")) {
      entities.createNamedQuery(query).setParameter("before", before).executeUpdate();
    }
  }
}
