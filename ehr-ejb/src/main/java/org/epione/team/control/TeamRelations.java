package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.epione.access.boundary.Relation;
import org.epione.access.boundary.RelationSource;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Role;
import org.epione.guardian.boundary.Guardians;
import org.epione.platform.identity.AccountId;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;

/** How callers stand to episodes: their own, on the team with a warrant valid now, at the turn. */
@ApplicationScoped
public class TeamRelations implements RelationSource {

  @EJB private Guardians guardians;
  @Inject private EpisodeStore episodes;
  @Inject private Clock clock;

  @Override
  public Set<SubjectKind> kinds() {
    return Set.of(SubjectKind.EPISODE);
  }

  @Override
  public Set<Relation> relations(Caller caller, Subject subject) {
    Optional<Episode> episode =
        episodes.find(subject.id()).filter(each -> each.hospital().equals(subject.party().value()));
    if (episode.isEmpty()) {
      return Set.of();
    }
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    String account = caller.accountId().toString();
    if (episode.get().patientAccount().equals(account)) {
      relations.add(Relation.SELF);
    }
    if (caller.role() == Role.PATIENT
        && guardians.isGuardian(caller.accountId(), AccountId.of(episode.get().patientAccount()))) {
      relations.add(Relation.GUARDIAN);
    }
    episodes
        .member(subject.id(), account)
        .filter(member -> member.isWarranted(clock.instant()))
        .ifPresent(
            member -> {
              relations.add(Relation.TEAM_MEMBER);
              if (member.place() == 1) {
                relations.add(Relation.TEAM_LEAD);
              }
            });
    if (episode.get().state() == EpisodeState.FINAL
        && episodes.member(subject.id(), account).isPresent()) {
      relations.add(Relation.AUTHOR);
    }
    if (episodes
        .openTurn(subject.id())
        .filter(turn -> turn.doctorAccount().equals(account))
        .isPresent()) {
      relations.add(Relation.TURN_HOLDER);
    }
    return relations;
  }
}
