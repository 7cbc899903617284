package org.epione.opinion.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.opinion.entity.OpinionCase;
import org.epione.opinion.entity.OpinionCaseState;
import org.epione.opinion.entity.OpinionRequest;
import org.epione.opinion.entity.OpinionTurn;
import org.epione.opinion.entity.OpinionTurnState;

/** Questions for opinions in the database, and the turns that follow them. */
@ApplicationScoped
public class OpinionStore {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  void add(OpinionRequest request) {
    entities.persist(request);
  }

  Optional<OpinionRequest> request(String id) {
    return Optional.ofNullable(entities.find(OpinionRequest.class, id));
  }

  /** The questions asked in an episode, the earliest first. */
  List<OpinionRequest> requests(String episode) {
    return entities
        .createNamedQuery("OpinionRequest.ofEpisode", OpinionRequest.class)
        .setParameter("episode", episode)
        .getResultList();
  }

  Optional<OpinionRequest> byRecord(String record) {
    return entities
        .createNamedQuery("OpinionRequest.byRecord", OpinionRequest.class)
        .setParameter("record", record)
        .getResultStream()
        .findFirst();
  }

  void add(OpinionCase asked) {
    entities.persist(asked);
    entities.flush();
  }

  Optional<OpinionCase> find(String id) {
    return Optional.ofNullable(entities.find(OpinionCase.class, id));
  }

  /** For changing it: one transaction at a time. */
  Optional<OpinionCase> lock(String id) {
    return Optional.ofNullable(
        entities.find(OpinionCase.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The questions that wait at a hospital, the earliest first. */
  List<OpinionCase> open(String hospital) {
    return entities
        .createNamedQuery("OpinionCase.open", OpinionCase.class)
        .setParameter("hospital", hospital)
        .getResultList();
  }

  /** The questions that a doctor agreed to and that go on. */
  List<OpinionCase> accepted(String account) {
    return entities
        .createNamedQuery("OpinionCase.ofDoctor", OpinionCase.class)
        .setParameter("account", account)
        .setParameter("state", OpinionCaseState.ACCEPTED)
        .getResultList();
  }

  /** All questions that doctors agreed to and that go on. */
  List<OpinionCase> accepted() {
    return entities
        .createNamedQuery("OpinionCase.inState", OpinionCase.class)
        .setParameter("state", OpinionCaseState.ACCEPTED)
        .getResultList();
  }

  void add(OpinionTurn turn) {
    entities.persist(turn);
  }

  Optional<OpinionTurn> turn(String id) {
    return Optional.ofNullable(entities.find(OpinionTurn.class, id));
  }

  /** All turns of a question, the earliest first. */
  List<OpinionTurn> turns(String caseId) {
    return entities
        .createNamedQuery("OpinionTurn.ofCase", OpinionTurn.class)
        .setParameter("id", caseId)
        .getResultList();
  }

  /** Ends all turns of a question: what they brought is destroyed. */
  void endTurns(OpinionCase asked, Instant now) {
    turns(asked.id()).stream()
        .filter(turn -> !turn.isOver())
        .forEach(turn -> turn.end(OpinionTurnState.OVER, now));
  }

  /** A doctor's turns that are not over, the most urgent first. */
  List<OpinionTurn> turnsOf(String account) {
    return entities
        .createNamedQuery("OpinionTurn.ofDoctor", OpinionTurn.class)
        .setParameter("account", account)
        .setParameter("states", List.of(OpinionTurnState.OPEN, OpinionTurnState.SENT))
        .getResultList();
  }
}
