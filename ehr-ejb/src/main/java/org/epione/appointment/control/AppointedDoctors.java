package org.epione.appointment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.epione.access.boundary.Relation;
import org.epione.access.boundary.RelationSource;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Role;

/** How doctors stand to patients: that one comes to her. */
@ApplicationScoped
public class AppointedDoctors implements RelationSource {

  @Inject private Bookings bookings;

  @Override
  public Set<SubjectKind> kinds() {
    return Set.of(SubjectKind.PATIENT);
  }

  @Override
  public Set<Relation> relations(Caller caller, Subject subject) {
    return caller.role() == Role.DOCTOR && bookings.isExpected(caller, subject.id())
        ? Set.of(Relation.APPOINTED)
        : Set.of();
  }
}
