package org.epione.guardian.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.epione.access.boundary.Relation;
import org.epione.access.boundary.RelationSource;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Role;
import org.epione.guardian.boundary.GuardianshipState;
import org.epione.platform.identity.AccountId;

/** How callers stand to minors' accounts: guardian, or named as one. */
@ApplicationScoped
public class GuardianRelations implements RelationSource {

  @Inject private GuardianRegister register;

  @Override
  public Set<SubjectKind> kinds() {
    return Set.of(SubjectKind.ACCOUNT);
  }

  @Override
  public Set<Relation> relations(Caller caller, Subject subject) {
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    if (caller.role() != Role.PATIENT) {
      return relations;
    }
    Optional<GuardianshipState> state =
        register
            .between(caller.accountId(), AccountId.of(subject.id()))
            .filter(each -> each.hospital().equals(subject.party()))
            .map(register::state);
    if (state.filter(GuardianshipState::isOpen).isPresent()) {
      relations.add(Relation.NAMED_GUARDIAN);
    }
    if (state.filter(GuardianshipState.IN_FORCE::equals).isPresent()) {
      relations.add(Relation.GUARDIAN);
    }
    return relations;
  }
}
