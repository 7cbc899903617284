package org.epione.access.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.epione.access.control.Policy;
import org.epione.access.entity.AuditEvent;
import org.epione.account.boundary.Caller;

/**
 * Makes a decision and writes it down in one transaction of its own. Called by {@link
 * AccessDecisions} only.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DecisionRecord {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private Instance<RelationSource> sources;

  @Inject private Clock clock;

  /** Decides; the decision is recorded once this has returned. */
  public Decision decide(Caller caller, Act act, Subject subject) {
    boolean permitted = Policy.permits(act, caller.role(), relations(caller, subject));
    Decision decision = permitted ? Decision.PERMIT : Decision.DENY;
    entities.persist(new AuditEvent(caller, act, subject, decision, clock.instant()));
    return decision;
  }

  private Set<Relation> relations(Caller caller, Subject subject) {
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    if (caller.party().equals(subject.party())) {
      relations.add(Relation.SAME_PARTY);
    }
    if (subject.kind() == SubjectKind.ACCOUNT
        && subject.id().equals(caller.accountId().toString())) {
      relations.add(Relation.SELF);
    }
    sources.stream()
        .filter(source -> source.kinds().contains(subject.kind()))
        .forEach(source -> relations.addAll(source.relations(caller, subject)));
    return relations;
  }
}
