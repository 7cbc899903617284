package org.epione.team.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.control.EpisodeOpening;
import org.epione.team.control.EpisodeStore;
import org.epione.team.control.EpisodeViews;
import org.epione.team.control.FollowUps;
import org.epione.team.control.TeamDoctors;
import org.epione.team.entity.Episode;

/** Registrars open episodes and follow them; administrators see them too, to find what stopped. */
@Stateless
@RolesAllowed(Role.Name.REGISTRAR)
public class EpisodeDesk {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private EpisodeOpening opening;
  @Inject private FollowUps followUps;
  @Inject private EpisodeStore episodes;
  @Inject private EpisodeViews views;
  @Inject private TeamDoctors doctors;

  /** The doctors of the registrar's hospital who can be put into a team, by name. */
  public List<DoctorChoice> doctors() {
    return doctors.choices(callers.current().party());
  }

  /**
   * Opens an episode, which then waits for the patient's warrants.
   *
   * @throws RefusedException EHR-3001 if the team is not 1 to 8 different doctors in good standing,
   *     EHR-1003 for an unknown patient, EHR-1004 for a complaint or code that cannot be
   */
  public EpisodeView open(OpenEpisode order) {
    Caller caller = callers.current();
    access.require(
        caller,
        Act.OPEN_EPISODE,
        new Subject(SubjectKind.PATIENT, order.patientId(), caller.party()));
    return views.full(opening.open(caller, order));
  }

  /**
   * Opens the episode in which a treatment goes on of which a turn is lost, because its doctor was
   * expelled or has no warrant any more: same patient, complaint and symptom, another team. The old
   * one ends. The new one waits for the patient's warrants.
   *
   * @param doctors account ids in the order of signing, 1 to 8
   * @throws RefusedException EHR-3016 if no turn is lost, EHR-3001 if the team is not 1 to 8
   *     different doctors in good standing
   */
  public EpisodeView followUp(String id, List<String> doctors) {
    Caller caller = callers.current();
    access.require(
        caller, Act.READ_EPISODE_STATE, new Subject(SubjectKind.EPISODE, id, caller.party()));
    Episode old =
        episodes
            .lock(id)
            .filter(each -> each.hospital().equals(caller.party().value()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    access.require(
        caller,
        Act.OPEN_EPISODE,
        new Subject(SubjectKind.PATIENT, old.patientId(), caller.party()));
    return views.full(followUps.open(caller, old, doctors));
  }

  /** How many episodes of the hospital need a follow-up. */
  public long needingFollowUp() {
    Caller caller = callers.current();
    access.require(caller, Act.LIST_EPISODES, Subject.of(caller.party()));
    return followUps.needed(caller.party().value());
  }

  /** The hospital's episodes, latest first. */
  @RolesAllowed({Role.Name.REGISTRAR, Role.Name.HOSPITAL_ADMINISTRATOR})
  public List<EpisodeRow> episodes() {
    Caller caller = callers.current();
    access.require(caller, Act.LIST_EPISODES, Subject.of(caller.party()));
    return episodes.ofHospital(caller.party().value()).stream().map(views::row).toList();
  }

  /** One episode, with its team and what was refused in it. */
  @RolesAllowed({Role.Name.REGISTRAR, Role.Name.HOSPITAL_ADMINISTRATOR})
  public EpisodeView episode(String id) {
    Caller caller = callers.current();
    access.require(
        caller, Act.READ_EPISODE_STATE, new Subject(SubjectKind.EPISODE, id, caller.party()));
    Episode episode =
        episodes
            .find(id)
            .filter(each -> each.hospital().equals(caller.party().value()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    return views.full(episode);
  }
}
