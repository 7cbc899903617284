package org.epione.access.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import org.epione.access.entity.AuditEvent;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * The recorded decisions, for the other features, which have decided before whether the caller may
 * know them; pages and resources do not call this.
 */
@Stateless
@PermitAll
public class AccessHistory {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  /**
   * All decisions about these subjects on what others than this person wanted to do, oldest first.
   */
  public List<AccessEntry> byOthers(
      AccountId person, SubjectKind kind, Collection<String> subjects, PartyCode party) {
    if (subjects.isEmpty()) {
      return List.of();
    }
    return entities
        .createNamedQuery("AuditEvent.byOthers", AuditEvent.class)
        .setParameter("kind", kind)
        .setParameter("ids", subjects)
        .setParameter("party", party.value())
        .setParameter("account", person.toString())
        .getResultList()
        .stream()
        .map(AccessLog::view)
        .toList();
  }
}
