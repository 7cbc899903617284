package org.epione.opinion.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.crypto.identity.RecordId;
import org.epione.opinion.control.OpinionAsking;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.Given;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.EpisodeFacts;
import org.epione.team.boundary.TeamDesk;

/**
 * Questions to doctors of other hospitals, for the registrar and the doctor who leads the team. A
 * doctor who agreed can be proposed for a place by {@link TeamDesk}.
 */
@Stateless
@RolesAllowed({Role.Name.REGISTRAR, Role.Name.DOCTOR})
public class OpinionDesk {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private EpisodeDirectory episodes;
  @Inject private OpinionAsking asking;

  /** The hospitals that can be asked, by name. */
  public List<HospitalChoice> hospitals() {
    return asking.hospitals(callers.current().party());
  }

  /** What was asked in an episode, the earliest first. */
  public List<OpinionRequestView> asked(String episode) {
    return asking.views(changeable(callers.current(), episode, episodes::byId));
  }

  /**
   * Asks a doctor of another hospital.
   *
   * @throws RefusedException EHR-3002 if no team is at work, EHR-4871 for an episode that adds to
   *     another, or another hospital or name than can be, EHR-4872 if a question is open in this
   *     episode, EHR-4876 for the question
   */
  public void ask(String episode, OpinionForm form) {
    Caller caller = callers.current();
    asking.ask(caller, changeable(caller, episode, episodes::lock), form);
  }

  /**
   * Takes a question back, also from a doctor who agreed and has no place.
   *
   * @throws RefusedException EHR-4873 if it cannot be any more
   */
  public void takeBack(String episode, String question) {
    asking.takeBack(changeable(callers.current(), episode, episodes::lock).episode(), question);
  }

  private EpisodeFacts changeable(
      Caller caller, String episode, Function<RecordId, Optional<EpisodeFacts>> find) {
    RecordId id = Given.id(episode, RecordId::ofHex);
    access.require(
        caller, Act.CHANGE_TEAM, new Subject(SubjectKind.EPISODE, id.hex(), caller.party()));
    return find.apply(id)
        .filter(each -> each.hospital().equals(caller.party()))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }
}
