package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.AccountId;
import org.epione.sharing.entity.StandingGrant;
import org.epione.sharing.entity.StandingGrantState;
import org.epione.sharing.entity.StandingRule;

/** Rows of what patients allow beforehand. What is taken is locked until the transaction ends. */
@ApplicationScoped
public class StandingRegister {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  /** Also to the database: grants refer to it there, and the provider knows no order of the two. */
  void add(StandingRule rule) {
    entities.persist(rule);
    entities.flush();
  }

  void add(StandingGrant grant) {
    entities.persist(grant);
  }

  /** A rule, to look at. */
  public Optional<StandingRule> find(String id) {
    return Optional.ofNullable(entities.find(StandingRule.class, id));
  }

  /** A patient's rules, newest first. */
  public List<StandingRule> of(AccountId patient) {
    return entities
        .createNamedQuery("StandingRule.ofPatient", StandingRule.class)
        .setParameter("patient", patient.toString())
        .getResultList();
  }

  /** What was granted for a rule, oldest first. */
  public List<StandingGrant> grants(StandingRule rule) {
    return entities
        .createNamedQuery("StandingGrant.ofRule", StandingGrant.class)
        .setParameter("rule", rule.id())
        .getResultList();
  }

  Optional<StandingRule> take(String id) {
    return Optional.ofNullable(
        entities.find(StandingRule.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The rule that stands under that key, or stood and was not cleared away. */
  Optional<StandingRule> takeStandingFor(String key) {
    return entities
        .createNamedQuery("StandingRule.standingFor", StandingRule.class)
        .setParameter("key", key)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** Ends a rule whose day has passed, before another takes its place in the same transaction. */
  void clear(StandingRule rule) {
    rule.over();
    takeGrants(rule).stream()
        .filter(each -> each.state() == StandingGrantState.READY)
        .forEach(StandingGrant::spend);
    entities.flush();
  }

  Optional<StandingRule> byRecord(Digest ledgerRecord) {
    return entities
        .createNamedQuery("StandingRule.byRecord", StandingRule.class)
        .setParameter("record", ledgerRecord.hex())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  List<StandingRule> over(Instant now) {
    return entities
        .createNamedQuery("StandingRule.over", StandingRule.class)
        .setParameter("now", now)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** What waits for a request about an episode, oldest first. */
  List<StandingGrant> takeReady(String episode) {
    return entities
        .createNamedQuery("StandingGrant.ready", StandingGrant.class)
        .setParameter("episode", episode)
        .setParameter("state", StandingGrantState.READY)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  List<StandingGrant> takeGrants(StandingRule rule) {
    return entities
        .createNamedQuery("StandingGrant.ofRule", StandingGrant.class)
        .setParameter("rule", rule.id())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** The grant that answered a request. */
  Optional<StandingGrant> takeUsedFor(RequestId request) {
    return entities
        .createNamedQuery("StandingGrant.ofRequest", StandingGrant.class)
        .setParameter("request", request.hex())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }
}
