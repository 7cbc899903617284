package org.epione.access.boundary;

import java.util.Set;
import org.epione.account.boundary.Caller;

/**
 * Facts of one feature on how callers stand to its subjects. Implementations are
 * {@code @ApplicationScoped} beans. They run in a transaction of the decision's own, so they see
 * what is committed. They state facts only; what follows from them is in the policy.
 */
public interface RelationSource {

  /** The kinds of subject it knows about. */
  Set<SubjectKind> kinds();

  /** The relations that hold now; empty where the subject is unknown. */
  Set<Relation> relations(Caller caller, Subject subject);
}
