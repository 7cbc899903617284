package org.epione.enrolment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.enrolment.entity.Hl7Message;

/**
 * The HL7 messages to the administrator's own hospital, without their content; for the system
 * manager those that name no hospital of this server.
 */
@Stateless
@RolesAllowed({Role.Name.HOSPITAL_ADMINISTRATOR, Role.Name.SYSTEM_MANAGER})
public class HospitalMessages {

  private static final int MOST_SHOWN = 200;
  private static final Set<Hl7State> FAILED =
      EnumSet.of(Hl7State.REFUSED, Hl7State.CONFLICTING, Hl7State.RECEIVED);

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Callers callers;

  /** Those that were not done as they asked, newest first, at most 200. */
  public List<Hl7MessageView> failed() {
    return inState(FAILED);
  }

  /** All, newest first, at most 200. */
  public List<Hl7MessageView> all() {
    return inState(EnumSet.allOf(Hl7State.class));
  }

  private List<Hl7MessageView> inState(Set<Hl7State> states) {
    Caller caller = callers.current();
    String query =
        caller.role() == Role.SYSTEM_MANAGER ? "Hl7Message.ofNobody" : "Hl7Message.ofHospital";
    var found = entities.createNamedQuery(query, Hl7Message.class).setParameter("states", states);
    if (caller.role() != Role.SYSTEM_MANAGER) {
      found.setParameter("hospital", caller.party().value());
    }
    return found.setMaxResults(MOST_SHOWN).getResultStream().map(HospitalMessages::view).toList();
  }

  private static Hl7MessageView view(Hl7Message message) {
    return new Hl7MessageView(
        message.id(),
        message.received(),
        (message.senderApplication() + " " + message.senderFacility()).strip(),
        message.controlId(),
        message.messageEvent(),
        message.state(),
        message.fault(),
        message.sizeInBytes());
  }
}
