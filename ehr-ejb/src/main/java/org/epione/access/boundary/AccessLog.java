package org.epione.access.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.epione.access.entity.AuditEvent;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** Who wanted to do what with a subject, for those who may know; asking is recorded too. */
@Stateless
@RolesAllowed({Role.Name.PATIENT, Role.Name.HOSPITAL_ADMINISTRATOR, Role.Name.AUDITOR})
public class AccessLog {

  private static final int MOST = 1000;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Callers callers;

  @EJB private AccessDecisions decisions;

  /** The decisions about a subject, newest first; at most 1000. */
  public List<AccessEntry> of(Subject subject) {
    decisions.require(callers.current(), Act.READ_ACCESS_LOG, subject);
    return entities
        .createNamedQuery("AuditEvent.ofSubject", AuditEvent.class)
        .setParameter("kind", subject.kind())
        .setParameter("id", subject.id())
        .setParameter("party", subject.party().value())
        .setMaxResults(MOST)
        .getResultList()
        .stream()
        .map(AccessLog::view)
        .toList();
  }

  static AccessEntry view(AuditEvent event) {
    return new AccessEntry(
        event.id(),
        event.occurred(),
        AccountId.of(event.account()),
        event.role(),
        new PartyCode(event.callerParty()),
        event.act(),
        new Subject(event.subjectKind(), event.subjectId(), new PartyCode(event.subjectParty())),
        event.decision());
  }
}
