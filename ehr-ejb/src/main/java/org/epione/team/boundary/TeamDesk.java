package org.epione.team.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.control.EpisodeStore;
import org.epione.team.control.EpisodeViews;
import org.epione.team.control.TeamChanges;
import org.epione.team.control.TeamDoctors;
import org.epione.team.control.Visitors;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamMember;

/**
 * Changes of a team that works: the registrar and the doctor who leads the team propose them, the
 * patient decides.
 */
@Stateless
@RolesAllowed({Role.Name.REGISTRAR, Role.Name.DOCTOR})
public class TeamDesk {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private TeamChanges changes;
  @Inject private EpisodeStore episodes;
  @Inject private EpisodeViews views;
  @Inject private TeamDoctors doctors;
  @Inject private Visitors visitors;
  @Inject private Clock clock;

  /** The episodes at work whose team the caller leads, being its first doctor; latest first. */
  @RolesAllowed(Role.Name.DOCTOR)
  public List<EpisodeView> led() {
    Caller caller = callers.current();
    access.require(caller, Act.LIST_EPISODES, Subject.of(caller.accountId(), caller.party()));
    Instant now = clock.instant();
    return episodes.led(caller.accountId().toString()).stream()
        .filter(place -> place.isWarranted(now))
        .map(place -> views.full(episodes.find(place.episodeId()).orElseThrow()))
        .toList();
  }

  /** One team with its episode, for who may change it. */
  public EpisodeView team(String episode) {
    return views.full(changeable(callers.current(), episode, episodes.find(episode)));
  }

  /**
   * The doctors who could come into that team now, by name; then those of other hospitals who
   * agreed to give their opinion.
   */
  public List<DoctorChoice> doctors(String episode) {
    Caller caller = callers.current();
    Episode found = changeable(caller, episode, episodes.find(episode));
    List<String> team =
        episodes.members(found.id()).stream().map(TeamMember::doctorAccount).toList();
    return Stream.concat(doctors.choices(caller.party()).stream(), visitors.choices(found).stream())
        .filter(doctor -> !team.contains(doctor.account().toString()))
        .toList();
  }

  /**
   * Proposes a change of the team to the patient.
   *
   * @param reason for the patient and the team, 1 to 2000 bytes
   * @throws RefusedException EHR-3002 if no team is at work, EHR-3023 if a change is proposed
   *     already, EHR-3026 if that place was signed, EHR-3025 if nobody would be left, EHR-3001 if
   *     the doctor cannot be put into this team, EHR-3012 without a reason
   */
  public EpisodeView propose(String episode, TeamEdit edit, String reason) {
    Caller caller = callers.current();
    Episode locked = changeable(caller, episode, episodes.lock(episode));
    changes.propose(caller, locked, edit, reason);
    return views.full(locked);
  }

  /**
   * Takes back what is proposed, before the patient has answered.
   *
   * @throws RefusedException EHR-3026 if nothing is proposed any more
   */
  public EpisodeView takeBack(String episode) {
    Episode locked = changeable(callers.current(), episode, episodes.lock(episode));
    changes.takeBack(locked);
    return views.full(locked);
  }

  private Episode changeable(Caller caller, String episode, Optional<Episode> found) {
    access.require(
        caller, Act.CHANGE_TEAM, new Subject(SubjectKind.EPISODE, episode, caller.party()));
    return found
        .filter(each -> each.hospital().equals(caller.party().value()))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }
}
