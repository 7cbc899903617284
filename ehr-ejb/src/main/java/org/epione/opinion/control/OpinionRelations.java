package org.epione.opinion.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.epione.access.boundary.Relation;
import org.epione.access.boundary.RelationSource;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;

/** How doctors stand to questions for an opinion. */
@ApplicationScoped
public class OpinionRelations implements RelationSource {

  @Inject private OpinionAnswering answering;

  @Override
  public Set<SubjectKind> kinds() {
    return Set.of(SubjectKind.OPINION);
  }

  @Override
  public Set<Relation> relations(Caller caller, Subject subject) {
    return answering.isFor(caller, subject.id()) ? Set.of(Relation.ASKED) : Set.of();
  }
}
